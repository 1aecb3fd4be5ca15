// Run by a Node of its own: answers as the process for files of others does. Each answer says what the process has cost
// by then: milliseconds of processor time, and the most kilobytes of memory that it ever had.

import { readFileSync } from 'node:fs';
import { readerAnswers } from '#reading/answers.ts';
import type { ToReader } from '#reading/questions.ts';
import { serve } from '#reading/serve.ts';

/** Where the system does not say what it was at most, what it is now. What Node tells begins with its parent's. */
function mostMemory(): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.memoryUsage.rss() / 1024;
  }
}

const answer = serve(readerAnswers(), {
  post: (message) => {
    if (message.kind === 'beat') return;
    const { user, system } = process.cpuUsage();
    process.send?.({ message, time: (user + system) / 1_000, memory: mostMemory() });
  },
  every: () => undefined,
});
process.on('message', (asked) => void answer(asked as ToReader));
process.send?.('ready');
