import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import type { FromReader } from '#reading/questions.ts';
import type { StartReader } from './reader.ts';

/**
 * Starts the process that reads files of others: `out/reader/reader.js`, nothing else, ever. A process of its own and no
 * thread of this one: threads share the four gigabytes that V8 has in a process of Electron, and one that runs out of
 * them takes main with it. Tried on Electron 33: `--max-old-space-size` does nothing here, so whoever asks looks at what
 * the system says it has of memory and processor time.
 */
export const startReaderProcess: StartReader = (heard, gone) => {
  const child = utilityProcess.fork(join(app.getAppPath(), 'out/reader/reader.js'), [], {
    serviceName: 'Satchel Reader',
    stdio: 'ignore',
  });
  child.on('message', (message: FromReader) => heard(message));
  child.on('exit', gone);
  return {
    post: (message) => child.postMessage(message),
    uses: () => {
      const found = app.getAppMetrics().find(({ pid }) => pid === child.pid);
      return { memory: found?.memory.workingSetSize ?? 0, time: (found?.cpu.cumulativeCPUUsage ?? 0) * 1_000 };
    },
    end: () => {
      child.kill();
    },
  };
};
