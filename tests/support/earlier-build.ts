// The app as it was at an earlier commit, built from this repository's own history.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shareFile } from '#support/app.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = (program: string, args: readonly string[], cwd: string): Buffer =>
  execFileSync(program, args, { cwd, maxBuffer: 1024 ** 3, stdio: ['ignore', 'pipe', 'pipe'] });

/** A folder to start Electron with; `null` where this clone has no such commit, which is said. */
export async function earlierBuild(commit: string): Promise<string | null> {
  try {
    run('git', ['cat-file', '-e', `${commit}^{commit}`], ROOT);
  } catch {
    console.log(`Skipped: this clone does not have the commit ${commit}.`);
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), 'satchel-earlier-'));
  execFileSync('tar', ['x', '-C', folder], { input: run('git', ['archive', commit], ROOT) });
  for (const name of ['node_modules', '.cache'])
    if (existsSync(join(ROOT, name))) symlinkSync(join(ROOT, name), join(folder, name));
  run(process.execPath, ['scripts/build.mjs'], folder);
  // Only what it needs at run time.
  const all = ['package.json', 'out/main', 'out/preload', 'out/renderer', 'out/reader', 'resources/packs'];
  // An early one had no process that reads files of others.
  const needed = all.filter((name) => existsSync(join(folder, name)));
  const app = mkdtempSync(join(tmpdir(), 'satchel-earlier-app-'));
  run('tar', ['cf', join(app, 'app.tar'), ...needed], folder);
  run('tar', ['xf', 'app.tar'], app);
  return shareFile(app);
}
