import {
  type BrowserWindow,
  dialog,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron';
import { afterOthers, oneAtATime } from '../ipc/one-at-a-time.ts';

/** A question with a button that changes nothing. */
export type Question = MessageBoxOptions & { readonly buttons: string[]; readonly cancelId: number };

// By its contents, as for printing. A window that is not itself any more could heap up dialogs until nothing else can be used. Each has one at a time;
// what it asks for meanwhile is answered as a person who cancels would.

/** Asks over a window; the number of the button. */
export const askOver = (window: BrowserWindow, question: Question): Promise<number> =>
  oneAtATime(window.webContents, () => ask(window, question), question.cancelId);

/** The same for what main itself must know: it waits until the window has no other dialog. */
export const askAfterOthers = (window: BrowserWindow, question: Question): Promise<number> =>
  afterOthers(window.webContents, () => ask(window, question));

async function ask(window: BrowserWindow, question: Question): Promise<number> {
  const { response } = await dialog.showMessageBox(window, { noLink: true, ...question });
  return response;
}

/** Tells something when there is no window any more. */
export async function tellAlone(message: string, detail: string): Promise<void> {
  await dialog.showMessageBox({ type: 'info', title: 'Satchel', message, detail, noLink: true });
}

/** Where to save a file; `null` when it was cancelled. The system asks before a file is replaced. */
export const askWhereToSave = (window: BrowserWindow, options: SaveDialogOptions): Promise<string | null> =>
  oneAtATime(
    window.webContents,
    async () => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, options);
      return canceled || filePath === '' ? null : filePath;
    },
    null,
  );

/** Files to open; none when it was cancelled. */
export const askWhatToOpen = (window: BrowserWindow, options: OpenDialogOptions): Promise<readonly string[]> =>
  oneAtATime<readonly string[]>(
    window.webContents,
    async () => (await dialog.showOpenDialog(window, options)).filePaths,
    [],
  );
