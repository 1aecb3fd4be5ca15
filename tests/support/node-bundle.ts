import { build } from 'vite';
import { ROOT } from './source-files.ts';

/** Bundles each file under a name of its own, with all it imports, for a Node that runs it as it stands. */
export async function bundleForNode(
  input: Readonly<Record<string, string>>,
  outDir: string,
  ending: 'js' | 'mjs',
): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir,
      rolldownOptions: { input, output: { entryFileNames: `[name].${ending}`, chunkFileNames: `[name].${ending}` } },
    },
  });
}
