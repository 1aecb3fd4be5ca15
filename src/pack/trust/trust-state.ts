import { z } from '#domain/schema.ts';
import { readRegular } from '#files/regular-file.ts';
import { type WholeEffects, wholeEffects } from '#files/whole-effects.ts';
import { writeWhole } from '#files/write-whole.ts';
import { sha256 } from '#pack/blob.ts';
import { floorSchema, type VersionFloor } from './version-floor.ts';

/** Where a source is remembered. The two lie in different folders: what takes one away leaves the other. */
export interface StatePlaces {
  /** File with the metadata that was verified last, in a folder of this source alone, where a run has its copy. */
  readonly state: string;
  /** File with the version floor. */
  readonly floor: string;
}

const stateSchema = z.object({
  format: z.literal(1),
  /** What the carrier `of` called the timestamp that is here. */
  mark: z.object({ of: z.string().max(10_000), mark: z.string().max(300) }).nullable(),
  /** Files of metadata as tuf-js names them, `root.json`, with their text. */
  files: z.record(z.string().regex(/^[a-z0-9-]{1,120}\.json$/), z.string()),
});

/** All metadata of a source in one file, which therefore is whole and of one edition, whenever the power goes. */
export type TrustState = z.infer<typeof stateSchema>;

export interface StateEffects {
  /** @throws where nothing stands, or it cannot be read */
  readonly read: (path: string, most: number) => Promise<Buffer>;
  readonly whole: WholeEffects;
}

export const stateEffects: StateEffects = { read: readRegular, whole: wholeEffects };

/** Two hundred publishers at their largest, and the numbers of all their packs. */
const MOST = 64 * 1024 * 1024;

/** What is remembered; `null` for what is not there, damaged, or of a newer Satchel. */
export async function readState({ state }: StatePlaces, effects: StateEffects): Promise<TrustState | null> {
  return parsed(stateSchema, await textAt(state, MOST, effects));
}

export async function readFloor({ floor }: StatePlaces, effects: StateEffects): Promise<VersionFloor | null> {
  return parsed(floorSchema, await textAt(floor, MOST, effects));
}

const textAt = (path: string, most: number, { read }: StateEffects): Promise<string | null> =>
  read(path, most).then(
    (bytes) => bytes.toString('utf8'),
    () => null,
  );

function parsed<T>(schema: { safeParse(value: unknown): { success: boolean; data?: T } }, text: string | null) {
  const [, sum, json] = /^([0-9a-f]{64})\n(.*)\n$/s.exec(text ?? '') ?? [];
  if (json === undefined || sha256(Buffer.from(json)) !== sum) return null;
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** With its sum: one digit of a year or a version that a disk spoilt would keep all that is new out for ever. */
function summed(value: TrustState | VersionFloor): string {
  const json = JSON.stringify(value);
  return `${sha256(Buffer.from(json))}\n${json}\n`;
}

/** @throws what the disk said */
export async function writeState({ state }: StatePlaces, value: TrustState, effects: StateEffects): Promise<void> {
  await writeWhole(state, summed(value), {}, effects.whole);
}

/** @throws what the disk said */
export async function writeFloor({ floor }: StatePlaces, value: VersionFloor, effects: StateEffects): Promise<void> {
  await writeWhole(floor, summed(value), {}, effects.whole);
}
