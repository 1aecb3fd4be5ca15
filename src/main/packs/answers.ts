import { dirname } from 'node:path';
import type { BrowserWindow } from 'electron';
import { DROPPED, type droppedCalls, type packCalls } from '#bridge/packs.ts';
import type { Say } from '#domain/words/words.ts';
import { openPack } from '#pack/read/open-pack.ts';
import { freeSpace } from '../boot/free-space.ts';
import type { Topic } from '../ipc/topic.ts';
import { readPacks } from '../reading/read-pack.ts';
import type { Reader } from '../reading/reader.ts';
import { choosePacks } from './choose-packs.ts';
import { openOffers } from './offers.ts';
import { isBundle, starterPacks } from './pack-files.ts';

interface Parts {
  readonly window: () => BrowserWindow;
  readonly say: () => Say;
  /** Reads packs of others. It starts while a person looks for the file, who then waits for its reading alone. */
  readonly reader: Reader;
  /** Chromium's folder. */
  readonly profile: string;
  /** Folder of the packs that came with the app. */
  readonly starters: string;
  /** Takes the packs that wait. */
  readonly takeWaiting: () => readonly string[];
  /** Lets files wait and tells the window. */
  readonly receive: (files: readonly string[]) => void;
}

export function openPackTopic(parts: Parts): Topic<typeof packCalls & typeof droppedCalls> {
  const { window, say, reader, profile, starters, takeWaiting, receive } = parts;
  const readOthers = readPacks(reader);
  const offers = openOffers(
    () => freeSpace(profile),
    // What came with the app is no file of others: a start waits for no other process.
    (path) => (dirname(path) === starters ? openPack(path) : readOthers(path)),
  );
  return {
    answers: {
      'packs:starters': () => offers.make(starterPacks(starters)),
      'packs:waiting': () => offers.make(takeWaiting()),
      'packs:choose': async () => {
        reader.ready();
        return offers.make(await choosePacks(window(), say()));
      },
      'packs:part': (ticket) => offers.part(ticket),
      'packs:stop': (ticket) => offers.stop(ticket),
      [DROPPED]: (paths) => {
        const notes = paths.filter(isBundle);
        if (notes.length > 0) receive(notes);
        return offers.make(paths.filter((path) => !isBundle(path)));
      },
    },
    windowGone: offers.windowGone,
  };
}
