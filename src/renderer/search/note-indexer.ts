import { NOTES_PACK } from '#domain/found-type.ts';
import type { Engine } from '#search/engine.ts';
import type { Layer } from '#search/layers.ts';
import { notePage } from '#search/note-page.ts';
import { openSegment, type Segment } from '#search/segment.ts';
import { createSegmentBuilder } from '#search/segment-builder.ts';
import type { NoteRecordStore } from '#store/notes/note-records.ts';
import type { NoteRow } from '#store/notes/note-row.ts';
import { nextTask } from './next-task.ts';

/** Notes read from the store at once. */
const BATCH = 50;
/** Milliseconds of work after which questions are let in. */
const STEP = 12;
/** Milliseconds without a change before what was changed is put together and kept. */
const IDLE = 3_000;
/** Changed notes that lie over the others, each by itself, and those put together: more are tidied up. */
const MOST_ALONE = 24;
const MOST_SINCE = 200;

/** The revision of a note that is in the bin or was removed. */
const GONE = -1;

interface Effects {
  /** Lets the messages that wait be answered. */
  readonly pause?: () => Promise<void>;
  readonly clock?: () => number;
  /** Runs something later; the answer calls it off. */
  readonly later?: (run: () => void, ms: number) => () => void;
}

/** Notes in one segment, each with its revision or `GONE`. */
interface Held {
  readonly revisions: ReadonlyMap<string, number>;
  readonly segment: Segment | null;
}

const NONE: Held = { revisions: new Map(), segment: null };
const revisionOf = (row: NoteRow | undefined): number => (row && row.binned === '' ? row.rev : GONE);

/**
 * Keeps the notes in the engine as they are written: most in one large segment with a stored record, what was changed
 * since in a second, and what has just been changed each by itself over both. `report` is told when other notes can be
 * found than before. The answer ends it.
 */
export function keepNotes(
  engine: Engine,
  store: NoteRecordStore,
  report: () => void,
  { pause = nextTask, clock = () => performance.now(), later = afterwards }: Effects = {},
): () => void {
  let all: Held = NONE;
  let since: Held = NONE;
  const alone = new Map<string, { readonly revision: number; readonly segment: Segment | null }>();
  let ended = false;
  let callOff = (): void => undefined;
  /** Each kind of work one after the other; a change never waits until the rest is tidy. */
  let taking: Promise<void> = Promise.resolve();
  let tidying: Promise<void> = Promise.resolve();

  const heldRevision = (id: string): number =>
    alone.get(id)?.revision ?? since.revisions.get(id) ?? all.revisions.get(id) ?? GONE;

  function show(): void {
    const layers: Layer[] = [layerOf(since)];
    for (const [id, { segment }] of alone) layers.push(segment ? { segment } : { gone: [id] });
    engine.lay(NOTES_PACK, layers);
    report();
  }

  async function restore(): Promise<void> {
    const [first, second] = await Promise.all((['all', 'since'] as const).map((name) => store.load(name)));
    const opened = ({ revisions, buffer }: NonNullable<typeof first>): Held | null => {
      const segment = buffer ? openSegment(buffer) : null;
      return buffer && !segment ? null : { revisions, segment };
    };
    all = (first && opened(first)) ?? NONE;
    // What was changed says nothing without what it was changed from.
    since = (first && second && opened(second)) ?? NONE;
    if (all.segment) engine.add(all.segment);
    show();
  }

  async function take(ids: readonly string[]): Promise<void> {
    const rows = await store.read(ids);
    let changed = false;
    ids.forEach((id, at) => {
      const row = rows[at];
      const revision = revisionOf(row);
      if (heldRevision(id) === revision) return;
      changed = true;
      alone.set(id, { revision, segment: revision === GONE || !row ? null : segmentOf([row]) });
    });
    if (!changed || ended) return;
    show();
    plan(alone.size > MOST_ALONE ? 0 : IDLE);
  }

  function plan(ms: number): void {
    callOff();
    callOff = later(() => tidyNext(tidy), ms);
  }

  /** What goes wrong in one piece of work is told and does not stop the next. */
  function tidyNext(work: () => Promise<void>): void {
    const done = tidying.then(work);
    tidying = done.catch(() => undefined);
  }

  /** What the work on a second or whole segment found meanwhile to be newer stays as it is. */
  function settle(): void {
    for (const [id, { revision }] of alone) {
      const below = since.revisions.get(id) ?? all.revisions.get(id) ?? GONE;
      if (below >= revision && (revision !== GONE || below === GONE)) alone.delete(id);
    }
    show();
  }

  async function tidy(): Promise<void> {
    if (ended || alone.size === 0) return;
    const ids = new Set([...since.revisions.keys(), ...alone.keys()]);
    if (ids.size > MOST_SINCE || all === NONE) await buildAll();
    else await buildSince([...ids]);
  }

  async function buildSince(ids: readonly string[]): Promise<void> {
    const building = createBuilding(pause, clock);
    for (let from = 0; from < ids.length; from += BATCH) {
      const some = ids.slice(from, from + BATCH);
      const rows = await store.read(some);
      for (const [at, id] of some.entries()) await building.add(id, rows[at]);
      if (ended) return;
    }
    since = await building.finish((record) => store.save('since', record));
    settle();
  }

  async function buildAll(): Promise<void> {
    const building = createBuilding(pause, clock);
    await walk(async (row) => {
      if (row.binned === '') await building.add(row.id, row);
    });
    if (ended) return;
    all = await building.finish(async (record) => {
      await store.save('all', record);
      await store.save('since', null);
    });
    since = NONE;
    if (all.segment) engine.add(all.segment);
    else engine.remove(NOTES_PACK);
    settle();
  }

  async function walk(visit: (row: NoteRow) => Promise<void>): Promise<void> {
    for (let last = ''; !ended; ) {
      const rows = await store.after(last, BATCH);
      for (const row of rows) await visit(row);
      await pause();
      last = rows.at(-1)?.id ?? '';
      if (rows.length < BATCH) return;
    }
  }

  /** Compares every note with what is held: after a crash, an import or a restored backup. */
  async function compare(): Promise<void> {
    const held = [all.revisions, since.revisions];
    const now = await store.revisions(held.flatMap((revisions) => [...revisions.values()]));
    const missed = new Set<string>();
    for (const ids of [...held, now])
      for (const id of ids.keys()) if (heldRevision(id) !== (now.get(id) ?? GONE)) missed.add(id);
    const changed = [...missed].filter((id) => !alone.has(id) || heldRevision(id) !== GONE);
    if (changed.length > MOST_SINCE) await buildAll();
    else if (changed.length > MOST_ALONE) await buildSince([...since.revisions.keys(), ...changed]);
    else if (changed.length > 0) await next(changed);
  }

  function next(ids: readonly string[]): Promise<void> {
    const taken = taking.then(() => take(ids));
    taking = taken.catch(() => undefined);
    return taken;
  }

  const unwatch = store.watch((ids) => {
    if (ids) void next(ids);
    else tidyNext(compare);
  });
  tidyNext(restore);
  tidyNext(compare);
  return () => {
    ended = true;
    callOff();
    unwatch();
  };
}

function layerOf({ segment, revisions }: Held): Layer {
  const gone = [...revisions].flatMap(([id, revision]) => (revision === GONE ? [id] : []));
  return segment ? { segment, gone } : { gone };
}

const newBuilder = () => createSegmentBuilder({ pack: NOTES_PACK, packTitle: '', release: 1 });

function segmentOf(rows: readonly NoteRow[]): Segment {
  const builder = newBuilder();
  for (const { note } of rows) builder.add(notePage(note));
  return opened(builder.finish());
}

function opened(buffer: ArrayBuffer): Segment {
  const segment = openSegment(buffer);
  if (!segment) throw new Error('A new segment of notes does not open');
  return segment;
}

/** A segment note by note, in small steps. */
function createBuilding(pause: () => Promise<void>, clock: () => number) {
  const builder = newBuilder();
  const revisions = new Map<string, number>();
  let notes = 0;
  let start = clock();
  return {
    async add(id: string, row: NoteRow | undefined): Promise<void> {
      const revision = revisionOf(row);
      revisions.set(id, revision);
      if (row && revision !== GONE) {
        builder.add(notePage(row.note));
        notes += 1;
      }
      if (clock() - start < STEP) return;
      await pause();
      start = clock();
    },
    async finish(
      save: (record: { revisions: typeof revisions; buffer?: ArrayBuffer }) => Promise<void>,
    ): Promise<Held> {
      const segment = notes > 0 ? opened(builder.finish()) : null;
      await save({ revisions, ...(segment ? { buffer: segment.buffer } : {}) });
      return { revisions, segment };
    },
  };
}

function afterwards(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
