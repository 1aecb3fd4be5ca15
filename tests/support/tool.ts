import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleForNode } from './node-bundle.ts';
import { ROOT } from './source-files.ts';

interface ToolRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The editors' tool as it is shipped: bundled, run by a Node of its own. */
export interface Tool {
  /** The file that runs. */
  readonly file: string;
  run(args: readonly string[], where?: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv }): Promise<ToolRun>;
  remove(): Promise<void>;
}

export async function bundleTool(): Promise<Tool> {
  const home = await mkdtemp(join(tmpdir(), 'satchel-tool-'));
  await cp(join(ROOT, 'package.json'), join(home, 'package.json'));
  await bundleForNode(
    { satchel: join(ROOT, 'src/tool/satchel.ts'), 'parse-worker': join(ROOT, 'src/tool/build/parse-worker.ts') },
    join(home, 'out/tool'),
    'js',
  );
  const file = join(home, 'out/tool/satchel.js');
  return {
    file,
    run: (args, where = {}) =>
      new Promise((resolve) => {
        const options = {
          cwd: where.cwd ?? home,
          env: { ...process.env, ...where.env },
          timeout: 120_000,
          maxBuffer: 1e8,
        };
        execFile(process.execPath, [file, ...args], options, (error, out, err) => {
          resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, out, err });
        });
      }),
    remove: () => rm(home, { recursive: true, force: true }),
  };
}
