import { type ReactNode, useState } from 'react';
import { keysOf } from '#bridge/shortcuts.ts';
import type { Screen as At } from '#domain/address.ts';
import { formOfRow } from '#domain/note/register.ts';
import { stateWords } from '#domain/note/state-words.ts';
import { canRun, runCommand, useCommandVersion } from '#kit/command-handlers.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { useRegister } from '#store/notes/notes.ts';
import { usePacks } from '#store/packs/packs.ts';
import { usePages } from '#store/packs/pages.ts';
import type { IconName } from '#ui/icon.tsx';
import { PaletteFrame } from '#ui/palette.tsx';
import { PaletteKeys } from '#ui/palette-keys.tsx';
import { type CommandRow, commandsFor, iconOf, matchOf, type Span } from './palette-items.ts';

/** Pages, packs and notes offered at once; more words narrow them. */
const MOST = 8;

interface Item {
  readonly key: string;
  readonly icon: IconName;
  readonly text: string;
  readonly note?: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

export interface PaletteProps {
  readonly screen: At | null;
  readonly onClose: () => void;
  /** Closes the palette, then runs. */
  readonly onChoose: (run: () => void) => void;
  readonly go: (at: At) => void;
}

/** Every command that can be done here, then packs, pages and notes to go to. */
export function Palette({ screen, onClose, onChoose, go }: PaletteProps): ReactNode {
  const say = useSay();
  const settings = useSettings();
  useCommandVersion();
  const packs = usePacks() ?? [];
  const pages = usePages() ?? [];
  const notes = useRegister(false) ?? [];
  const [words, setWords] = useState('');

  const command = (row: CommandRow): Item => ({
    key: row.id,
    icon: iconOf(row.id),
    text: say(row.label),
    keys: keysOf(row.id, settings)[0],
    run: () => runCommand(row.id),
  });
  const { here, anywhere } = commandsFor(screen?.screen ?? null, canRun);
  const places: readonly Item[] =
    words.trim() === ''
      ? []
      : [
          ...packs.map(
            (pack): Item => ({
              key: `pack-${pack.id}`,
              icon: 'pack',
              text: pack.title,
              note: say('palette.pack', { pages: pages.filter((page) => page.pack === pack.id).length }),
              run: () => go({ screen: 'library', pack: pack.id }),
            }),
          ),
          ...pages.map(
            (page): Item => ({
              key: `page-${page.pack}-${page.meta.id}`,
              icon: 'page',
              text: page.meta.title,
              note: page.packTitle,
              run: () => go({ screen: 'read', pack: page.pack, page: page.meta.id }),
            }),
          ),
          ...notes.map(
            (note): Item => ({
              key: `note-${note.id}`,
              icon: formOfRow(note) === 'note' ? 'page' : 'experiment',
              text: note.question || say('notes.untitled'),
              note:
                formOfRow(note) === 'note'
                  ? say('palette.note.plain')
                  : say('palette.note', { status: say(stateWords(note.state)) }),
              run: () => go({ screen: 'note', id: note.id }),
            }),
          ),
        ];
  const groups = [
    { key: 'here', heading: say('palette.here'), items: best(here.map(command), words) },
    { key: 'commands', heading: say('palette.commands'), items: best(anywhere.map(command), words) },
    { key: 'goto', heading: say('palette.goto'), items: best(places, words).slice(0, MOST) },
  ];
  const all = groups.flatMap((group) => group.items);
  return (
    <PaletteFrame
      title={say('palette.title')}
      inputLabel={say('palette.label')}
      listLabel={say('palette.list')}
      words={words}
      onWords={setWords}
      groups={groups.map(({ key, heading, items }) => ({
        key,
        heading,
        options: items.map(({ item, spans }) => ({
          key: item.key,
          icon: item.icon,
          keys: item.keys,
          label: (
            <>
              <Marked text={item.text} spans={spans} />
              {item.note !== undefined && <span className="muted small"> {item.note}</span>}
            </>
          ),
        })),
      }))}
      nothing={say('palette.nothing')}
      count={say('palette.found', { count: all.length })}
      hints={<PaletteKeys move={say('palette.keys.move')} choose={say('palette.keys.do')} />}
      onChoose={(key) => {
        const chosen = all.find(({ item }) => item.key === key);
        if (chosen) onChoose(chosen.item.run);
      }}
      onClose={onClose}
    />
  );
}

function best(items: readonly Item[], words: string) {
  return items
    .flatMap((item) => {
      const match = matchOf(item.text, words);
      return match ? [{ item, ...match }] : [];
    })
    .sort((a, b) => a.rank - b.rank);
}

function Marked({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const [from, to] of spans) {
    parts.push(text.slice(done, from), <mark key={from}>{text.slice(from, to)}</mark>);
    done = to;
  }
  parts.push(text.slice(done));
  return <>{parts}</>;
}
