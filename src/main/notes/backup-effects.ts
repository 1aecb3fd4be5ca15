import { dirname } from 'node:path';
import type { BrowserWindow } from 'electron';
import { SNAPSHOT_FORMAT, type SnapshotHead } from '#domain/journal/snapshot.ts';
import type { Say } from '#domain/words/words.ts';
import { askWhereToSave } from '../window/dialogs.ts';
import { realDisk } from './journal/disk.ts';
import { pictureNames } from './save-everything.ts';

/** How a person chooses the file, and what goes into it besides the rows. */
export interface SaveBackupEffects {
  /** Where to, or `null` when it was cancelled. */
  readonly choose: (kind: 'json.gz' | 'zip') => Promise<string | null>;
  readonly pictures: () => Promise<{ readonly folder: string; readonly names: readonly string[] }>;
  /** Whether the home is there: an empty folder in its place is none. */
  readonly stands: () => Promise<boolean>;
  readonly head: (known: Pick<SnapshotHead, 'app' | 'journal' | 'sequence'>) => SnapshotHead;
}

/** The system's own save dialog, which also asks before a file is replaced. */
export const saveBackupEffects = (
  window: BrowserWindow,
  { say, files, today }: { readonly say: Say; readonly files: string; readonly today: string },
): SaveBackupEffects => ({
  choose: (kind) =>
    askWhereToSave(window, {
      title: say('main.backup.title'),
      defaultPath: `${say('main.backup.file', { day: today })}.${kind}`,
      filters: [{ name: say('main.backup.kind'), extensions: [kind === 'zip' ? 'zip' : 'gz'] }],
    }),
  pictures: async () => ({ folder: files, names: await pictureNames(files, realDisk) }),
  stands: async () => (await realDisk.names(dirname(files))).length > 0,
  head: (known) => ({ ...known, format: SNAPSHOT_FORMAT, made: new Date().toISOString(), day: today }),
});
