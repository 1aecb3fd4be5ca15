import { useLiveQuery } from 'dexie-react-hooks';
import type { BundleHead, BundleOffer } from '#bridge/sharing.ts';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';
import { sharedValue } from '#kit/shared-value.ts';
import { keepInJournal } from '../notes/notes.ts';
import { type ImportRow, noteRows } from '../notes/notes-db.ts';
import type { ComparedNote } from './arrival.ts';
import { keepFiles, type Progress, readOffer } from './bundle-in.ts';
import { type TakenBack, takeBack, takeIn } from './take-in.ts';

/** A file that was looked at and is not taken in yet. */
export interface Looked {
  readonly offer: BundleOffer;
  readonly head: BundleHead;
  readonly compared: readonly ComparedNote[];
}

export type ImportState =
  | { readonly at: 'none' }
  /** The file itself is read and checked, in a process of its own. */
  | { readonly at: 'opening'; readonly ticket: string; readonly file: string; readonly progress: Progress }
  | { readonly at: 'reading'; readonly file: string; readonly progress: Progress }
  | { readonly at: 'refused'; readonly problem: Problem }
  | { readonly at: 'looked'; readonly looked: Looked; readonly problem?: Problem }
  | { readonly at: 'taking'; readonly looked: Looked; readonly progress: Progress }
  | { readonly at: 'done'; readonly row: ImportRow }
  | { readonly at: 'takenBack'; readonly taken: TakenBack };

interface Imports {
  readonly state: ImportState;
  /** Files that wait until this one is done. */
  readonly waiting: readonly BundleOffer[];
}

const imports = sharedValue<Imports>({ state: { at: 'none' }, waiting: [] });
let stopping = new AbortController();

const change = (next: Partial<Imports>): void => imports.set({ ...imports.get(), ...next });
const show = (state: ImportState): void => change({ state });

/** Looks at the files that main answers: chosen, dropped or named on the command line. False where there are none. */
export async function importFrom(asked: Promise<Result<readonly BundleOffer[]>>): Promise<boolean> {
  const unwatch = bridge().on('bundles:reading', (reading) => {
    if (reading === null || isBusy()) return;
    const { ticket, file, done, total } = reading;
    show({ at: 'opening', ticket, file, progress: { done, total } });
  });
  const answer = await asked.finally(unwatch);
  if (imports.get().state.at === 'opening') show({ at: 'none' });
  if (!answer.ok) {
    show({ at: 'refused', problem: answer.problem });
    return true;
  }
  if (answer.value.length === 0) return false;
  change({ waiting: [...imports.get().waiting, ...answer.value] });
  if (!isBusy()) void lookAtNext();
  return true;
}

/** What holds notes beside each other knows all that a note may hold; most days nothing comes in. */
const comparing = () => import('./incoming.ts');

/** What a person is looking at stays until they are done with it. */
function isBusy(): boolean {
  const { at } = imports.get().state;
  return at === 'reading' || at === 'looked' || at === 'taking';
}

/** The system's own dialog, then the file chosen there. */
export const chooseImport = (): Promise<boolean> => importFrom(bridge().call['bundles:choose']());

/** Reads the file that waits longest. */
export async function lookAtNext(): Promise<void> {
  const [offer, ...waiting] = imports.get().waiting;
  if (!offer) return show({ at: 'none' });
  change({ waiting });
  if ('problem' in offer.found) return show({ at: 'refused', problem: offer.found.problem });
  const { file, found: head } = offer;
  stopping = new AbortController();
  const told = (progress: Progress): void => show({ at: 'reading', file, progress });
  told({ done: 0, total: head.notes });
  const { signal } = stopping;
  const notes = await readOffer(offer, head.notes, { signal, told });
  if (!notes.ok) return show({ at: 'refused', problem: notes.problem });
  const compared = notes.value && (await (await comparing()).compareNotes(notes.value, noteRows()));
  if (compared === null || signal.aborted) return letGo(offer);
  show({ at: 'looked', looked: { offer, head, compared } });
}

/** Takes in what was looked at. @param besideTitle title of a note that stands beside one that was here */
export async function importNow(besideTitle: (title: string, file: string) => string): Promise<void> {
  const { state } = imports.get();
  if (state.at !== 'looked') return;
  const { looked } = state;
  const { offer, compared } = looked;
  stopping = new AbortController();
  const told = (progress: Progress): void => show({ at: 'taking', looked, progress });
  told({ done: 0, total: 0 });
  const kept = await keepFiles(offer.ticket, compared, noteRows(), { signal: stopping.signal, told });
  if (!kept.ok) return show({ at: 'looked', looked, problem: kept.problem });
  if (kept.value === null) return show({ at: 'looked', looked });
  // Other windows and this one may have written meanwhile.
  const { compareNotes } = await comparing();
  const now = await compareNotes(
    compared.map(({ incoming }) => incoming),
    noteRows(),
  );
  const taken = await takeIn(offer.file, now, besideTitle, effects());
  if (!taken.ok) return show({ at: 'looked', looked, problem: taken.problem });
  void bridge().call['bundles:stop'](offer.ticket);
  show({ at: 'done', row: taken.value });
}

/** Stops what runs; while notes are only looked at, lets go of the file. Nothing was written. */
export function cancelImport(): void {
  const { state } = imports.get();
  if (state.at === 'looked') {
    letGo(state.looked.offer);
    return;
  }
  if (state.at === 'opening') {
    void bridge().call['bundles:stop'](state.ticket);
    return;
  }
  stopping.abort();
  if (state.at === 'refused' || state.at === 'done' || state.at === 'takenBack') show({ at: 'none' });
}

function letGo({ ticket }: BundleOffer): void {
  void bridge().call['bundles:stop'](ticket);
  show({ at: 'none' });
}

/** Takes a whole import back, also one of an earlier start. */
export async function takeImportBack(id: string): Promise<Result<TakenBack>> {
  const answer = await takeBack(id, effects());
  show(answer.ok ? { at: 'takenBack', taken: answer.value } : { at: 'refused', problem: answer.problem });
  return answer;
}

const effects = () => ({
  db: noteRows(),
  keep: keepInJournal,
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
});

export const useImports = imports.use;

/** The last files that were taken in, newest first; `undefined` until they have been read. */
export const useLastImports = (): readonly ImportRow[] | undefined =>
  useLiveQuery(() => noteRows().imports.orderBy('at').reverse().toArray());
