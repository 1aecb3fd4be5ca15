import { memo } from 'react';
import { toAddress } from '#domain/address.ts';
import { marksOf } from '#search/marks.ts';
import type { Hit } from '#search/results.ts';
import { useSay } from '#store/words.ts';
import { Badge } from '#ui/label.tsx';
import { Runs } from './runs.tsx';

interface ResultItemProps {
  readonly hit: Hit;
  readonly query: string;
  readonly current: boolean;
  readonly onFocus: (hit: Hit) => void;
}

export const addressOf = (hit: Hit): string =>
  toAddress({
    screen: 'read',
    pack: hit.pack,
    page: hit.page,
    ...(hit.section === '' ? {} : { section: hit.section }),
  });

/** What is marked on a hit's page. Beside the address, which stays the same while one types. */
export const marksOfHit = (hit: Hit, query: string): string =>
  marksOf(query, [...hit.titleRuns, ...hit.headingRuns, ...hit.snippet]);

/**
 * One result: the section's heading as a link, the best passage, and where it stands. Drawn anew only with a new answer:
 * each letter typed draws the screen once before that.
 */
export const ResultItem = memo(({ hit, query, current, onFocus }: ResultItemProps) => {
  const say = useSay();
  const lead = hit.section === '';
  return (
    <li className="sat-result" aria-current={current ? 'true' : undefined}>
      <h2>
        <a href={addressOf(hit)} data-marks={marksOfHit(hit, query)} data-result="" onFocus={() => onFocus(hit)}>
          <Runs runs={lead ? hit.titleRuns : hit.headingRuns} />
        </a>
      </h2>
      <p>
        <Runs runs={hit.snippet} />
      </p>
      <div className="sat-meta">
        <Badge fill>{say('search.guidance')}</Badge>
        {hit.stage.map((stage) => (
          <Badge key={stage}>{say(`stage.${stage}`)}</Badge>
        ))}
        <span>
          {hit.packTitle}
          {lead ? null : (
            <>
              {' › '}
              <Runs runs={hit.titleRuns} />
            </>
          )}
        </span>
      </div>
    </li>
  );
});
