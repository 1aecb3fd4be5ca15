import { type Finder, type Finding, findAll } from './finding.ts';
import { findHurried, findInitials, findLabelled, findLone, findPairs, findTurned } from './full-name.ts';

/** The tail leaves out the s of "Jones’s". */
const TAIL = "(?:['’-](?!s(?!\\p{L}))\\p{L}{1,29}){0,3}";
const WORD = `\\p{Lu}\\p{L}{1,29}${TAIL}`;
const FULL_NAME = `(?:\\p{Lu}\\.?[ \\u00a0]){0,3}(?:\\p{Lu}['’])?${WORD}(?:[ \\u00a0](?:(?:ap|ab|ferch|de|van|von|der) ){0,2}${WORD}){0,2}`;

const TITLED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|MR|MRS|Dr|Prof|Professor|Sir|Dame|Cllr|Councillor|Revd?)\\.?[ \\u00a0]${FULL_NAME}`,
  'gu',
);

/** Somebody who is reached by a number or an address is a person, if it is no office. */
const REACHED = new RegExp(
  '(?<=(?<![\\p{L}\\p{N}])(?:[Rr]ing|[Cc]all|[Pp]hone|[Tt]ext|[Ee]-?mail|[Cc]ontact|[Mm]essage|[Aa]sk(?: for)?|' +
    `(?:[Ss]peak|[Tt]alk|[Ww]rite) (?:to|with)) )${WORD}(?: ${WORD})?` +
    '(?=,? (?:on|at|via) (?:(?:his|her|their) )?(?:[+(]{0,2}(?:44|0[127])|[\\p{L}\\p{N}._%+-]{1,64}@))',
  'gu',
);

/** Offices, and those whom nobody takes for real. */
const NO_NAMES = new Set(
  (
    'Speaker President Chair Chairman Chairwoman Justice Secretary Minister Or And Who Test Tester Example Sample Dummy ' +
    'Pretend Made Madeup Bloggs Other Nobody Somebody Anybody Us Them Me Him Her It Support Helpdesk Help Reception ' +
    'Security Finance Procurement Commercial Legal Press Service Services Customer Team Desk Office Line Helpline Council ' +
    'Department Ministry Agency Group Unit Centre Board Police Enquiries'
  ).split(' '),
);

/** In Welsh "Sir" is a county, whose name begins in its mutated form. */
const COUNTIES = new Set(
  'Aberteifi Benfro Ceredigion Drefaldwyn Ddinbych Faesyfed Feirionnydd Fflint Forgannwg Frycheiniog Fynwy Fôn Gâr Gaerfyrddin Gaernarfon Powys'.split(
    ' ',
  ),
);

const isName = (name: string, isLoud = false): boolean =>
  (isLoud || /\p{Lu}\p{Ll}/u.test(name)) && !name.split(/[ \u00a0-]/).some((word) => NO_NAMES.has(word));

const findTitled = findAll('name', TITLED, ([written]) => {
  const [title, first = '', ...rest] = written.split(/[ \u00a0]/);
  return isName([first, ...rest].join(' '), /^MRS?\b/.test(written)) && !(title === 'Sir' && COUNTIES.has(first));
});
const findReached = findAll('name', REACHED, ([written]) => isName(written));

const FINDERS: readonly Finder[] = [
  findTitled,
  findReached,
  findLabelled,
  findPairs,
  findTurned,
  findInitials,
  findHurried,
  findLone,
];

/** Of two names over each other the longer one stays: "Dr Anwen Hughes", not "Anwen Hughes". */
export const findNames: Finder = (text) => {
  const found = FINDERS.flatMap((find) => find(text)).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Finding[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= one.start) kept.push(one);
    else if (one.end - one.start > last.end - last.start) kept[kept.length - 1] = one;
  }
  return kept;
};

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '(?:(?:19|20)\\d\\d)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';

/** A date of birth looks like any date, so only one that is said to be one counts. */
const BORN = new RegExp(
  '(?=[\\djfmasond])(?<=(?<!\\p{L})(?:DOB|D\\.?O\\.?B\\.?|date of birth|dyddiad geni|birth ?date|birthday|born|b\\.)[^\\p{L}\\p{N}\\n]{0,6}(?:(?:on|is|was) )?(?:the )?)' +
    `(?:${DAY}[ ./-](?:of )?(?:\\d{1,2}|${MONTH})[ .,/-]{1,2}(?:${YEAR}|\\d\\d)|${YEAR}[./-]\\d{1,2}[./-]\\d{1,2}|${MONTH} ${DAY},? ${YEAR}|${DAY}[ ./-](?:of )?${MONTH}|${MONTH} ${DAY})(?!\\p{N})`,
  'giu',
);

export const findBirthDates = findAll('birthDate', BORN, () => true);
