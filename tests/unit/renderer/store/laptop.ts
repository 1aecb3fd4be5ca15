import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import type { Bridge } from '#bridge/calls.ts';
import type { SharePlan } from '#bridge/sharing.ts';
import type { Draft } from '#domain/journal/entry.ts';
import type { Note } from '#domain/note/record/note.ts';
import { ProblemError } from '#domain/problem.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { noteHtmlBy } from '#main/reading/note-html-by.ts';
import { openBundleOffers } from '#main/sharing/bundle-offers.ts';
import { openShareJobs } from '#main/sharing/share-jobs.ts';
import { keepFiles, readOffer } from '#store/exchange/bundle-in.ts';
import { compareNotes } from '#store/exchange/incoming.ts';
import { shareNotes } from '#store/exchange/share-out.ts';
import { takeBack, takeIn } from '#store/exchange/take-in.ts';
import type { NoteRow } from '#store/notes/note-row.ts';
import { type NotesDb, openNotesDb } from '#store/notes/notes-db.ts';
import { readerHere } from '#support/reader-here.ts';

// Dexie looks for a database when it is loaded, which may be before this.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satchel-hand-over-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const watched = { signal: new AbortController().signal, told: () => undefined };
const besideTitle = (title: string): string => `${title} (from notes.eln)`;
let made = 0;
const laptops: { readonly close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of laptops.splice(0)) await one.close();
});

/** A laptop: its database, main's files, its journal. The window's calls go to what main really does. */
export function laptop() {
  made += 1;
  const db: NotesDb = openNotesDb(`hand-over-${made}`);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const journal: Draft[] = [];
  const tickets: string[] = [];
  let refused = false;
  let hung: (() => void) | null = null;
  let path: string | null = join(folder, `${made}.eln`);
  const keepFile = async (bytes: Uint8Array): Promise<string> => {
    files.set(hashOf(bytes), new Uint8Array(bytes));
    return hashOf(bytes);
  };
  const offers = openBundleOffers({ reader: readerHere(), keepFile, told: () => undefined });
  const shares = openShareJobs({
    choose: async () => path,
    readFile: async (sha256) => files.get(sha256) ?? null,
    print: async () => new Uint8Array(),
    write: (to, bytes) => writeFile(to, bytes),
    htmlOf: noteHtmlBy(readerHere()),
  });
  const answer = async <T>(work: () => T | Promise<T>): Promise<Result<T>> => {
    try {
      return ok(await work());
    } catch (error) {
      if (error instanceof ProblemError) return refuse(error.problem);
      throw error;
    }
  };
  const call = {
    'share:begin': (plan: SharePlan) => answer(() => shares.begin(plan)),
    'share:add': (ticket: string, text: string) => answer(() => shares.add(ticket, text)),
    'share:write': (ticket: string) => answer(() => shares.write(ticket)),
    'share:progress': (ticket: string) => answer(() => shares.progress(ticket)),
    'share:stop': (ticket: string) => answer(() => shares.stop(ticket)),
    'bundles:part': (ticket: string) => answer(() => offers.part(ticket)),
    'bundles:keep': (ticket: string, sha256: string) => answer(() => offers.keep(ticket, sha256)),
    'files:read': async (sha256: string) => ok(files.get(sha256) ?? null),
  };
  const effects = {
    db,
    now: () => new Date('2026-11-23T10:00:00Z'),
    newId: () => crypto.randomUUID(),
    keep: async (drafts: readonly Draft[]): Promise<Result<null>> => {
      if (refused) return refuse({ code: 'journal-unwritable' });
      if (hung) {
        hung();
        return new Promise(() => undefined);
      }
      journal.push(...drafts);
      return ok(null);
    },
  };
  const use = (): void => {
    vi.stubGlobal('window', { satchel: { call } as unknown as Bridge });
  };
  const one = {
    db,
    files,
    journal,
    /** From now on the journal never answers; says when it was asked. */
    hang: (asked: (() => void) | null) => {
      hung = asked;
    },
    refuse: () => {
      refused = true;
    },
    notes: async (): Promise<readonly Note[]> => (await db.notes.toArray()).map(({ note }) => note),
    rows: (): Promise<readonly NoteRow[]> => db.notes.toArray(),
    async share(ids: readonly string[], marking: SharePlan['marking'] = 'OFFICIAL'): Promise<string> {
      use();
      const plan = { format: 'eln', marking, name: 'notes.eln' } as const;
      const shared = await shareNotes(ids, plan, watched, db);
      if (!shared.ok) throw new Error(shared.problem.code);
      return path ?? '';
    },
    written: (name: string) => readFile(join(folder, name)),
    /** Begins to share; `name` of `null`: nobody says where. */
    async begin(ids: readonly string[], name: string | null, prepare: () => Promise<Result<null>>) {
      use();
      path = name === null ? null : join(folder, name);
      return shareNotes(ids, { format: 'eln', marking: 'OFFICIAL', name: 'x.eln' }, { ...watched, prepare }, db);
    },
    /** Looks at a file, and takes it in. */
    async look(from: string) {
      use();
      const [offer] = await offers.make([from]);
      if (!offer || 'problem' in offer.found) throw new Error(JSON.stringify(offer?.found));
      const notes = await readOffer(offer, offer.found.notes, watched);
      if (!notes.ok || notes.value === null) throw new Error('not read');
      const compared = await compareNotes(notes.value, db);
      tickets.push(offer.ticket);
      return {
        arrivals: compared.map(({ arrival }) => arrival),
        compared,
        keep: () => keepFiles(offer.ticket, compared, db, watched),
        take: async () => {
          const kept = await keepFiles(offer.ticket, compared, db, watched);
          if (!kept.ok) throw new Error(kept.problem.code);
          return takeIn(offer.file, compared, besideTitle, effects);
        },
      };
    },
    back: (id: string) => takeBack(id, effects),
    close: async () => {
      for (const ticket of tickets) await offers.stop(ticket);
    },
  };
  laptops.push(one);
  return one;
}
