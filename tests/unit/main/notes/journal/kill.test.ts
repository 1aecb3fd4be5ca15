import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openJournal } from '#main/notes/journal/journal.ts';
import { value } from '#support/drafts.ts';
import { bundleForNode } from '#support/node-bundle.ts';
import { ROOT } from '#support/source-files.ts';

const KILLS = 30;
const home = mkdtempSync(join(tmpdir(), 'satchel-kill-'));

beforeAll(
  () => bundleForNode({ writer: join(ROOT, 'tests/support/journal-writer.ts') }, join(home, 'out'), 'mjs'),
  60_000,
);

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Lets a writer run until some time after its first answer, kills it, and says which lines it answered for. */
async function killed(folder: string, start: number, afterMs: number): Promise<readonly number[]> {
  const child: ChildProcess = spawn(process.execPath, [join(home, 'out/writer.mjs'), folder, String(start)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (out === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
    out += text;
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  // A number without its line feed was not told.
  return out.split('\n').slice(0, -1).map(Number);
}

test('D1 D2 after kill -9 at 30 random moments every line that was answered for is there', async () => {
  const folder = join(home, 'journal');
  const answered = new Set<number>();
  let start = 1;
  for (let kill = 0; kill < KILLS; kill++) {
    for (const n of await killed(folder, start, Math.random() * 120)) answered.add(n);
    start = Math.max(start, ...answered) + 100;
  }
  const journal = value(await openJournal(folder));
  const heads = new Map(journal.heads().map(({ note, seq }) => [note, seq]));
  expect([...answered].filter((n) => !heads.has(`n${n}`))).toEqual([]);
  expect(answered.size).toBeGreaterThan(KILLS);
  const entries = await journal.entries([...answered].map((n) => `n${n}`));
  expect(entries.filter(({ fields, note }) => note !== `n${fields?.n}`)).toEqual([]);
  // Numbers rose through all starts, and none was given twice.
  expect(new Set(heads.values()).size).toBe(heads.size);
  console.log(`${KILLS} kills, ${answered.size} lines answered for, ${journal.found.damaged} cut off, none lost`);
}, 60_000);
