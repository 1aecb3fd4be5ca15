import { toAddress } from '#domain/address.ts';
import { checkState, shortDay } from '#domain/day.ts';
import type { PageMeta } from '#domain/pack/page.ts';
import type { Stage } from '#domain/stage.ts';
import { useSettings } from '#kit/settings.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import type { PageRow } from '#store/packs/pages.ts';
import { Badge, Tag } from '#ui/label.tsx';
import { sameTitles } from './library-lists.ts';

interface PageRowsProps {
  readonly pages: readonly PageRow[];
  /** Language of the pack. */
  readonly lang: string | undefined;
  /** The stage of this list: it is not said again in each row. */
  readonly stage?: Stage;
}

/** Pages in a list: what each is about, which stages it helps with, and how old it is. */
export function PageRows({ pages, lang, stage }: PageRowsProps) {
  const say = useSay();
  const same = sameTitles(pages);
  return (
    <ul className="sat-list library-pages">
      {pages.map(({ pack, meta }) => (
        <li key={meta.id}>
          <div lang={meta.lang ?? lang}>
            <a href={toAddress({ screen: 'read', pack, page: meta.id })}>{meta.title}</a>
            {meta.summary === undefined ? null : <p className="muted small">{meta.summary}</p>}
          </div>
          {same.has(meta.id) ? <p className="muted small library-path">{meta.path}</p> : null}
          <div className="sat-meta">
            {meta.stage
              .filter((one) => one !== stage)
              .map((one) => (
                <Badge key={one}>{say(`stage.${one}`)}</Badge>
              ))}
            <Checked meta={meta} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Checked({ meta }: { readonly meta: PageMeta }) {
  const say = useSay();
  const today = useToday();
  const { language } = useSettings();
  const past = checkState(meta.checkBy, today) === 'past';
  return (
    <>
      {meta.reviewed === undefined ? null : (
        <span>{say('library.page.reviewed', { day: shortDay(meta.reviewed, language) })}</span>
      )}
      {meta.checkBy === undefined ? null : (
        <span>{say('library.page.checkBy', { day: shortDay(meta.checkBy, language) })}</span>
      )}
      {past ? <Tag tone="orange">{say('library.page.due')}</Tag> : null}
    </>
  );
}
