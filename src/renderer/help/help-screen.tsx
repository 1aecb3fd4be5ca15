import type { ReactNode } from 'react';
import type { CommandId } from '#bridge/commands.ts';
import { keysOf } from '#bridge/shortcuts.ts';
import { type Screen as At, NEW_NOTE, toAddress } from '#domain/address.ts';
import type { WordKey } from '#domain/words/words.ts';
import { runCommand } from '#kit/command-handlers.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import { keysText } from '#ui/keys.tsx';
import { ContextList, Screen } from '#ui/screen.tsx';

interface Part {
  readonly id: string;
  readonly heading: WordKey;
  readonly words: readonly WordKey[];
}

const PARTS: readonly Part[] = [
  { id: 'find', heading: 'help.find', words: ['help.find.1', 'help.find.2', 'help.find.3', 'help.find.4'] },
  { id: 'read', heading: 'help.read', words: ['help.read.1', 'help.read.2', 'help.read.3', 'help.read.4'] },
  { id: 'notes', heading: 'help.notes', words: ['help.notes.1', 'help.notes.2', 'help.notes.3', 'help.notes.4'] },
  { id: 'packs', heading: 'help.packs', words: ['help.packs.1', 'help.packs.2', 'help.packs.3', 'help.packs.4'] },
  { id: 'keyboard', heading: 'help.keyboard', words: ['help.keyboard.1', 'help.keyboard.2', 'help.keyboard.3'] },
  { id: 'larger', heading: 'help.larger', words: ['help.larger.1'] },
  { id: 'wrong', heading: 'help.wrong', words: ['help.wrong.1', 'help.wrong.2'] },
];

/** How to find, read, add a pack, use the keyboard. Keys are named as they are set now. */
export function HelpScreen({ screen }: { readonly screen: Extract<At, { screen: 'help' }> }) {
  const say = useSay();
  const settings = useSettings();
  const keys = (id: CommandId) => {
    const [first] = keysOf(id, settings);
    return first === undefined ? say('settings.shortcuts.none') : keysText(first);
  };
  const values = {
    search: keys('search'),
    back: keys('back'),
    install: keys('install'),
    newNote: keys('newNote'),
    preview: keys('preview'),
    cite: keys('citeGuidance'),
    palette: keys('palette'),
    next: keys('nextRegion'),
    places: keys('places'),
    side: keys('side'),
    larger: keys('zoomIn'),
    smaller: keys('zoomOut'),
    normal: keys('resetZoom'),
  };
  const address = toAddress(screen);
  const settingsAt = toAddress({ screen: 'settings' });
  const more: Readonly<Record<string, ReactNode>> = {
    notes: (
      <>
        <a href={toAddress(NEW_NOTE)}>{say('note.new')}</a>
        <a href={toAddress({ screen: 'new' })}>{say('new.fromTemplate')}</a>
        <a href={toAddress({ screen: 'backups' })}>{say('backups.link')}</a>
      </>
    ),
    packs: <a href={toAddress({ screen: 'packs' })}>{say('help.packs.link')}</a>,
    keyboard: (
      <>
        <Button onClick={() => runCommand('keyboard')}>{say('help.keyboard.list')}</Button>
        <a href={`${settingsAt}#keyboard`}>{say('help.keyboard.settings')}</a>
      </>
    ),
    wrong: <a href={toAddress({ screen: 'backups' })}>{say('backups.link')}</a>,
    larger: <a href={`${settingsAt}#display`}>{say('help.larger.link')}</a>,
  };
  return (
    <Screen
      at={address}
      title={say('help.title')}
      lead={say('help.lead')}
      contextList={
        <ContextList
          heading={say('help.title')}
          items={PARTS.map(({ id, heading }) => ({ key: id, href: `${address}#${id}`, label: say(heading) }))}
        />
      }
    >
      <div className="sat-measure">
        {PARTS.map(({ id, heading, words }) => (
          <section key={id} className="sat-sec stack" aria-labelledby={id}>
            <h2 className="sat-h2" id={id} tabIndex={-1}>
              {say(heading)}
            </h2>
            {words.map((word) => (
              <p key={word}>{say(word, values)}</p>
            ))}
            {more[id] !== undefined && <div className="row">{more[id]}</div>}
          </section>
        ))}
      </div>
    </Screen>
  );
}
