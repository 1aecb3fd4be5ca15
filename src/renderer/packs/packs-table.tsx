import type { Ref } from 'react';
import { toAddress } from '#domain/address.ts';
import { shortDay } from '#domain/day.ts';
import { sizeWords } from '#domain/size.ts';
import { OriginMark } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSettings } from '#kit/settings.ts';
import { useSources } from '#kit/sources.ts';
import { useSay } from '#kit/words.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import { useIsSearchable } from '#store/packs/searchable.ts';
import { Tag } from '#ui/label.tsx';
import { isUpdated } from './sources/source-state.ts';
import { useDiskSize } from './use-disk-size.ts';

interface PacksTableProps {
  readonly packs: readonly InstalledPack[];
  readonly selected: string | undefined;
  readonly onSelect: (pack: InstalledPack) => void;
  readonly table: Ref<HTMLDivElement>;
}

export function PacksTable({ packs, selected, onSelect, table }: PacksTableProps) {
  const say = useSay();
  const { language } = useSettings();
  const isSearchable = useIsSearchable();
  const sizeOf = useDiskSize();
  const sources = useSources() ?? [];
  const now = new Date();
  const title = say('packs.table');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a scrolling box of its own, as wide tables are everywhere
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keys
    <div className="sat-scrollx" ref={table} role="region" aria-label={title} tabIndex={0}>
      <table className="govuk-table sat-dense packs-table">
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col" className="govuk-table__header">
              {say('packs.column.pack')}
            </th>
            <th scope="col" className="govuk-table__header">
              {say('packs.column.version')}
            </th>
            <th scope="col" className="govuk-table__header num">
              {say('packs.column.size')}
            </th>
            <th scope="col" className="govuk-table__header">
              {say('packs.column.signature')}
            </th>
            <th scope="col" className="govuk-table__header">
              {say('packs.column.state')}
            </th>
          </tr>
        </thead>
        <tbody>
          {packs.map((pack) => (
            <tr key={pack.id} className={pack.id === selected ? 'is-sel' : undefined}>
              <th scope="row" className="govuk-table__header">
                <a
                  href={toAddress({ screen: 'packs', pack: pack.id })}
                  aria-current={pack.id === selected ? 'true' : undefined}
                  lang={pack.language}
                  onClick={(event) => {
                    if (event.button !== 0) return;
                    event.preventDefault();
                    onSelect(pack);
                  }}
                >
                  {pack.title}
                </a>
                <span className="packs-second small muted" lang={pack.language}>
                  {pack.publisher}
                </span>
              </th>
              <td className="govuk-table__cell nowrap">
                {pack.version}
                <span className="packs-second small muted">{shortDay(pack.created, language)}</span>
              </td>
              <td className="govuk-table__cell num nowrap">{sizeWords(sizeOf(pack), language)}</td>
              <td className="govuk-table__cell">
                <OriginMark origin={pack.origin} />
              </td>
              <td className="govuk-table__cell">
                {isUpdated(sources, pack, now) ? <Tag>{say('sources.update.available')}</Tag> : null}{' '}
                {say(isSearchable(pack) ? 'packs.state.ready' : 'packs.state.indexing')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
