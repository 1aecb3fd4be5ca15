import { ORIGIN } from '#domain/address.ts';

/**
 * The one permission that exists: our own main frame may put plain text on the clipboard. Everything else is
 * refused by not being named, whatever origin it claims to come from.
 */
export function mayDo(permission: string, origin: string, mainFrame: boolean): boolean {
  return permission === 'clipboard-sanitized-write' && mainFrame && (origin === ORIGIN || origin === `${ORIGIN}/`);
}

/** What the window's session may load: our own files, and pictures that the window made itself. */
export function mayLoad(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`) || url.startsWith(`blob:${ORIGIN}/`);
}
