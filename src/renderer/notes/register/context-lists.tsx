import { ALL_NOTES, type Screen as At, toAddress } from '#domain/address.ts';
import { passesRegister, type RegisterFilters, type RegisterRow, VIEWS } from '#domain/note/register.ts';
import { shortened } from '#domain/shortened.ts';
import { useSay } from '#kit/words.ts';
import { useBinCount } from '#store/notes/notes.ts';
import { useAllHighlights } from '#store/own/highlights.ts';
import { useOpened } from '#store/own/opened.ts';
import { useSavedFilters } from '#store/own/saved-filters.ts';
import { type ContextItem, ContextList } from '#ui/screen.tsx';

type RegisterAt = Extract<At, { screen: 'notes' }>;

/** Notes listed as open, and highlights. */
const OPEN = 5;

const VIEW_NAMES = ['all', 'running', 'waiting', 'stopped'] as const satisfies readonly (keyof typeof VIEWS)[];

/** Beside the register: lists that stand ready, the person's own filters, notes opened lately, the bin, and what was highlighted. */
export function ContextLists({ screen, rows }: { readonly screen: RegisterAt; readonly rows: readonly RegisterRow[] }) {
  const say = useSay();
  const saved = useSavedFilters() ?? [];
  const opened = useOpened() ?? [];
  const binned = useBinCount() ?? 0;
  const highlights = (useAllHighlights() ?? []).slice(0, OPEN);
  const here = toAddress({ ...screen, order: ALL_NOTES.order });
  const item = (key: string, label: string, filters: Partial<RegisterFilters>): ContextItem => {
    const to: RegisterAt = { ...ALL_NOTES, ...filters };
    return {
      key,
      href: toAddress({ ...to, order: screen.binned ? ALL_NOTES.order : screen.order }),
      label,
      note: rows.filter((row) => passesRegister(row, filters)).length,
      current: toAddress(to) === here,
    };
  };
  const byId = new Map(rows.map((row) => [row.id, row]));
  const open = opened.flatMap((id) => byId.get(id) ?? []).slice(0, OPEN);
  return (
    <>
      <ContextList
        heading={say('notes.title')}
        items={[
          ...VIEW_NAMES.map((view) => item(view, say(`register.view.${view}`), VIEWS[view])),
          {
            key: 'bin',
            href: toAddress({ ...ALL_NOTES, binned: true }),
            label: say('register.bin'),
            note: binned,
            current: screen.binned,
          },
        ]}
      />
      {saved.length > 0 ? (
        <ContextList
          heading={say('register.saved')}
          items={saved.map(({ id, name, forms, states, decisions, stages, owners, tags }) =>
            item(id, name, { forms, states, decisions, stages, owners, tags }),
          )}
        />
      ) : null}
      {open.length > 0 ? (
        <ContextList
          heading={say('register.opened')}
          items={open.map(({ id, question }) => ({
            key: id,
            href: toAddress({ screen: 'note', id }),
            label: shortened(question) || say('notes.untitled'),
          }))}
        />
      ) : null}
      {highlights.length > 0 ? (
        <ContextList
          heading={say('highlight.context')}
          items={highlights.map(({ id, pack, page, section, words, there }) => ({
            key: id,
            href: toAddress({ screen: 'read', pack, page, ...(section === '' ? {} : { section }) }),
            label: there ? shortened(words) : say('highlight.context.gone', { words: shortened(words) }),
          }))}
        />
      ) : null}
    </>
  );
}
