/** Where a link may lead when it leaves the app. */
export type OutsideLink =
  | { readonly kind: 'web'; readonly href: string; readonly host: string; readonly punycode: boolean }
  | { readonly kind: 'mail'; readonly href: string; readonly to: string };

// Control characters, white space and bidi controls have no place in an address and are used to hide one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HIDDEN = /[\u0000-\u0020\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\]/;

/**
 * The one rule for addresses outside the app: `https:` and `mailto:` as the URL standard reads them, no user name
 * or password, nothing hidden. `null` means: not a link.
 */
export function outsideLink(address: string): OutsideLink | null {
  if (address.length > 2_000 || HIDDEN.test(address)) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.username !== '' || url.password !== '') return null;
  if (url.protocol === 'https:' && url.hostname !== '' && /^https:\/\//i.test(address)) {
    return { kind: 'web', href: url.href, host: url.host, punycode: /(^|\.)xn--/.test(url.hostname) };
  }
  if (url.protocol === 'mailto:') return mailLink(url);
  return null;
}

/** Keeps the address, the subject and the body; drops copies, attachments and everything else. */
function mailLink(url: URL): OutsideLink | null {
  const to = url.pathname;
  if (!/^[^@\s,;?&]+@[^@\s,;?&]+$/.test(to)) return null;
  const kept = ['subject', 'body'].flatMap((name) => {
    const value = url.searchParams.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return { kind: 'mail', href: `mailto:${to}${kept.length > 0 ? `?${kept.join('&')}` : ''}`, to };
}
