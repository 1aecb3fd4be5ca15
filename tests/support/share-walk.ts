// Steps of walks through handing over and taking in.
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import type { Note } from '#domain/note/record/note.ts';
import { goTo } from '#support/address.ts';
import type { RunningApp } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { chooseNext } from '#support/file-dialog.ts';
import { storedNotes } from '#support/note-rows.ts';
import { settled } from '#support/settled.ts';

/** The notes as the window's store has them, by title. */
export async function notesIn(window: Page): Promise<readonly Note[]> {
  const rows = await storedNotes(window);
  const notes = rows.filter(({ binned }) => binned === '').map(({ note }) => note);
  return notes.sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** A button of the screen, not of the frame around it. */
export const button = (window: Page, name: string | RegExp) => window.getByRole('main').getByRole('button', { name });
export const main = (window: Page) => window.getByRole('main');

/** SHARE_TO=/some/folder/ keeps pictures of the screens. */
export async function seen(window: Page, name: string): Promise<void> {
  await settled(window);
  expect(await axeFindings(window)).toEqual([]);
  if (process.env.SHARE_TO) await window.screenshot({ path: `${process.env.SHARE_TO}${name}.png` });
}

/** Opens a bundle by the import screen's own button. */
export async function look(running: RunningApp, path: string): Promise<void> {
  await goTo(running.window, '/import');
  await chooseNext(running, [path]);
  await button(running.window, 'Choose a file').click();
}

/** The system's save dialog answers with this folder and the name that is proposed. */
export async function saveInto({ app }: RunningApp, to: string): Promise<void> {
  await app.evaluate(({ dialog }, there) => {
    const answer = (options: { readonly defaultPath?: string }) =>
      Promise.resolve({ canceled: false, filePath: `${there}/${options.defaultPath}` });
    dialog.showSaveDialog = ((_: unknown, options: { readonly defaultPath?: string }) =>
      answer(options)) as typeof dialog.showSaveDialog;
  }, to);
}

/** Saves the file of the share screen; its path in `out`. */
export async function save(window: Page, out: string): Promise<string> {
  await button(window, 'Save file').click();
  const said = main(window).getByText(/is saved\.$/);
  await expect(said).toBeVisible();
  return join(out, /“(.+)”/.exec((await said.textContent()) ?? '')?.[1] ?? '');
}
