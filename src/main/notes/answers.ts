import type { BrowserWindow } from 'electron';
import type { noteCalls } from '#bridge/notes.ts';
import type { Day } from '#domain/day.ts';
import type { Say } from '#domain/words/words.ts';
import type { Writing } from '../ipc/home-writes.ts';
import type { Topic } from '../ipc/topic.ts';
import { saveEffects } from '../sharing/save-effects.ts';
import { saveFileEffects } from '../sharing/save-file-effects.ts';
import { saveNoteFile } from '../sharing/save-note-file.ts';
import { saveBackupEffects } from './backup-effects.ts';
import type { Backups } from './backups.ts';
import type { Keeper } from './keeper.ts';
import { saveNoteCopy } from './note-copy.ts';

interface Parts {
  readonly window: () => BrowserWindow;
  readonly say: () => Say;
  readonly today: () => Day;
  readonly writing: Writing;
  readonly keeper: Keeper;
  readonly backups: Backups;
  /** Folder of the pictures and files of notes. */
  readonly files: string;
}

export function noteTopic(parts: Parts): Topic<typeof noteCalls> {
  const { window, say, today, writing, keeper, backups, files } = parts;
  return {
    answers: {
      'journal:keep': writing((drafts) => keeper.keep(drafts)),
      'journal:gather': writing(() => keeper.gather()),
      'journal:add': (ticket, drafts) => keeper.add(ticket, drafts),
      'journal:keep-all': (ticket) => keeper.keepAll(ticket),
      'journal:overview': () => keeper.overview(),
      'journal:entries': (notes) => keeper.entries(notes),
      'journal:revisions': (wanted) => keeper.revisions(wanted),
      'files:keep': writing((bytes) => keeper.keepFile(bytes)),
      'files:read': (sha256) => keeper.readFile(sha256),
      'files:save': (sha256, name) =>
        saveNoteFile(
          sha256,
          name,
          saveFileEffects(window(), say(), (hash) => keeper.readFile(hash)),
        ),
      'notes:copy': (title, text) =>
        saveNoteCopy(
          title,
          text,
          saveEffects(window(), {
            title: say()('main.noteCopy.title'),
            kind: say()('main.noteCopy.kind'),
            extension: 'md',
          }),
        ),
      'backups:list': () => backups.list(),
      'backups:newest': () => backups.newest(),
      'backups:open': (name) => backups.open(name),
      'backups:rows': (ticket) => backups.rows(ticket),
      'backups:begin': writing((whole) => backups.begin(whole)),
      'backups:add': (ticket, part) => backups.add(ticket, part),
      'backups:end': (ticket) => backups.end(ticket),
      'backups:due': () => backups.due(today()),
      'backups:save': (name) => backups.save(name, saveBackupEffects(window(), { say: say(), files, today: today() })),
      'backups:stop': (ticket) => backups.stop(ticket),
    },
    windowGone: async () => {
      await Promise.all([keeper.windowGone(), backups.windowGone()]);
    },
  };
}
