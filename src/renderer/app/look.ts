import type { Settings } from '#domain/settings.ts';

type Look = Pick<Settings, 'theme' | 'contrast' | 'readingSize' | 'language'>;

const NAME = 'satchel.look';

/** Puts colours, contrast, reading size and language on the root; `system` leaves them to the system. */
export function applyLook(root: HTMLElement, look: Look): void {
  set(root, 'data-theme', look.theme === 'system' ? null : look.theme);
  set(root, 'data-contrast', look.contrast === 'system' ? null : look.contrast);
  root.style.setProperty('--sat-reading-scale', String(look.readingSize));
  // The long test language is English to a screen reader.
  root.lang = look.language === 'en-XA' ? 'en-GB' : look.language;
}

function set(root: HTMLElement, name: string, value: string | null): void {
  if (value === null) root.removeAttribute(name);
  else root.setAttribute(name, value);
}

/** Keeps the colours for the next start, so that its first paint has them before main answers. */
export function keepLook(storage: Pick<Storage, 'setItem'>, look: Look): void {
  storage.setItem(NAME, `${look.theme} ${look.contrast}`);
}

export function earlyLook(root: HTMLElement, storage: Pick<Storage, 'getItem'>): void {
  const [theme = 'system', contrast = 'system'] = (storage.getItem(NAME) ?? '').split(' ');
  if (['light', 'dark'].includes(theme)) set(root, 'data-theme', theme);
  if (['normal', 'more'].includes(contrast)) set(root, 'data-contrast', contrast);
}
