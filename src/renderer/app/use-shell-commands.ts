import { useEffect, useRef } from 'react';
import { ALL_NOTES, toAddress } from '#domain/address.ts';
import { bridge } from '#store/bridge.ts';
import { runCommand, useCommandHandler } from '#store/command-handlers.ts';
import { chooseAndInstall } from '#store/installs.ts';
import { noteAtHand } from '#store/note-at-hand.ts';
import { useSettings } from '#store/settings.ts';
import { tellOutcome } from '#store/status.ts';
import { useSay } from '#store/words.ts';
import { openBeside } from './beside.ts';
import type { Journey } from './history.ts';
import { commandOfEvent } from './keyboard.ts';
import { ownAddress } from './links.ts';
import type { Overlay } from './overlays.ts';
import { moveRegion } from './regions.ts';

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
  useCommandHandler('newNote', () => journey.go(toAddress({ screen: 'new' })));
  useCommandHandler('import', () => journey.go(toAddress({ screen: 'import' })));
  useCommandHandler('settings', () => journey.go(toAddress({ screen: 'settings' })));
  useCommandHandler('help', () => journey.go(toAddress({ screen: 'help' })));
  useCommandHandler('beside', () => {
    const href = document.activeElement?.closest('a')?.getAttribute('href') ?? null;
    const address = href === null ? null : ownAddress(href, document.location);
    if (!openBeside(address, noteAtHand.get(), journey))
      tellOutcome(say(noteAtHand.get() ? 'beside.noLink' : 'beside.noNote'));
  });
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
      if (id !== null && runCommand(id)) event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    const menu = bridge().on('command', (id) => {
      if (!document.querySelector('dialog[open]')) runCommand(id);
    });
    return () => {
      document.removeEventListener('keydown', pressed);
      menu();
    };
  }, []);
}
