import { toAddress } from '#domain/address.ts';
import { useSay } from '#kit/words.ts';
import type { PageRow } from '#store/packs/pages.ts';

interface RelatedProps {
  readonly pack: string;
  readonly ids: readonly string[];
  /** Pages of the same pack. */
  readonly pages: readonly PageRow[];
}

/** Pages that the editors say belong with this one. */
export function Related({ pack, ids, pages }: RelatedProps) {
  const say = useSay();
  const rows = ids.flatMap((id) => pages.find((row) => row.meta.id === id) ?? []);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{say('reader.related')}</h2>
      <ul className="plain reader-related">
        {rows.map(({ meta }) => (
          <li key={meta.id}>
            <a href={toAddress({ screen: 'read', pack, page: meta.id })}>{meta.title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
