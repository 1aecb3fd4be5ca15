/** A file's text with `\n` as line break and no byte order mark, and what it was written in when not UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/** Reads bytes as text. It always succeeds: what is neither UTF-8 nor UTF-16 is read as Windows text. */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const text = new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
    return { text: plainBreaks(text), encoding: 'utf-16' };
  }
  try {
    return { text: plainBreaks(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), encoding: 'utf-8' };
  } catch {
    return { text: plainBreaks(windowsText(bytes)), encoding: 'windows-1252' };
  }
}

const plainBreaks = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Signs of the bytes 0x80 to 0x9f; a dot stands for the five that have none. */
const WINDOWS = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

/** Node reads windows-1252 as Latin-1: a dash between figures would be a sign that nobody sees. */
function windowsText(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (sign) => {
    const shown = WINDOWS[sign.charCodeAt(0) - 0x80] ?? '.';
    return shown === '.' ? sign : shown;
  });
}
