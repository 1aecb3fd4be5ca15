// Run by a Node of its own: appends numbered lines as fast as it can and prints each number that was answered for.

import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { openJournal } from '#main/notes/journal/journal.ts';

const [, , folder = '', start = '1'] = argv;
const opened = await openJournal(folder, { fileLimit: 64 * 1024 });
if (!opened.ok) throw new Error(opened.problem.code);

/** A reader that is slow leaves no room in the pipe for a moment. */
function print(n: number): void {
  for (;;) {
    try {
      writeSync(1, `${n}\n`);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}

/** Four at a time, so that some share a write. */
let next = Number(start);
async function writeOn(): Promise<void> {
  if (!opened.ok) return;
  for (;;) {
    const n = next++;
    const fields = { n, text: 'x'.repeat(n % 3000) };
    const result = await opened.value.append([{ note: `n${n}`, rev: `r${n}`, parent: null, op: 'put', fields }]);
    if (!result.ok) throw new Error(result.problem.code);
    print(n);
  }
}

await Promise.all([writeOn(), writeOn(), writeOn(), writeOn()]);
