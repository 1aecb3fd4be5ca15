import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '#domain/limits.ts';
import type { z } from '#domain/schema.ts';
import { readRegular } from '#files/regular-file.ts';
import type { Fault } from './fault.ts';
import { jsonFault, jsonPlaces } from './json-place.ts';
import { plainLines } from './line-ends.ts';
import { diskWalk, type WalkEffects } from './walk.ts';

export type FileFaultKind = 'pack-schema' | 'glossary-schema' | 'queries-schema' | 'file-unreadable' | 'file-unused';

/** What does not fit about a file of the pack folder. */
export interface FileFault extends Fault {
  readonly file: string;
  readonly kind: FileFaultKind;
}

export interface ReadEffects extends WalkEffects {
  /** Size in bytes. */
  readonly size: (path: string) => Promise<number>;
  readonly read: (path: string) => Promise<Uint8Array>;
}

export const diskRead: ReadEffects = {
  ...diskWalk,
  size: async (path) => (await stat(path)).size,
  read: (path) => readRegular(path),
};

/** Reads files of one folder; what cannot be read is collected as faults. */
export class FolderReader {
  readonly faults: FileFault[] = [];
  readonly #dir: string;
  readonly #effects: ReadEffects;

  constructor(dir: string, effects: ReadEffects) {
    this.#dir = dir;
    this.#effects = effects;
  }

  fault(file: string, kind: FileFaultKind, message: string, fix: string, place = { line: 1, column: 1 }): void {
    this.faults.push({ file, kind, ...place, message, fix });
  }

  /** The bytes of a file of up to `limit` bytes; `null` with a fault. */
  async bytes(file: string, limit: number): Promise<Uint8Array | null> {
    const path = join(this.#dir, file);
    try {
      const size = await this.#effects.size(path);
      if (size <= limit) return await this.#effects.read(path);
      const message = `Unexpected size of ${size} bytes, expected up to ${limit}`;
      this.fault(file, 'file-unreadable', message, 'Make the file smaller.');
    } catch {
      const message = 'Unexpected file that cannot be read, expected a readable one';
      this.fault(file, 'file-unreadable', message, 'Check the permissions of the file.');
    }
    return null;
  }

  /** The text of a UTF-8 file without byte order mark, its lines as Git keeps them; `null` with a fault. */
  async text(file: string, limit: number): Promise<string | null> {
    const bytes = await this.bytes(file, limit);
    if (bytes === null) return null;
    const text = decodeText(bytes);
    if (text === null) {
      this.fault(file, 'file-unreadable', 'Unexpected bytes, expected UTF-8 text', 'Save the file as UTF-8.');
      return null;
    }
    return plainLines(text);
  }

  /** A JSON file of a known shape; `null` where there is none, or with a fault. */
  async json<T>(
    files: readonly string[],
    file: string,
    kind: FileFaultKind,
    schema: z.ZodType<T>,
    expected: string,
  ): Promise<T | null> {
    const text = files.includes(file) ? await this.text(file, LIMITS.manifest) : null;
    if (text === null) return null;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      const { message, fix, ...place } = jsonFault(text);
      this.fault(file, kind, message, fix, place);
      return null;
    }
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const path = result.error.issues[0]?.path ?? [];
    const where = path.length > 0 ? ` at ${path.map(stepWords).join(', ')}` : '';
    this.fault(
      file,
      kind,
      `Unexpected value${where}, expected ${expected}`,
      'Correct the file.',
      jsonPlaces(text)(path),
    );
    return null;
  }
}

/** UTF-8 without its byte order mark; `null` for anything else. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export const faultsOfKind = (faults: readonly FileFault[], kind: FileFaultKind): readonly FileFault[] =>
  faults.filter((fault) => fault.kind === kind);

/** People count from 1. */
const stepWords = (step: PropertyKey): string =>
  typeof step === 'number' ? `number ${step + 1}` : `"${String(step)}"`;
