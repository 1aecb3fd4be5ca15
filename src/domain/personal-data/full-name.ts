import { type Finder, type Finding, findAll } from './finding.ts';
import { DOUBTFUL, GIVEN, NO_SURNAMES, SURNAMES } from './given-names.ts';
import { isPublished } from './published.ts';

const SPACE = '[ \\u00a0]';
const LETTERS = "\\p{Lu}[\\p{L}\\p{M}]{1,24}(?:['’-](?!s(?!\\p{L}))\\p{Lu}?\\p{L}{1,24}){0,2}";
const SURNAME = `(?:\\p{Lu}['’])?${LETTERS}`;
const PARTICLE = `(?:(?:ap|ab|ferch|de|da|del|van|von|der|den|al|bin|el)${SPACE}){0,2}`;
const ALONE = '(?<![\\p{L}\\p{M}\\p{N}_/@.-])';
const ENDS = '(?![\\p{L}\\p{M}\\p{N}_@/]|[-.]\\p{L})';

const plain = (word: string): string => word.replaceAll('’', "'").toLowerCase();
const bare = (word: string): string => plain(word).replace(/'s$/, '');
const isGiven = (word: string): boolean =>
  bare(word)
    .split('-')
    .some((part) => GIVEN.has(part) || GIVEN.has(unmarked(part)));
const isDoubtful = (word: string): boolean => DOUBTFUL.has(bare(word));
const isSurname = (word: string): boolean =>
  bare(word)
    .split('-')
    .some((part) => SURNAMES.has(part));
const unmarked = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
const isNoName = (word: string): boolean => NO_SURNAMES.has(plain(word));

const PAIR = new RegExp(`${ALONE}(${LETTERS})(?:${SPACE}\\p{Lu}\\.?){0,2}${SPACE}${PARTICLE}(${SURNAME})${ENDS}`, 'gu');

/** A given name that is hardly ever a word with any surname, or one that is a word with a surname that many have. */
export const findPairs = findAll('name', PAIR, ({ 0: whole, 1: given = '', 2: surname = '', index }, text) => {
  if (isNoName(surname) || isNoName(given)) return false;
  if (!isGiven(given) && !(isDoubtful(given) && isSurname(surname))) return false;
  // "Francis Crick Institute" is a place.
  const next = /^[ \u00a0](\p{Lu}\p{L}+)/u.exec(text.slice(index + whole.length, index + whole.length + 26))?.[1];
  return !(next !== undefined && isNoName(next)) && !isPublished(text, index, index + whole.length);
});

const INITIALS = new RegExp(`${ALONE}(?:\\p{Lu}\\.?${SPACE}?){1,3}(?<=[. \\u00a0])(${SURNAME})${ENDS}`, 'gu');

/** `J. Patel`, `A B Hughes`: a surname that many have after initials, of which one has its dot or stands apart. */
export const findInitials = findAll(
  'name',
  INITIALS,
  ({ 0: whole, 1: surname = '', index }, text) =>
    isSurname(surname) &&
    surname !== surname.toUpperCase() &&
    // "A King", "I Wood" and "C Sharp" are no initials.
    (/^\p{Lu}\./u.test(whole) ||
      /^(?:\p{Lu}[ \u00a0]){2}/u.test(whole) ||
      /^(?![AIC][ \u00a0])\p{Lu}[ \u00a0]/u.test(whole)) &&
    !isPublished(text, index, index + whole.length),
);

const TURNED = new RegExp(
  `(?<=^|[;|(:>*-][ \\t]|\\n)${ALONE}(${SURNAME}),${SPACE}(${LETTERS})(?:${SPACE}\\p{Lu}\\.?)?${ENDS}`,
  'gu',
);

/** `Okafor, Chidi`, as lists are sorted. */
export const findTurned = findAll(
  'name',
  TURNED,
  ([, surname = '', given = '']) => isSurname(surname) && isGiven(given),
);

const LOWER = new RegExp(`${ALONE}(\\p{Ll}{2,15})${SPACE}(\\p{Ll}{3,15})${ENDS}`, 'gu');

/** Typed in a hurry, `priya shah`: only where both are names and neither is a word. */
export const findHurried = findAll(
  'name',
  LOWER,
  ([, given = '', surname = '']) =>
    GIVEN.has(given) && !COMMON.has(given) && SURNAMES.has(surname) && !COMMON.has(surname),
);
/** Names of the lists that stand as words in small letters. */
const COMMON = new Set(
  (
    'dale hall hill wood woods long green greene gray brown white black young king knight stone sharp moss marsh west winter ' +
    'summers ward wells walker fisher fowler butcher carter cooper chambers cox mason miller mills palmer parsons potter ' +
    'shepherd slater smith spencer taylor turner tucker wheeler freeman foster fletcher cook harper hunter hart swift day burns ' +
    'birch brooks barker rowe sanders sharp sims price pole power reed lane lambert long low lowe may mark will rose bill ' +
    'art dean frank grant guy jack jean jade sue pat rob ray miles penny josh harry wayne roger sean chase ali chan ' +
    'lee li lin liu kim kay yan xin ying dev wu rich howe ally mina mona una uma raj ben sam max kit jan mei eve eva ana ' +
    'carol joe john jim tom tony tim tina roman'
  ).split(' '),
);

/** What people do, or what is told of them, next to a name that stands alone. */
const DOES =
  '(?:said|says|asked|asks|told|tells|thinks|thought|wants|wanted|agreed|disagreed|felt|feels|struggled|called|rang|emailed|mentioned|' +
  'suggested|suggests|reported|confirmed|explained|complained|refused|promised|replied|worries|worried|knows|knew|lives|works|left|joined|' +
  'was|is|has|had|needs|needed|liked|likes|hated|found|tried|gave|signed|chairs|chaired|leads|led)';
const LONE_BEFORE = new RegExp(
  `${ALONE}(${LETTERS})(?=(?:['’]s)?(?:${SPACE}\\([^()\\n]{1,40}\\))?,?${SPACE}(?:(?:also|then|still|only|just|never|always)${SPACE})?${DOES}(?!\\p{L})|` +
    `${SPACE}(?:from|in|at|of)${SPACE}(?:the${SPACE})?[\\p{L}\\p{N}]|['’]s${SPACE}(?:number|phone|mobile|email|address|team|manager|boss|desk|view|` +
    'idea|birthday|husband|wife|partner|son|daughter|mother|father|child|children|health|illness|salary|pay|job|home|house|flat|car)(?!\\p{L}))',
  'gu',
);
const LONE_AFTER = new RegExp(
  `(?<=(?<!\\p{L})(?:[Ss]poke to|[Ss]poke with|[Tt]alked to|[Tt]alked with|[Mm]et|[Mm]et with|[Mm]eeting with|[Cc]all with|[Ii]nterviewed|` +
    '[Ii]nterview with|[Aa]sked|[Tt]old|[Tt]hanks to|[Tt]hank|[Ee]mailed|[Rr]ang|[Rr]ing|[Cc]hat with|[Cc]hatted to|[Ww]ith|[Bb]y|[Ff]rom|[Hh]i|[Hh]ello|[Dd]ear|' +
    `cc|[Aa]nd|[Ss]ee) )(${LETTERS})${ENDS}`,
  'gu',
);

/** A given name alone is a person where it does, is or has something, or is met. */
export const findLone: Finder = (text) => [
  ...findAll('name', LONE_BEFORE, ({ 1: name = '', index }) => isLone(name, text, index))(text),
  ...findAll('name', LONE_AFTER, ({ 1: name = '', index }) => isLone(name, text, index))(text),
];

/** Alone: no other capitalised word stands beside it, as in "San Francisco". */
const isLone = (name: string, text: string, at: number): boolean =>
  isGiven(name) &&
  !isSurname(name) &&
  !isNoName(name) &&
  name !== name.toUpperCase() &&
  !/^[ \u00a0]\p{Lu}/u.test(text.slice(at + name.length, at + name.length + 2)) &&
  !/\p{Lu}[\p{L}'’.-]*[ \u00a0]$/u.test(text.slice(Math.max(0, at - 26), at).replace(/^\S*[.!?:] (?=\p{Lu})/u, ''));

const LABEL =
  /(?<![\p{L}\p{N}])(?:name|full name|contact|contact name|participant|interviewee|respondent|attendees?|present|apologies|signed|signed by|author|owner|claimant|applicant|patient|customer|tenant|pupil|line manager|manager|next of kin|emergency contact|spoke to|sender|recipient|from|to|cc)(?: \d{1,3})?[*_]{0,2}:[*_]{0,2}[ \t]*/giu;
const LISTED = new RegExp(
  `^[ \\t]*(${LETTERS}(?:${SPACE}\\p{Lu}\\.?){0,2}${SPACE}${PARTICLE}${SURNAME})(?=[ \\t]*(?:[,;(\\n|]|\\.(?!\\p{L})|$|\\r|and |& |- |– |on |\\d|\\+|<))`,
  'u',
);
/** Names in one list after one label. */
const MOST = 30;

/** After "Name:", "Present:" and the like any two capitalised words are a person, one after the other. */
export const findLabelled: Finder = (text) => {
  const findings: Finding[] = [];
  for (const { 0: label, index } of text.matchAll(LABEL)) {
    let at = index + label.length;
    for (let count = 0; count < MOST; count += 1) {
      const piece = text.slice(at, at + 160);
      const match = LISTED.exec(piece);
      const name = match?.[1] ?? '';
      if (match === null || name.split(/[ \u00a0]/).some(isNoName)) break;
      const start = at + match[0].length - name.length;
      findings.push({ kind: 'name', start, end: start + name.length, text: name });
      const next = /^[ \t]*(?:\([^()\n]{0,60}\)[ \t]*)?(?:,|;|and |& )[ \t]*/.exec(
        text.slice(start + name.length, start + name.length + 90),
      );
      if (next === null) break;
      at = start + name.length + next[0].length;
    }
  }
  return findings;
};
