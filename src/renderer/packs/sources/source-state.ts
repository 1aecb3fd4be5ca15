import type { SourceView } from '#bridge/packs.ts';
import type { Day } from '#domain/day.ts';
import { shortDay } from '#domain/day.ts';
import { formatLocale } from '#domain/format-locale.ts';
import { localDay, momentWords } from '#domain/moment.ts';
import { isVerified, type PackOrigin } from '#domain/pack/pack-origin.ts';
import {
  type ListedRelease,
  type SourceFault,
  type SourceKnown,
  type Withheld,
  withheldFault,
  withheldNow,
} from '#domain/pack/source.ts';
import type { Say } from '#domain/words/words.ts';

/** A release that is here. */
export interface HereRelease {
  readonly id: string;
  readonly release: number;
  /** Absent where an older Satchel wrote it. */
  readonly origin?: PackOrigin;
}

export interface Speaking {
  readonly say: Say;
  readonly language: string;
  readonly today: Day;
}

/**
 * What can be done with a release of a source: `none` where it, or a newer one, is here. `replace`: what is here came from
 * a file, of which nobody knows who made it; its number says nothing.
 */
export function offerOf(
  { id, release }: ListedRelease,
  here: readonly HereRelease[],
): 'none' | 'update' | 'install' | 'replace' {
  const present = here.find((one) => one.id === id);
  if (present === undefined) return 'install';
  if (release > present.release) return 'update';
  return isVerified(present.origin) ? 'none' : 'replace';
}

/** Since when a source is out of date, ISO 8601; `null` where it is not. */
export function staleSince({ validUntil, expiredSince }: SourceKnown, now: Date): string | null {
  // A clock that was ahead said so.
  if (expiredSince !== null && Date.parse(expiredSince) <= now.getTime()) return expiredSince;
  return validUntil !== null && Date.parse(validUntil) <= now.getTime() ? validUntil : null;
}

/** How a source stands, in a sentence. */
export function stateWords(
  { known, checking }: Pick<SourceView, 'known' | 'checking'>,
  here: readonly HereRelease[],
  now: Date,
  { say, language }: Speaking,
): string {
  if (checking) return say('sources.checking');
  const since = staleSince(known, now);
  if (since !== null) return say('sources.outOfDate', { date: dayOf(since, language) });
  if (known.fault === 'unreachable') return say('sources.waiting');
  if (known.fault !== null) return say('sources.fault', { fault: known.fault.replaceAll('-', '') });
  if (known.asked === null) return say('sources.never');
  const withheld = withheldNow(known, now);
  const count = known.packs.filter(
    (pack) => offerOf(pack, here) !== 'none' && withheldFault(pack, withheld) === null,
  ).length;
  const all = faultsOf(withheld);
  if (all.length === 0) return count === 0 ? say('sources.upToDate') : say('sources.updates', { count });
  const list = new Intl.ListFormat(formatLocale(language), { type: 'conjunction' });
  const sentences = all.map(([fault, publishers]) =>
    say('sources.withheld', { fault: fault.replaceAll('-', ''), publisher: list.format(publishers) }),
  );
  return [...sentences, ...(count === 0 ? [] : [say('sources.updates', { count })])].join(' ');
}

/** Publishers of which something is withheld, by the reason. */
function faultsOf(withheld: readonly Withheld[]): readonly (readonly [SourceFault, readonly string[]])[] {
  const found = new Map<SourceFault, Set<string>>();
  for (const { fault, publisher } of withheld) found.set(fault, (found.get(fault) ?? new Set<string>()).add(publisher));
  return [...found].map(([fault, publishers]) => [fault, [...publishers]]);
}

/** Whether a release may be taken from there now. */
export const givesPack = (
  source: Pick<SourceView, 'known' | 'checking'>,
  pack: Pick<ListedRelease, 'id' | 'publisher'>,
  now: Date,
): boolean => gives(source, now) && withheldFault(pack, withheldNow(source.known, now)) === null;

/** Whether releases of it may be taken now. */
export const gives = ({ known, checking }: Pick<SourceView, 'known' | 'checking'>, now: Date): boolean =>
  !checking && known.fault === null && staleSince(known, now) === null;

/** Whether something is wrong with it beyond that it is away: what it has may be out of date, or is not relied on. */
export const isDoubtful = ({ known, checking }: Pick<SourceView, 'known' | 'checking'>, now: Date): boolean =>
  !checking &&
  (staleSince(known, now) !== null ||
    !(known.fault === null || known.fault === 'unreachable' || known.fault === 'stopped') ||
    (known.fault === null && withheldNow(known, now).length > 0));

/** The first day on which something of what is shown there is good no more. */
function signedUntil({ validUntil, packs, withheld }: SourceKnown): string | null {
  const dates = packs.filter((pack) => withheldFault(pack, withheld) === null).map((pack) => pack.validUntil);
  return [validUntil, ...dates].reduce(
    (first, next) => (first === null || (next !== null && Date.parse(next) < Date.parse(first)) ? next : first),
    null,
  );
}

/** When it was asked, and until when what it said is good; '' before the first time. */
export function askedWords(known: SourceKnown, { say, language, today }: Speaking): string {
  const { asked, good, fault } = known;
  const validUntil = signedUntil(known);
  if (asked === null) return '';
  const words = (moment: string): string => momentWords(moment, today, language, say, { within: true, timed: true });
  if (fault === null && validUntil !== null)
    return say('sources.asked.good', { asked: words(asked), until: dayOf(validUntil, language) });
  return good === null ? '' : say('sources.asked', { asked: words(asked), good: words(good) });
}

/** The day, here, of a moment. */
export function dayOf(moment: string, language: string): string {
  const day = localDay(moment);
  return day === null ? moment : shortDay(day, language);
}

/** Whether a source that holds now has a newer release of a pack that is here. */
export const isUpdated = (sources: readonly SourceView[], pack: HereRelease, now: Date): boolean =>
  sources.some(
    (source) =>
      gives(source, now) &&
      source.known.packs.some((one) => one.id === pack.id && one.release > pack.release && givesPack(source, one, now)),
  );
