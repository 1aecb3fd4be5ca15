import { withoutEnd } from '../without-end.ts';
import { type Finder, findAll } from './finding.ts';

/** What stands before the sign begins where no such letter stood, so that a long word is read once. */
const ADDRESS = /(?<![\p{L}\p{N}._%+'’-])([\p{L}\p{N}._%+'’-]+)@([\p{L}\p{N}.-]+)/gu;

/** Kept free for examples (RFC 2606, RFC 6761), and what people take for that. */
const EXAMPLE =
  /(?:^|\.)(?:example(?:\.(?:org|com|net|gov|edu|wales|cymru|(?:gov|co|org|ac|nhs)\.uk))?|test|invalid|localhost)$/;
const PLACE_HOLDER =
  /^(?:your|my|first|last|sur|given|family|full|user)?[._-]?(?:name|email|mail)(?:[._-]?(?:last|sur)name)?$/;

/** A mailbox of a role is what the warning asks people to use. */
const ROLES = new Set(
  (
    'abuse admin bookings careers comms contact contactus correspondence customerservice digital dpo events finance foi ' +
    'git hello hr inbox jobs legal mail mailbox media news newsletter office openinfo opensource postmaster press privacy ' +
    'reception registrar sales security service tenders training webmaster'
  ).split(' '),
);
/** These name a role as one part of a longer address too. */
const ROLE_PARTS = new Set(
  (
    'accessibility commercial complaints dataprotection engagement enquiries enquiry feedback help helpdesk info ' +
    'communications deployments information inquiries noreply participate pressoffice procurement recruitment reply research servicedesk support team'
  ).split(' '),
);

const SPELT = new RegExp(
  '(?<![\\p{L}\\p{N}._-])[\\p{L}\\p{N}_-]{1,30}(?:(?:\\.| ?[[(]?dot[\\])]? ?)[\\p{L}\\p{N}_-]{1,30}){0,3}(?: ?[[(] ?at ?[\\])] ?| at )' +
    '[\\p{L}\\p{N}-]{2,40}(?:(?: dot | ?[[(] ?dot ?[\\])] ?|\\.)[\\p{L}\\p{N}-]{2,20}){1,4}(?![\\p{L}\\p{N}])',
  'giu',
);

/** `jo dot jones at firm dot com`, `jo [at] firm.com`: an address that is spelt. Plain words with "at" need a spelt dot. */
export const findSpelt = findAll('email', SPELT, ([written]) => {
  const isSpelt = /[[(] ?at ?[\])]| dot |[[(] ?dot/i.test(written);
  return (
    isSpelt && isPerson(written.replace(/ ?[[(]? ?\bat\b ?[\])]? ?/i, '@').replace(/ ?[[(]? ?\bdot\b ?[\])]? ?/gi, '.'))
  );
});

export const findEmails: Finder = (text) =>
  [...text.matchAll(ADDRESS)].flatMap(({ 0: whole, 1: local = '', index }) => {
    // The words of a link and its address are one.
    if (text.startsWith(`${whole}](mailto:`, index - whole.length - '](mailto:'.length)) return [];
    const before = /^['’._%+-]*/.exec(local)?.[0].length ?? 0;
    const address = withoutEnd(whole.slice(before), /[.-]/);
    return isPerson(address)
      ? [{ kind: 'email' as const, start: index + before, end: index + before + address.length, text: address }]
      : [];
  });

function isPerson(address: string): boolean {
  const [local = '', named = ''] = address.split('@');
  const domain = named.toLowerCase();
  // `name@1.2.3` is a version of a package, `name@host` a login.
  return local !== '' && /\.\p{L}{2,}$/u.test(domain) && !EXAMPLE.test(domain) && !isRole(local);
}

/** `inquiries18f`, `CDOServiceDeployments`: parts also where only a figure or a capital parts them. */
const isRole = (written: string): boolean => {
  const local = written.toLowerCase();
  if (PLACE_HOLDER.test(local) || ROLES.has(local)) return true;
  return written.split(/[._+-]|\d+|(?<=\p{Ll})(?=\p{Lu})/u).some((part) => ROLE_PARTS.has(part.toLowerCase()));
};
