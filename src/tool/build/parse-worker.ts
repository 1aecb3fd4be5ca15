import { parentPort, workerData } from 'node:worker_threads';
import { parsePage } from '#markdown/parse.ts';
import { contextOf, type LinkTable } from '#tool/lint/link-table.ts';
import type { ParseJob } from './page-parser.ts';

// The thread that may be stopped when one page takes too long.
const table = workerData as LinkTable;
parentPort?.on('message', ({ text, file, lang }: ParseJob) => {
  parentPort?.postMessage({ parsed: parsePage(text, contextOf(table, file, lang)) });
});
parentPort?.postMessage('ready');
