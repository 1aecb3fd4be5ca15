import { crc32c } from './crc32c.ts';
import { type Entry, entrySchema } from './entry.ts';

/** `LENGTH CRC `: eight hexadecimal digits each, of the JSON's bytes. */
const HEAD = 18;
const SPACE = 0x20;
const NEWLINE = 0x0a;
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LATIN = new TextDecoder('latin1');

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** One line: length, CRC-32C, JSON, line feed. JSON has no raw line feed, so the next one ends the line. */
export function writeLine({ seq, note, rev, parent, time, op, start, fields }: Entry): Uint8Array<ArrayBuffer> {
  const json = ENCODER.encode(JSON.stringify({ seq, note, rev, parent, time, op, start, fields }));
  const line = new Uint8Array(HEAD + json.length + 1);
  line.set(ENCODER.encode(`${hex(json.length)} ${hex(crc32c(json))} `));
  line.set(json, HEAD);
  line[line.length - 1] = NEWLINE;
  return line;
}

/** A line without its content; `full` where it has one. */
export type LineHead = Omit<Entry, 'parent' | 'fields'> & { readonly full: boolean };

/** What stands in a journal file from byte `from` to before byte `to`. */
export type Piece =
  | { readonly kind: 'entry'; readonly from: number; readonly to: number; readonly head: LineHead }
  /** Whole, but of a newer app: kept as it is. */
  | { readonly kind: 'foreign'; readonly from: number; readonly to: number }
  | { readonly kind: 'damaged'; readonly from: number; readonly to: number };

/**
 * Reads a file piece by piece. What is damaged ends at the next line feed, or where a whole line follows on zeros, which
 * a disk leaves in place of what it lost. A file that was cut off in a line ends with a damaged piece.
 */
export function* readLines(bytes: Uint8Array): Generator<Piece> {
  let from = 0;
  while (from < bytes.length) {
    const end = wholeLine(bytes, from);
    const to = end === null ? endOfDamage(bytes, from) : Math.min(bytes.length, end + 1);
    yield end === null ? { kind: 'damaged', from, to } : pieceOf(bytes, from, end, to);
    from = to;
  }
}

function endOfDamage(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === NEWLINE) return at + 1;
    // JSON has no raw zero.
    const isEnd = bytes[at] === 0 && bytes[at + 1] !== 0;
    if (isEnd && wholeLine(bytes, at + 1) !== null) return at + 1;
  }
  return bytes.length;
}

/** Where the JSON of the line at `from` ends, or `null` when it is not what was written. */
function wholeLine(bytes: Uint8Array, from: number): number | null {
  if (bytes[from + 8] !== SPACE || bytes[from + 17] !== SPACE) return null;
  const length = hexAt(bytes, from);
  const crc = hexAt(bytes, from + 9);
  const end = from + HEAD + length;
  if (Number.isNaN(length) || length === 0 || end > bytes.length) return null;
  return crc32c(bytes, from + HEAD, end) === crc ? end : null;
}

function hexAt(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let at = from; at < from + 8; at++) {
    const digit = '0123456789abcdef'.indexOf(String.fromCharCode(bytes[at] ?? 0));
    if (digit < 0) return Number.NaN;
    value = value * 16 + digit;
  }
  return value;
}

function pieceOf(bytes: Uint8Array, from: number, end: number, to: number): Piece {
  // Two hundred megabytes of notes are looked through at a start: their content is not parsed for it.
  const head = quickHead(bytes, from + HEAD, end) ?? headOf(parse(bytes, from + HEAD, end));
  return head ? { kind: 'entry', from, to, head } : { kind: 'foreign', from, to };
}

/** The whole line; `null` where it is none of ours. */
export function entryAt(bytes: Uint8Array, { from }: Pick<Piece, 'from'>): Entry | null {
  // Something else may stand in place of its line feed.
  return parse(bytes, from + HEAD, from + HEAD + hexAt(bytes, from));
}

function parse(bytes: Uint8Array, from: number, end: number): Entry | null {
  try {
    const found = entrySchema.safeParse(JSON.parse(DECODER.decode(bytes.subarray(from, end))));
    if (found.success) return found.data;
  } catch {
    // The sum is right, so this was written as it is: not by this app.
  }
  return null;
}

function headOf(entry: Entry | null): LineHead | null {
  if (entry === null) return null;
  const { seq, note, rev, time, op, start, fields } = entry;
  return { seq, note, rev, time, op, ...(start && { start }), full: fields !== null };
}

/** Bytes that the head of a line of ours has at most, as a rule. */
const QUICK = 380;
/** Text that JSON writes as it stands, a byte a character. */
const PLAIN = '"([ !#-\\[\\]-~]{0,200})"';
const START = '"start":\\{"id":"([a-z0-9]{1,20})","knew":(\\d{1,15})\\}';
const OURS = new RegExp(
  `^\\{"seq":([1-9]\\d{0,14}),"note":${PLAIN},"rev":${PLAIN},"parent":(?:null|${PLAIN}),"time":${PLAIN},"op":"(put|trash|drop)",(?:${START},)?"fields":(null\\}$|\\{)`,
);

/** The head of a line as this app writes it, its content unread; `null` where it must be parsed to know. */
function quickHead(bytes: Uint8Array, from: number, end: number): LineHead | null {
  const match = OURS.exec(LATIN.decode(bytes.subarray(from, Math.min(end, from + QUICK))));
  if (!match) return null;
  const [, seq, note = '', rev = '', , time = '', op, id, knew, fields = ''] = match;
  const start = id === undefined ? {} : { start: { id, knew: Number(knew) } };
  return { seq: Number(seq), note, rev, time, op: op as LineHead['op'], ...start, full: fields === '{' };
}
