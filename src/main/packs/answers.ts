import { dirname } from 'node:path';
import type { BrowserWindow } from 'electron';
import { DROPPED, type droppedCalls, type packCalls, type sourceCalls } from '#bridge/packs.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import type { Say } from '#domain/words/words.ts';
import { openPack } from '#pack/read/open-pack.ts';
import { freeSpace } from '../boot/free-space.ts';
import type { Writing } from '../ipc/home-writes.ts';
import type { Topic } from '../ipc/topic.ts';
import { readPacks, readRelease } from '../reading/read-pack.ts';
import type { Reader } from '../reading/reader.ts';
import { choosePacks } from './choose-packs.ts';
import { openOffers } from './offers.ts';
import { isBundle, starterPacks } from './pack-files.ts';
import { chooseSource } from './sources/choose-source.ts';
import type { Sources } from './sources/sources.ts';

interface Parts {
  readonly window: () => BrowserWindow;
  readonly say: () => Say;
  /** Reads packs of others. It starts while a person looks for the file, who then waits for its reading alone. */
  readonly reader: Reader;
  readonly writing: Writing;
  /** Why nothing may be written to the home now; `null` where it may. */
  readonly problem: () => Promise<Problem | null>;
  readonly sources: Sources;
  /** Reads what sources have, so that a person who opens a file never waits for one. */
  readonly sourceReader: Reader;
  /** Folder of what came from sources. */
  readonly releases: string;
  /** Chromium's folder. */
  readonly profile: string;
  /** Folder of the packs that came with the app. */
  readonly starters: string;
  /** Takes the packs that wait. */
  readonly takeWaiting: () => readonly string[];
  /** Lets files wait and tells the window. */
  readonly receive: (files: readonly string[]) => void;
}

export function openPackTopic(parts: Parts): Topic<typeof packCalls & typeof droppedCalls & typeof sourceCalls> {
  const {
    window,
    say,
    reader,
    writing,
    problem,
    sources,
    sourceReader,
    releases,
    profile,
    starters,
    takeWaiting,
    receive,
  } = parts;
  /** Another machine may have taken the home over since the start. */
  const keeping = <Args extends readonly unknown[], Value>(answer: (...args: Args) => Promise<Value>) =>
    writing(async (...args: Args): Promise<Value> => {
      const found = await problem();
      if (found) throw new ProblemError(found);
      return answer(...args);
    });
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
      'sources:list': () => sources.list(),
      'sources:add': keeping(async (address) => {
        await sources.add('https', address);
        return null;
      }),
      'sources:choose': keeping(async (kind) => {
        const path = await chooseSource(window(), kind, say());
        if (path === undefined) return 'cancelled';
        await sources.add(kind, path);
        return 'added';
      }),
      'sources:remove': keeping(async (id) => {
        sources.remove(id);
        return null;
      }),
      'sources:check': keeping(async (id) => {
        await sources.check(id);
        return null;
      }),
      'sources:update': keeping(async (id, pack, sha256) => {
        const { source, name, release, withdrawn } = await sources.update(id, pack, sha256);
        const open = () => readRelease(sourceReader, releases, release, name);
        const origin = { root: source.root, source: name, publisher: release.publisher };
        return offers.makeRelease(name, open, origin, withdrawn);
      }),
      'sources:stopCheck': (id) => {
        sources.stopCheck(id);
        return null;
      },
      'sources:stop': () => {
        sources.stop();
        return null;
      },
      'sources:ahead': (id, pack, sha256, present) => sources.ahead(id, pack, sha256, present),
      'sources:look': keeping((id, pack, sha256, present) => sources.look(id, pack, sha256, present)),
      'sources:page': (sha256, page) => sources.page(sha256, page),
      'sources:installed': keeping((here) => sources.sweep(here)),
      [DROPPED]: (paths) => {
        const notes = paths.filter(isBundle);
        if (notes.length > 0) receive(notes);
        return offers.make(paths.filter((path) => !isBundle(path)));
      },
    },
    windowGone: async () => {
      sources.stop();
      await offers.windowGone();
    },
  };
}
