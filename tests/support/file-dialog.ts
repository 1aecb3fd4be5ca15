import { type RunningApp, shareFile } from './app.ts';

/** The system's open dialog answers with these very paths. */
export const answerOpen = ({ app }: Pick<RunningApp, 'app'>, paths: readonly string[]): Promise<void> =>
  app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    },
    [...paths],
  );

/** The system's open dialog answers with copies of these files that the app can open. */
export const chooseNext = async (running: RunningApp, files: readonly string[]): Promise<void> =>
  answerOpen(running, await Promise.all(files.map(shareFile)));

/** The system's save dialog answers with this path. */
export const answerSave = ({ app }: Pick<RunningApp, 'app'>, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
