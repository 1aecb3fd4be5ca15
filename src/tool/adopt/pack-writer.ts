import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMap, parseDocument } from 'yaml';
import { makePath } from '#files/make-folder.ts';
import { readRegular } from '#files/regular-file.ts';
import { writeWhole } from '#files/write-whole.ts';
import { Failure, writeFailure } from '#tool/failure.ts';
import { countWords } from '#tool/findings.ts';

/** First line of the pack.yaml of an adopted pack: only such a folder is written again. */
export const ADOPTED =
  '# Made by satchel adopt. Adopting the folder again keeps what you changed here and pages of your own.';
/** As it was until it kept anything. */
const ADOPTED_BEFORE = '# Made by satchel adopt. Adopting the folder again writes this folder anew.';

/** What adopt wrote the last time: file → SHA-256. */
const RECORD = '.adopted.json';

/** What stays of the folder that was there. */
export interface WrittenPack {
  readonly kept: readonly { readonly file: string; readonly why: string }[];
}

type Files = ReadonlyMap<string, string | Uint8Array>;

/** Settings of pack.yaml that an editor decides once the pack is there. */
const GIVEN = ['publisher', 'language', 'licence', 'created'] as const;

/** Which settings were asked for by name. The others keep what pack.yaml has. */
export type GivenSettings = Readonly<Partial<Record<(typeof GIVEN)[number], string>>>;

/**
 * Writes an adopted pack. A folder that is there must be empty or hold an adopted pack: of that, files that adopt did
 * not make stay, pack.yaml keeps what it says, and pages that somebody changed are written over only with `force`.
 * @throws Failure when the folder holds something else, when work would be written over, or when the disk refuses
 */
export async function writePack(out: string, files: Files, given: GivenSettings, force: boolean): Promise<WrittenPack> {
  try {
    const before = await readBefore(out);
    const wanted = new Map(files);
    const settings = wanted.get('pack.yaml');
    if (before.settings !== null && typeof settings === 'string') {
      wanted.set('pack.yaml', mergedSettings(before.settings, settings, given, before.untouched('pack.yaml')));
    }
    const changed = [...wanted].filter(
      ([file, content]) => file !== 'pack.yaml' && before.isWork(file, hashOf(content)),
    );
    if (changed.length > 0 && !force) throw new Failure(refusal(out, changed, before, wanted));
    const kept: { file: string; why: string }[] = [];
    const left = [...before.now.keys()].filter((file) => !wanted.has(file));
    const words = await textsOf(
      out,
      left.filter((file) => file.endsWith('.md') && !before.untouched(file)),
    );
    for (const file of left) {
      const name = file.slice(file.lastIndexOf('/') + 1);
      if (!before.made.has(file)) kept.push({ file, why: 'kept: adopt did not make it' });
      else if (!before.untouched(file))
        kept.push({ file, why: 'kept: it was changed, and the folder no longer has it' });
      else if (
        file.startsWith('images/') &&
        words.some((text) => text.includes(name) || text.includes(encodeURI(name)))
      ) {
        kept.push({ file, why: 'kept: a page of your own shows it' });
      } else await rm(join(out, file), { force: true });
    }
    for (const [file, content] of wanted) {
      if (before.now.get(file) !== hashOf(content)) await write(join(out, file), content);
    }
    await write(join(out, RECORD), recordOf(wanted));
    return { kept };
  } catch (error) {
    throw writeFailure(error, out);
  }
}

/** A pack folder before it is written again. */
interface Before {
  /** pack.yaml as it is; `null` where there is none. */
  readonly settings: string | null;
  /** Files below `pages` and `images`, and pack.yaml → SHA-256. */
  readonly now: ReadonlyMap<string, string>;
  /** Files that adopt made the last time → SHA-256 of what it wrote. */
  readonly made: ReadonlyMap<string, string>;
  /** Whether a file is as adopt left it. */
  readonly untouched: (file: string) => boolean;
  /** Whether writing this would undo what a person did: another content there, or a file of adopt taken away. */
  readonly isWork: (file: string, hash: string) => boolean;
}

async function readBefore(out: string): Promise<Before> {
  await makePath(out);
  const names = await readdir(out);
  const settings = names.includes('pack.yaml') ? (await readRegular(join(out, 'pack.yaml'))).toString('utf8') : null;
  if (names.length > 0 && !(settings?.startsWith(ADOPTED) || settings?.startsWith(ADOPTED_BEFORE))) {
    throw new Failure(`${out} holds something else. Name an empty folder, or one that satchel adopt made.`);
  }
  const now = new Map<string, string>();
  for (const name of ['pages', 'images']) {
    if (!names.includes(name)) continue;
    for (const entry of await readdir(join(out, name), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      now.set(path.slice(join(out, '/').length).replaceAll('\\', '/'), hashOf(await readRegular(path)));
    }
  }
  if (settings !== null) now.set('pack.yaml', hashOf(settings));
  const made = names.includes(RECORD)
    ? readRecord((await readRegular(join(out, RECORD))).toString('utf8'))
    : new Map<string, string>();
  const untouched = (file: string): boolean => made.has(file) && now.get(file) === made.get(file);
  const isWork = (file: string, hash: string): boolean => {
    const there = now.get(file);
    return there === undefined ? made.has(file) : there !== hash && !untouched(file);
  };
  return { settings, now, made, untouched, isWork };
}

function readRecord(text: string): ReadonlyMap<string, string> {
  try {
    const value: unknown = JSON.parse(text);
    const files = typeof value === 'object' && value !== null && 'files' in value ? value.files : null;
    return new Map(
      Object.entries(files ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return new Map();
  }
}

function recordOf(files: Files): string {
  const hashes = [...files]
    .map(([file, content]) => [file, hashOf(content)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ about: 'What satchel adopt wrote, to see what was changed since.', files: Object.fromEntries(hashes) }, null, 1)}\n`;
}

/** pack.yaml as it is, with what was asked for by name. The day follows the pages as long as nobody touched the file. */
function mergedSettings(now: string, made: string, given: GivenSettings, untouched: boolean): string {
  const document = parseDocument(now);
  const fresh = parseDocument(made);
  if (document.errors.length > 0 || !isMap(document.contents)) {
    throw new Failure('pack.yaml in the folder is not YAML that can be read. Correct it, or name another folder.');
  }
  const asked = GIVEN.filter((key) => given[key] !== undefined || (key === 'created' && untouched));
  for (const key of ['id', 'title', ...asked]) {
    const value = fresh.get(key);
    if (value !== undefined && document.get(key) !== value) document.set(key, value);
  }
  for (const key of ['version', 'release', 'publisher', 'language', 'marking', 'created', 'lint']) {
    if (!document.has(key)) document.set(key, fresh.get(key));
  }
  return String(document).replace(ADOPTED_BEFORE, ADOPTED);
}

const MOST_LISTED = 20;

function refusal(out: string, changed: readonly (readonly [string, unknown])[], before: Before, wanted: Files): string {
  const list = changed.slice(0, MOST_LISTED).map(([file]) => {
    const how = before.now.has(file) ? (before.made.has(file) ? 'changed' : 'not made by adopt') : 'taken away';
    return `\n  ${file} (${how})`;
  });
  const more = changed.length > MOST_LISTED ? `\n  and ${changed.length - MOST_LISTED} more` : '';
  const others =
    [...wanted].filter(([file, content]) => before.now.get(file) !== hashOf(content)).length - changed.length;
  const also = others > 0 ? ` ${countWords(others, 'other file')} would be written too.` : '';
  return (
    `${out} holds work that adopting again would undo:${list.join('')}${more}\n` +
    `Nothing was written.${also} Name another folder and take over what you want, or add --force to write ` +
    'these files anew; pages of your own and pack.yaml stay as they are.'
  );
}

async function textsOf(out: string, files: readonly string[]): Promise<readonly string[]> {
  return Promise.all(
    files.map((file) =>
      readRegular(join(out, file))
        .then((bytes) => bytes.toString('utf8'))
        .catch(() => ''),
    ),
  );
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await makePath(dirname(path));
    await writeWhole(path, content);
  } catch (error) {
    throw writeFailure(error, path);
  }
}

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
