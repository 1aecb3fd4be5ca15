import { memo } from 'react';
import { toAddress } from '#domain/address.ts';
import { foundTypeOf } from '#domain/found-type.ts';
import { UnverifiedPack } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSay } from '#kit/words.ts';
import { marksOf } from '#search/marks.ts';
import type { Hit } from '#search/results.ts';
import { Badge, Tag } from '#ui/label.tsx';
import { HitName, isPlainHit, noteSectionName, noteStatus } from './hit-name.tsx';
import { Runs } from './runs.tsx';

interface ResultItemProps {
  readonly hit: Hit;
  readonly query: string;
  readonly current: boolean;
  readonly onFocus: (hit: Hit) => void;
}

export const addressOf = (hit: Hit): string =>
  toAddress({
    ...(foundTypeOf(hit.pack) === 'note'
      ? { screen: 'note', id: hit.page }
      : { screen: 'read', pack: hit.pack, page: hit.page }),
    ...(hit.section === '' ? {} : { section: sectionOnScreen(hit) }),
  });

/** Where a section stands on its screen: a heading inside a note's text is in the one field of that text. */
function sectionOnScreen({ pack, section }: Hit): string {
  if (foundTypeOf(pack) !== 'note') return section;
  if (section.startsWith('text')) return 'text';
  return section === 'results' ? 'found' : section === 'decision' ? 'learned' : section;
}

/** What is marked on a hit's page. Beside the address, which stays the same while one types. */
export const marksOfHit = (hit: Hit, query: string): string =>
  marksOf(query, [...hit.titleRuns, ...hit.headingRuns, ...hit.snippet]);

/**
 * One result: the section's heading as a link, the best passage, and where it stands. Drawn anew only with a new answer:
 * each letter typed draws the screen once before that.
 */
export const ResultItem = memo(({ hit, query, current, onFocus }: ResultItemProps) => (
  <li className="sat-result" aria-current={current ? 'true' : undefined}>
    <h2>
      <a href={addressOf(hit)} data-marks={marksOfHit(hit, query)} data-result="" onFocus={() => onFocus(hit)}>
        <HitName hit={hit} />
      </a>
    </h2>
    <p>
      <Runs runs={hit.snippet} />
    </p>
    <div className="sat-meta">{foundTypeOf(hit.pack) === 'note' ? <OfNote hit={hit} /> : <OfGuidance hit={hit} />}</div>
  </li>
));

function OfGuidance({ hit }: { readonly hit: Hit }) {
  const say = useSay();
  return (
    <>
      <Badge fill>{say('search.guidance')}</Badge>
      {hit.stage.map((stage) => (
        <Badge key={stage}>{say(`stage.${stage}`)}</Badge>
      ))}
      <UnverifiedPack pack={hit.pack} />
      <span>
        {hit.packTitle}
        {hit.section === '' ? null : (
          <>
            {' › '}
            <Runs runs={hit.titleRuns} />
          </>
        )}
      </span>
    </>
  );
}

function OfNote({ hit }: { readonly hit: Hit }) {
  const say = useSay();
  const { words, tone } = noteStatus(hit.status);
  const section = hit.section === '' ? '' : noteSectionName(hit, say);
  return (
    <>
      <Badge fill>{say('found.note')}</Badge>
      {isPlainHit(hit.status) ? null : <Tag tone={tone}>{say(words)}</Tag>}
      {hit.stage.map((stage) => (
        <Badge key={stage}>{say(`stage.${stage}`)}</Badge>
      ))}
      <span>{section === '' ? say('found.place.note') : say('found.place', { section })}</span>
    </>
  );
}
