import type { Engine } from '#search/engine.ts';
import { openSegment } from '#search/segment.ts';
import { createSegmentBuilder } from '#search/segment-builder.ts';
import type { InstalledPack } from '#store/db.ts';
import type { IndexState } from '#store/packs/index-state.ts';
import type { SegmentStore } from '#store/packs/segments.ts';
import { nextTask } from './next-task.ts';

/** Pages read from the store at once. */
const BATCH = 16;
/** Milliseconds of work after which questions are let in. */
const STEP = 12;

interface Effects {
  /** Lets the messages that wait be answered. */
  readonly pause?: () => Promise<void>;
  readonly clock?: () => number;
}

/**
 * Keeps the engine like the installed packs: restores each from its record, and builds the records that are missing
 * from the stored sections, in small steps. `report` is told of every step. The answer ends it.
 */
export function keepIndex(
  engine: Engine,
  store: SegmentStore,
  report: (state: Omit<IndexState, 'version'>) => void,
  { pause = nextTask, clock = () => performance.now() }: Effects = {},
): () => void {
  let wanted: readonly InstalledPack[] = [];
  let working = false;
  let ended = false;
  /** Pack id to the release that the engine holds. */
  const held = new Map<string, string>();
  let built = 0;
  let toBuild = 0;

  const isWanted = ({ id, key }: InstalledPack): boolean => wanted.some((pack) => pack.id === id && pack.key === key);
  const isHeld = ({ id, key }: InstalledPack): boolean => held.get(id) === key;
  const tell = () => {
    const done = wanted.filter(isHeld).length;
    report({
      ready: done === wanted.length,
      packsDone: done,
      packsTotal: wanted.length,
      sections: engine.size(),
      percent: toBuild > 0 ? Math.min(100, Math.floor((100 * built) / toBuild)) : done === wanted.length ? 100 : 0,
    });
  };

  function hold(pack: InstalledPack, buffer: ArrayBuffer): boolean {
    const segment = openSegment(buffer);
    if (!segment || !isWanted(pack)) return false;
    engine.add(segment);
    held.set(pack.id, pack.key);
    return true;
  }

  function forgetGone(): void {
    for (const id of held.keys()) {
      if (wanted.some((pack) => pack.id === id)) continue;
      engine.remove(id);
      held.delete(id);
    }
  }

  async function restoreAll(): Promise<void> {
    for (const pack of wanted.filter((one) => !isHeld(one))) {
      const buffer = await store.load(pack.key);
      if (buffer) hold(pack, buffer);
      tell();
      await pause();
    }
  }

  async function build(pack: InstalledPack): Promise<void> {
    const { id, title, release, language } = pack;
    const acronyms = await store.acronyms(pack.key);
    const builder = createSegmentBuilder({ pack: id, packTitle: title, release, language, acronyms });
    const pages = await store.pages(pack.key);
    let since = clock();
    for (let from = 0; from < pages.length; from += BATCH) {
      for (const page of await store.read(pack.key, pages.slice(from, from + BATCH))) {
        if (ended || !isWanted(pack)) return;
        builder.add(page);
        built += page.sections.length;
        if (clock() - since < STEP) continue;
        tell();
        await pause();
        since = clock();
      }
    }
    const buffer = builder.finish();
    if (hold(pack, buffer)) await store.save(pack, buffer);
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    try {
      // Packs may come and go meanwhile: go round until nothing is left to do.
      for (;;) {
        forgetGone();
        await restoreAll();
        const missing = wanted.filter((pack) => !isHeld(pack));
        const [next] = missing;
        if (!next || ended) break;
        toBuild = built + missing.reduce((sum, { sections }) => sum + sections, 0);
        tell();
        await build(next);
      }
      built = 0;
      toBuild = 0;
      tell();
    } finally {
      working = false;
    }
  }

  const unwatch = store.watch((packs) => {
    wanted = packs;
    void work();
  });
  return () => {
    ended = true;
    unwatch();
  };
}
