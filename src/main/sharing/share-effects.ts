import { stat } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';
import type { SharePlan } from '#bridge/sharing.ts';
import type { Say, WordKey } from '#domain/words/words.ts';
import { writeWhole } from '#files/write-whole.ts';
import { askWhereToSave } from '../window/dialogs.ts';
import { printNotes } from './print-notes.ts';
import type { ShareEffects } from './share-jobs.ts';

const KINDS: Readonly<Record<string, WordKey>> = {
  eln: 'main.share.eln',
  pdf: 'main.share.pdf',
  md: 'main.share.md',
  zip: 'main.share.zip',
};

/** The system's own save dialog, files that appear whole, and the window's own printing. */
export const shareEffects = (
  window: () => BrowserWindow,
  say: () => Say,
  readFile: ShareEffects['readFile'],
): Omit<ShareEffects, 'htmlOf'> => ({
  readFile,
  print: (marking) => printNotes(window().webContents, marking, say()),
  choose: (plan) => choose(window(), plan, say()),
  write: writeWhole,
});

async function choose(window: BrowserWindow, { name }: SharePlan, say: Say): Promise<string | null> {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const kind = KINDS[ending];
  const filePath = await askWhereToSave(window, {
    title: say('main.share.title'),
    defaultPath: name,
    filters: kind === undefined ? [] : [{ name: say(kind), extensions: [ending] }],
  });
  if (filePath === null) return null;
  if (filePath.toLowerCase().endsWith(`.${ending}`)) return filePath;
  // Some dialogs take a name as it was typed. They did not ask about the longer one: it may not replace anything.
  const whole = `${filePath}.${ending}`;
  return stat(whole).then(
    () => filePath,
    () => whole,
  );
}
