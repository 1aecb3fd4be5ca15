import { FIELDS } from './note/fields.ts';
import { type OwnText, textsOf } from './note/own-words.ts';
import { fieldOrUnknown, type Note, type NoteField } from './note/record/note.ts';
import { findAccountFirst, findCards, findSortCodeFirst } from './personal-data/bank.ts';
import { findEmails, findSpelt } from './personal-data/email.ts';
import { type Finder, type Finding, PERSONAL_KINDS } from './personal-data/finding.ts';
import { findInsuranceNumbers, findLicences, findNhsNumbers } from './personal-data/identity.ts';
import { findBirthDates, findNames } from './personal-data/person.ts';
import { findPhones, findPhonesAbroad } from './personal-data/phone.ts';
import { findAddresses, findInternetAddresses, findVehicles } from './personal-data/place.ts';
import { findPostcodes } from './personal-data/postcode.ts';
import {
  findHalfAccounts,
  findHandles,
  findIbans,
  findPassports,
  findPersonNumbers,
  findProfiles,
  findTaxReferences,
} from './personal-data/reference.ts';

const FINDERS: readonly Finder[] = [
  findEmails,
  findSpelt,
  findCards,
  findSortCodeFirst,
  findAccountFirst,
  findHalfAccounts,
  findIbans,
  findLicences,
  findInsuranceNumbers,
  findPassports,
  findTaxReferences,
  findPersonNumbers,
  findPhones,
  findPhonesAbroad,
  findNhsNumbers,
  findBirthDates,
  findAddresses,
  findPostcodes,
  findVehicles,
  findInternetAddresses,
  findHandles,
  findProfiles,
  findNames,
];

/**
 * Places in a text that look like details of a person, in their order, none over another. Code and quotes count too.
 * It guesses: it misses some and takes some for what they are not. What is plainly made up is no finding.
 */
export function findPersonalData(text: string): readonly Finding[] {
  const found = FINDERS.flatMap((find) => find(text)).sort((a, b) => a.start - b.start || rank(a) - rank(b));
  return apart(outsideAddresses(found, text));
}

const rank = ({ kind }: Finding): number => PERSONAL_KINDS.indexOf(kind);

/** Numbers in web addresses are names of pages; an email address there is one all the same. */
function outsideAddresses(found: readonly Finding[], text: string): readonly Finding[] {
  const addresses = text.matchAll(/https?:\/\/[^\s<>"'`]+/g);
  let next = addresses.next();
  return found.filter(({ kind, start }) => {
    while (!next.done && next.value.index + next.value[0].length <= start) next = addresses.next();
    return kind === 'email' || kind === 'handle' || next.done || start < next.value.index;
  });
}

/** Of two that overlap the one whose kind comes first in the list stays. */
function apart(found: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = [];
  for (const finding of found) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= finding.start) kept.push(finding);
    else if (rank(finding) < rank(last)) kept[kept.length - 1] = finding;
  }
  return kept;
}

/** `field` is the way to the text in the note: `problem`, `hypothesis.change`, `stopRules.0.text`. */
export type NoteFinding = Finding & { readonly field: string };

/**
 * Not those that nobody writes, nor those that hold published words. The locked plan holds nothing that neither the
 * fields nor the deviations hold. What a newer Satchel added may hold anything.
 */
const scanned = (note: Note): readonly OwnText[] =>
  Object.keys(note).flatMap((name) => {
    const field = fieldOrUnknown(name);
    if (name === 'shape' || (field !== 'unknown' && !FIELDS[field].scanned)) return [];
    return textsOf(note, name as NoteField);
  });

/** What a person said is not personal and still stands in the note: what they deleted since must not leave with it. */
export function stillNotPersonal(note: Note): readonly string[] {
  const texts = scanned(note);
  return note.notPersonal.filter((said) => texts.some(({ text }) => text.includes(said)));
}

/** What looks personal in a note's own words, in the order of its fields, without what a person said is not. */
export function personalIn(note: Note): readonly NoteFinding[] {
  const dismissed = new Set(note.notPersonal);
  return scanned(note)
    .flatMap(({ path, text }) => findPersonalData(text).map((finding) => ({ ...finding, field: path })))
    .filter(({ text }) => !dismissed.has(text));
}
