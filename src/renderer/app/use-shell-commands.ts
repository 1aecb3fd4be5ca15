import { useEffect, useRef } from 'react';
import { COMMANDS, type Command, type CommandId } from '#bridge/commands.ts';
import { ALL_NOTES, NEW_NOTE, NO_FILTERS, toAddress } from '#domain/address.ts';
import type { Say } from '#domain/words/words.ts';
import { bridge } from '#kit/bridge.ts';
import { runCommand, useCommandHandler } from '#kit/command-handlers.ts';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { noteAtHand } from '#store/notes/note-at-hand.ts';
import { chooseAndInstall } from '#store/packs/installs.ts';
import { openBeside } from './beside.ts';
import { createFieldUndo } from './field-undo.ts';
import type { Journey } from './history.ts';
import { commandOfEvent, worksInDialogs } from './keyboard.ts';
import { ownAddress } from './links.ts';
import type { Overlay } from './overlays.ts';
import { moveRegion } from './regions.ts';
import { pressIn, selectAll } from './select-all.ts';

export interface ShellCommands {
  readonly journey: Journey;
  readonly openOverlay: (overlay: Overlay) => void;
  readonly togglePlaces: () => void;
  readonly toggleSide: () => void;
}

/** The commands that work anywhere, and the two ways they come in: keys and the menu bar. */
export function useShellCommands({ journey, openOverlay, togglePlaces, toggleSide }: ShellCommands): void {
  const settings = useSettings();
  const say = useSay();
  useCommandHandler('palette', () => openOverlay('palette'));
  useCommandHandler('keyboard', () => openOverlay('keyboard'));
  useCommandHandler('back', journey.back);
  useCommandHandler('forward', journey.forward);
  useCommandHandler('library', () => journey.go(toAddress({ screen: 'library' })));
  useCommandHandler('packs', () => journey.go(toAddress({ screen: 'packs' })));
  useCommandHandler('notes', () => journey.go(toAddress(ALL_NOTES)));
  useCommandHandler('newNote', () => journey.go(toAddress(NEW_NOTE)));
  useCommandHandler('fromTemplate', () => journey.go(toAddress({ screen: 'new' })));
  useCommandHandler('import', () => journey.go(toAddress({ screen: 'import' })));
  useCommandHandler('settings', () => journey.go(toAddress({ screen: 'settings' })));
  useCommandHandler('help', () => journey.go(toAddress({ screen: 'help' })));
  useCommandHandler('beside', () => {
    const href = document.activeElement?.closest('a')?.getAttribute('href') ?? null;
    const address = href === null ? null : ownAddress(href, document.location);
    if (!openBeside(address, noteAtHand.get(), journey))
      tellOutcome(say(noteAtHand.get() ? 'beside.noLink' : 'beside.noNote'));
  });
  useCommandHandler('backups', () => journey.go(toAddress({ screen: 'backups' })));
  useCommandHandler('selectAll', () => selectAll(document));
  const fields = useRef<ReturnType<typeof createFieldUndo>>(null);
  useEffect(() => {
    const made = createFieldUndo(document);
    fields.current = made;
    return made.end;
  }, []);
  const takeBack = (way: 'undo' | 'redo'): void => {
    const field = document.activeElement;
    if (fields.current?.step(field, way) === false) pressIn(field, way === 'undo' ? 'z' : 'y');
  };
  useCommandHandler('undo', () => takeBack('undo'));
  useCommandHandler('redo', () => takeBack('redo'));
  const zoom = (step: 'in' | 'out' | 'reset'): void => {
    void bridge()
      .call['view:zoom'](step)
      .then((answer) => answer.ok && tellOutcome(say('shell.zoomed', { percent: answer.value })));
  };
  useCommandHandler('zoomIn', () => zoom('in'));
  useCommandHandler('zoomOut', () => zoom('out'));
  useCommandHandler('resetZoom', () => zoom('reset'));
  useCommandHandler('places', togglePlaces);
  useCommandHandler('side', toggleSide);
  useCommandHandler('nextRegion', () => moveRegion(document, 1));
  useCommandHandler('previousRegion', () => moveRegion(document, -1));
  useCommandHandler('install', () => {
    void chooseAndInstall().then((any) => {
      if (any) journey.go(toAddress({ screen: 'packs' }));
    });
  });

  const latest = useRef(settings);
  useEffect(() => {
    latest.current = settings;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const id = commandOfEvent(event, latest.current);
      if (id === null) return;
      if (runCommand(id)) event.preventDefault();
      else tellNothing(id, say);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [say]);
  useEffect(() => {
    const { on } = bridge();
    const ends = [
      on('command', (id) => {
        if (document.querySelector('dialog[open]') && !worksInDialogs(id)) return;
        if (!runCommand(id)) tellNothing(id, say);
      }),
      on('zoomed', (percent) => tellOutcome(say('shell.zoomed', { percent }))),
      on('lookUp', (query) => journey.go(toAddress({ screen: 'search', query, ...NO_FILTERS }))),
      on('copied', () => tellOutcome(say('reader.link.copied'))),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [journey, say]);
}

/** Says that a command has nothing to act on here. What the system or the text does by itself is not spoken of. */
function tellNothing(id: CommandId, say: Say): void {
  const command: Command | undefined = COMMANDS.find((one) => one.id === id);
  if (command && command.role === undefined && !command.writing)
    tellOutcome(say('command.notHere', { command: say(command.label) }));
}
