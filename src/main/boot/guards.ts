import { join } from 'node:path';
import { z } from '#domain/early-schema.ts';
import { type FileEffects, fileEffects, readJson, writeJson } from './json-file.ts';

const guardsSchema = z.object({
  /** What wrote the data last. */
  app: z._default(z.string(), ''),
  chromium: z._default(z.string(), ''),
  /** Versions of the window's databases, by name. */
  schema: z._default(z.record(z.string(), z.number()), {}),
  /** Starts that did not come as far as a window that works, one after another. */
  failed: z._default(z.int().check(z.minimum(0)), 0),
  /** The app runs, or it ended without having been closed. */
  running: z._default(z.boolean(), false),
});

export type Versions = Pick<z.infer<typeof guardsSchema>, 'app' | 'chromium' | 'schema'>;

/** What is known of the starts before, in a small file of its own: it must not hang on Chromium's store. */
export interface Guards {
  /** Whether the two starts before this one failed. */
  readonly failed: boolean;
  /** Whether the app ended last time without having been closed: it crashed, was killed, or the power went. */
  readonly broke: boolean;
  /** The window works. Whether something else wrote the data last: then a snapshot is due. */
  started(schema: Versions['schema']): boolean;
  /** The window's store is made anew: how starts went with the old one says nothing. */
  renewed(): void;
  /** The snapshot is made. */
  keep(schema: Versions['schema']): void;
  /** The window was closed as windows are, having said what it could not save: also one that had no time to work. */
  closed(): void;
}

const MOST = 2;
/** A window that was closed later than this many milliseconds after its start, and never worked, was broken. */
const SOON = 20_000;

export function openGuards(
  folder: string,
  now: Pick<Versions, 'app' | 'chromium'>,
  effects: FileEffects = fileEffects,
  clock: () => number = Date.now,
): Guards {
  const path = join(folder, 'guards.json');
  const read = guardsSchema.safeParse(readJson(path, effects) ?? {});
  let guards = read.success ? read.data : guardsSchema.parse({});
  const before = { failed: guards.failed, broke: guards.running, at: clock() };
  const write = (next: Partial<typeof guards>): void => {
    guards = { ...guards, ...next };
    try {
      writeJson(path, guards, effects);
    } catch {
      // A disk that takes nothing is told of elsewhere; it must not keep the app from starting.
    }
  };
  write({ failed: before.failed + 1, running: true });
  return {
    failed: before.failed >= MOST,
    broke: before.broke,
    started(schema) {
      write({ failed: 0 });
      const same = guards.app === now.app && guards.chromium === now.chromium;
      return !same || JSON.stringify(guards.schema) !== JSON.stringify(schema);
    },
    renewed: () => write({ failed: 0 }),
    keep: (schema) => write({ ...now, schema }),
    closed() {
      const hasty = guards.failed > 0 && clock() - before.at < SOON;
      write({ running: false, ...(hasty ? { failed: before.failed } : {}) });
    },
  };
}
