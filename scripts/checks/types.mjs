import { rmSync } from 'node:fs';
import { whenChanged } from '../runtime/fingerprint.mjs';
import { OUT } from '../runtime/paths.mjs';
import { runTool } from '../runtime/run.mjs';

/** What the compiler remembers of the folders that every world shares. */
const REMEMBERED = `${OUT}/types/pure.tsbuildinfo`;

/**
 * The compiler over all worlds. It compiles again what has changed, but takes a changed JSON file for the same as before
 * (TypeScript 7.0, microsoft/TypeScript#64025): after a change of a catalogue it would not see a word that is new or gone.
 * So it is made to forget.
 */
export async function checkTypes() {
  await whenChanged(
    { stamp: `${OUT}/types/.words-stamp`, inputs: ['src/domain/words'], output: REMEMBERED, force: false },
    async () => rmSync(REMEMBERED, { force: true }),
  );
  const { code, output } = await runTool('typescript/bin/tsc', ['-b', '--pretty', 'false']);
  return { ok: code === 0, output };
}
