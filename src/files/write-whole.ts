import { dirname, resolve } from 'node:path';
import { halfOf } from './half-file.ts';
import { type HalfFile, nowEffects, type WholeEffects, wholeEffects } from './whole-effects.ts';

type Bytes = string | Uint8Array;

/** What a file is to hold. A function writes the file by itself under the path it is given, on the disk when it answers. */
export type Content = Bytes | AsyncIterable<Bytes> | ((half: string) => Promise<unknown>);

export interface WholeOptions {
  /** Rights of the file. Else those of the file that it replaces, or what the system gives a new one. */
  readonly mode?: number;
  /** It must be on the disk: where a file system cannot promise that, it is not written. */
  readonly mustLast?: true;
  /** It is a copy for this moment: the disk is not waited for. */
  readonly passing?: true;
}

/**
 * Writes a file that appears whole and on the disk, or not at all: what stood there before stays until then. Every file
 * that is written goes this way. A link is followed, so that it stays one; what may not be written to is not replaced.
 *
 * @returns its bytes, 0 where a function wrote them
 * @throws what the disk said, with its `code`, or what the content threw; then the place is as it was
 */
export const writeWhole = async (
  path: string,
  content: Content,
  options: WholeOptions = {},
  effects: WholeEffects = wholeEffects,
): Promise<number> => walk(whole(path, content, options, effects));

/** The same for a few bytes that must be on the disk before anything else happens. */
export const writeWholeNow = (
  path: string,
  content: Bytes,
  options: WholeOptions = {},
  effects: WholeEffects = nowEffects,
): number => walkNow(whole(path, content, options, effects));

/** Calls one after another, which answer at once or are waited for. */
type Steps<T> = Generator<unknown, T, unknown>;

function* of<T>(answer: T | Promise<T>): Steps<T> {
  return (yield answer) as T;
}

async function walk<T>(steps: Steps<T>): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    // Told apart: what the steps themselves throw is not told to them again.
    const answer = await Promise.resolve(step.value).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    step = 'error' in answer ? steps.throw(answer.error) : steps.next(answer.value);
  }
  return step.value;
}

function walkNow<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next(step.value);
  return step.value;
}

function* whole(path: string, content: Content, options: WholeOptions, effects: WholeEffects): Steps<number> {
  const unsynced = options.mustLast ? NOTHING : CANNOT_SYNC;
  const target = yield* placeOf(path, effects);
  const before = yield* of(effects.look(target));
  if (before?.kind === 'other') throw refusal('EISDIR', 'no file stands there');
  if (before) {
    // A rename asks for no right to the file itself.
    if ((before.mode & 0o222) === 0) throw refusal('EACCES', 'the file is to be read only');
    yield* of(effects.demandWritable(target));
  }
  const half = halfOf(target);
  let size = 0;
  try {
    if (typeof content === 'function') yield* of(content(half));
    else {
      const { passing } = options;
      size = yield* fill(half, content, { mode: options.mode ?? before?.mode, unsynced, passing }, effects);
    }
    yield* of(effects.rename(half, target));
  } catch (error) {
    yield* expected(() => effects.remove(half), ANYTHING);
    throw error;
  }
  // The file stands, whole; some file systems cannot do more, and some folders may be written to but not opened.
  if (!options.passing) yield* expected(() => effects.syncFolder(dirname(target)), unsynced);
  return size;
}

/** More links than this lead nowhere. */
const MOST_LINKS = 40;

/** Where a file really goes. */
function* placeOf(path: string, effects: WholeEffects): Steps<string> {
  let place = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    if ((yield* of(effects.look(place)))?.kind !== 'link') return place;
    place = resolve(dirname(place), yield* of(effects.readLink(place)));
  }
  throw refusal('ELOOP', 'the links go in a circle');
}

function* fill(
  half: string,
  content: Bytes | AsyncIterable<Bytes>,
  {
    mode,
    unsynced,
    passing,
  }: { readonly mode: number | undefined; readonly unsynced: RegExp; readonly passing: true | undefined },
  effects: WholeEffects,
): Steps<number> {
  const file = yield* of(effects.create(half, mode ?? 0o666));
  let size = 0;
  try {
    // FAT keeps no rights.
    if (mode !== undefined) yield* expected(() => file.chmod(mode), ANYTHING);
    if (typeof content === 'string' || content instanceof Uint8Array) size += yield* writeAll(file, content);
    else {
      const pieces = content[Symbol.asyncIterator]();
      try {
        for (;;) {
          const piece = yield* of(pieces.next());
          if (piece.done) break;
          size += yield* writeAll(file, piece.value);
        }
      } finally {
        // Whoever makes the pieces is told that no more are wanted.
        yield* expected(() => pieces.return?.(), ANYTHING);
      }
    }
    if (!passing) yield* expected(() => file.sync(), unsynced);
    if ((yield* of(file.size())) !== size) throw refusal('EIO', 'the disk kept another number of bytes');
  } finally {
    yield* of(file.close());
  }
  return size;
}

/** A full disk takes a part of the bytes first and says so only when it is asked again. */
function* writeAll(file: HalfFile, content: Bytes): Steps<number> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let done = 0; done < bytes.length; ) {
    const more = yield* of(file.write(bytes.subarray(done)));
    if (more <= 0) throw refusal('ENOSPC', 'the disk takes no more');
    done += more;
  }
  return bytes.length;
}

const CANNOT_SYNC = /^(?:EINVAL|ENOTSUP|EOPNOTSUPP|ENOSYS|EISDIR|EPERM|EACCES|EBADF)$/;
const ANYTHING = /^/;
const NOTHING = /(?!)/;

/** A call whose refusal with one of these codes changes nothing. */
function* expected(call: () => unknown, codes: RegExp): Steps<void> {
  try {
    yield* of(call());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!codes.test(code)) throw error;
  }
}

const refusal = (code: string, why: string): Error => Object.assign(new Error(`${code}: ${why}`), { code });
