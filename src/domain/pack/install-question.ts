import { looksLike } from './look-alike.ts';
import { isVerified, type OfferedOrigin, originOf, type PackOrigin } from './pack-origin.ts';
import { type Contender, replacement } from './replacement.ts';

/** What a pack says of itself, as far as it is asked about. */
export interface OfferedRelease extends Contender {
  readonly id: string;
  readonly origin: OfferedOrigin;
  readonly pageIds: readonly string[];
}

/** The release of the same id that is here. */
export interface PresentRelease extends Contender {
  /** Absent where an older Satchel wrote it. */
  readonly origin?: PackOrigin;
}

/** A pack that is here or came with the app. */
export interface KnownPack {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
}

/** What a person is asked before a pack comes in that does not come by itself. Plain data: equal ones are one question. */
export interface InstallQuestion {
  /** What it takes the place of; `null` where no release of it is here. */
  readonly replaces: Contender | null;
  readonly posing: boolean;
  /** Title of another pack whose title its own would be taken for; `null` where there is none. */
  readonly titleOf: string | null;
  /** Title of another pack whose publisher its own would be taken for; `null` where there is none. */
  readonly publisherOf: string | null;
  /** It gives another publisher than the one that is here. */
  readonly otherPublisher: boolean;
  /** Its number is so much higher that it is no next release. */
  readonly leaps: boolean;
  readonly pages: number;
  /** Pages that are new, of those. */
  readonly added: number;
  /** Titles of pages that are here and not in it. */
  readonly lost: readonly string[];
}

/** The question about an offered release; `null` for what comes in without one, or never. `pages`: title by id of what is here. `known`: packs that it may be taken for. */
export function installQuestion(
  offered: OfferedRelease,
  present: PresentRelease | undefined,
  pages: ReadonlyMap<string, string>,
  known: readonly KnownPack[] = [],
): InstallQuestion | null {
  if (replacement(present, offered).may !== 'asks') return null;
  const ids = new Set(offered.pageIds);
  const posing = offered.origin === 'posing';
  const others = known.filter(({ id }) => id !== offered.id);
  // What is the same as in the release that is here was told of when that came in.
  const isNew = (key: 'title' | 'publisher'): boolean =>
    present === undefined || !looksLike(offered[key], present[key]);
  const likeOf = (key: 'title' | 'publisher'): string | null =>
    (isNew(key) ? others.find((one) => looksLike(one[key], offered[key])) : undefined)?.title ?? null;
  // A source shows who made it: then its publisher is no claim.
  const claims = !isVerified(originOf(offered.origin));
  const alike = { titleOf: likeOf('title'), publisherOf: claims ? likeOf('publisher') : null };
  if (!present) {
    return {
      replaces: null,
      posing,
      ...alike,
      otherPublisher: false,
      leaps: false,
      pages: ids.size,
      added: ids.size,
      lost: [],
    };
  }
  const { title, version, release, publisher, hash } = present;
  return {
    replaces: { title, version, release, publisher, hash },
    posing,
    ...alike,
    otherPublisher: offered.publisher !== publisher,
    leaps: isLeap(release, offered.release),
    pages: ids.size,
    added: [...ids].filter((id) => !pages.has(id)).length,
    lost: [...pages].filter(([id]) => !ids.has(id)).map(([, name]) => name),
  };
}

/** Whether something is odd about it, beyond that nobody can say who made it. */
export const isOdd = ({ posing, titleOf, publisherOf, otherPublisher, leaps, lost }: InstallQuestion): boolean =>
  posing || titleOf !== null || publisherOf !== null || otherPublisher || leaps || lost.length > 0;

/** Releases that a laptop may have missed. */
const PLAUSIBLE = 100;
/** Numbers made from days and months grow in steps of their own: five years of them. */
const YEARS = 5;

/** Whether a release number is more than a few years of releases above another. */
export function isLeap(from: number, to: number): boolean {
  const step = to - from;
  if (isDay(from) && isDay(to)) return step > YEARS * 10_000;
  if (isMonth(from) && isMonth(to)) return step > YEARS * 100;
  return step > PLAUSIBLE;
}

/** `YYYYMM`. */
const isMonth = (number: number): boolean =>
  number >= 1990_01 && number <= 2099_12 && number % 100 >= 1 && number % 100 <= 12;

/** `YYYYMMDD`. */
const isDay = (number: number): boolean => isMonth(Math.floor(number / 100)) && number % 100 >= 1 && number % 100 <= 31;
