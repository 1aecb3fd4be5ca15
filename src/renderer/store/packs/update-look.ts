import type { Bridge } from '#bridge/calls.ts';
import type { UpdateLook } from '#bridge/packs.ts';
import { countSections, NO_SECTIONS, type SectionChange, type SectionCounts } from '#domain/pack/section-changes.ts';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';
import { sharedValue } from '#kit/shared-value.ts';
import { endFetching } from '#kit/sources.ts';
import { type InstalledPack, type PackDb, packRows } from '../db.ts';
import { RELIED, type Relied, reliedOn } from '../own/relied-on.ts';
import { comparePage } from './compare.ts';

/** A page of which some section changes. */
export interface PageChange {
  readonly page: string;
  readonly title: string;
  readonly is: 'added' | 'changed' | 'gone';
  readonly relied: Relied | null;
  readonly sections: readonly SectionChange[];
}

/** What an update changes, as far as it is known. */
export interface Changes {
  readonly created: string;
  readonly pages: readonly PageChange[];
  readonly counts: SectionCounts;
  /** Titles of pages whose words stay and whose file does not: dates, links, pictures. */
  readonly details: readonly string[];
  /** Pages that were looked at, of those that may differ. */
  readonly done: number;
  readonly total: number;
  /** Pages of the release. */
  readonly all: number;
}

export type Look =
  | { readonly at: 'fetching' }
  | { readonly at: 'comparing' | 'whole' | 'stopped'; readonly changes: Changes }
  | { readonly at: 'refused'; readonly problem: Problem };

/** A release that a source offers in the place of one that is here. */
export interface OfferedUpdate {
  readonly source: string;
  readonly sha256: string;
  readonly pack: Pick<InstalledPack, 'id' | 'key' | 'hash'>;
}

interface Effects {
  readonly from: () => Bridge;
  readonly compare: typeof comparePage;
  readonly relied: typeof reliedOn;
  readonly db: PackDb;
}

const theWindow = (): Effects => ({ from: bridge, compare: comparePage, relied: reliedOn, db: packRows() });

/** Pages under way at once: reading, and comparing, each with a process or worker of its own. */
const AHEAD = 4;

const looked = sharedValue<ReadonlyMap<string, SectionCounts>>(new Map());
const lookedKey = ({ sha256, pack }: OfferedUpdate): string => `${pack.hash} ${sha256}`;

/** How many sections an update changes, where it was looked at since the start. */
export const useLooked = (update: OfferedUpdate): SectionCounts | undefined => looked.use().get(lookedKey(update));

/**
 * Looks at what an update changes, page by page; what a person has to do with first. Nothing is installed by it, and
 * what has come need not come again. `tell` hears how far it is; `signal` ends it.
 */
export async function lookAtUpdate(
  update: OfferedUpdate,
  tell: (look: Look) => void,
  signal: AbortSignal,
  { from, compare, relied, db }: Effects = theWindow(),
): Promise<void> {
  const { source, sha256, pack } = update;
  const { call } = from();
  const say = (look: Look): void => {
    if (!signal.aborted) tell(look);
  };
  say({ at: 'fetching' });
  const found = await call['sources:look'](source, pack.id, sha256, pack.hash);
  endFetching();
  if (!found.ok) return say({ at: 'refused', problem: found.problem });
  const here = (await db.pages.where('key').equals(pack.key).primaryKeys()).map(([, page]) => page);
  const order = inOrder(found.value, here, await relied(pack.id));
  let changes: Changes = {
    created: found.value.created,
    pages: [],
    counts: NO_SECTIONS,
    details: [],
    done: 0,
    total: order.length,
    all: found.value.pages.length,
  };
  const look = async ({ page, is }: Placed): Promise<Result<Omit<PageChange, 'relied'>>> => {
    const words = is === 'gone' ? null : await call['sources:page'](sha256, page);
    if (words && !words.ok) return words;
    const compared = await compare({ key: pack.key, page, now: words?.value ?? null });
    return { ok: true, value: { page, is, ...compared } };
  };
  const begun: ReturnType<typeof look>[] = [];
  for (const [at, placed] of order.entries()) {
    for (let next = order[begun.length]; next && begun.length <= at + AHEAD; next = order[begun.length]) {
      const work = look(next);
      // It is thrown in its turn.
      work.catch(() => undefined);
      begun.push(work);
    }
    const answer = await begun[at];
    if (signal.aborted) return;
    if (!answer?.ok) {
      if (answer) say({ at: 'refused', problem: answer.problem });
      return;
    }
    changes = withPage(changes, { ...answer.value, relied: placed.relied }, found.value.filesKnown);
    if (changes.done % TOLD === 0) say({ at: 'comparing', changes });
  }
  looked.set(new Map([...looked.get(), [lookedKey(update), changes.counts]]));
  say({ at: 'whole', changes });
}

/** So many pages at a time: each is a drawing. */
const TOLD = 10;

interface Placed {
  readonly page: string;
  readonly is: PageChange['is'];
  readonly relied: Relied | null;
}

function inOrder(
  { pages, differ }: UpdateLook,
  here: readonly string[],
  relied: ReadonlyMap<string, Relied>,
): readonly Placed[] {
  const before = new Set(here);
  const after = new Set(pages);
  const placed = [...differ, ...here.filter((page) => !after.has(page))].map((page): Placed => {
    const is = !after.has(page) ? 'gone' : before.has(page) ? 'changed' : 'added';
    return { page, is, relied: relied.get(page) ?? null };
  });
  const weight = ({ relied: by }: Placed): number => (by === null ? RELIED.length : RELIED.indexOf(by));
  return placed.toSorted((a, b) => weight(a) - weight(b));
}

function withPage(changes: Changes, page: PageChange, filesKnown: boolean): Changes {
  const done = changes.done + 1;
  if (page.sections.length > 0) {
    return {
      ...changes,
      done,
      pages: [...changes.pages, page],
      counts: countSections(page.sections, changes.counts),
    };
  }
  return { ...changes, done, details: filesKnown ? [...changes.details, page.title] : changes.details };
}
