import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { build as viteBuild } from 'vite';
import { whenChanged } from './fingerprint.mjs';
import { alone } from './lock.mjs';
import { OUT, PACKS, ROOT, STARTER_PINS } from './paths.mjs';
import { run, runTool } from './run.mjs';
import { Stop, say, step } from './say.mjs';
import { wordsPlugin } from './words-plugin.mjs';

const SHARED = [
  ...['package.json', 'package-lock.json', 'scripts/runtime/words-plugin.mjs'],
  ...['archive', 'domain', 'files', 'markdown', 'search', 'pack'].map((world) => `src/${world}`),
];

/**
 * Builds what has changed: the app, the editors' tool, and the starter packs by that tool.
 * @param {{ force?: boolean }} [options]
 */
export const build = ({ force = false } = {}) =>
  alone('build', async () => {
    const made = [
      await whenChanged(
        {
          stamp: `${OUT}/.tool-stamp`,
          inputs: [...SHARED, 'scripts/runtime/build.mjs', 'src/tool'],
          output: `${OUT}/tool/satchel.js`,
          force,
        },
        () => step('Build of the editors’ tool', buildTool),
      ),
      await whenChanged(
        { stamp: `${OUT}/.packs-stamp`, inputs: ['content', 'out/.tool-stamp'], output: PACKS, force },
        () => step('Build of the starter packs', buildPacks),
      ),
      await whenChanged(
        {
          stamp: `${OUT}/.app-stamp`,
          inputs: [
            ...SHARED,
            ...['electron.vite.config.ts', 'out/starter-pins.json'],
            ...['bridge', 'bundle', 'main', 'preload', 'reading', 'renderer'].map((world) => `src/${world}`),
          ],
          output: `${OUT}/renderer/index.html`,
          force,
        },
        () => step('Build of the app', buildApp),
      ),
    ];
    if (!made.includes(true)) say('Everything is built already.');
  });

async function buildApp() {
  const { code, output } = await runTool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new Stop(`The app could not be built.\n${output.trim()}`);
  await buildNode('reader', { reader: `${ROOT}/src/reading/reader.ts` }, { noExternal: true });
}

/** The tool and its worker side by side, for plain Node; packages stay in node_modules. */
async function buildTool() {
  await buildNode(
    'tool',
    { satchel: `${ROOT}/src/tool/satchel.ts`, 'parse-worker': `${ROOT}/src/tool/build/parse-worker.ts` },
    { external: true },
  );
  chmodSync(`${OUT}/tool/satchel.js`, 0o755);
}

/**
 * @param {string} folder in `out/`
 * @param {Record<string, string>} input
 * @param {import('vite').SSROptions} ssr which packages stay outside
 */
async function buildNode(folder, input, ssr) {
  await viteBuild({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    plugins: [wordsPlugin()],
    ssr,
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir: `${OUT}/${folder}`,
      emptyOutDir: true,
      rolldownOptions: {
        input,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
}

/**
 * The packs and, for the app that is built after them, by which hash it knows them.
 * @param {(text: string) => void} progress
 */
async function buildPacks(progress) {
  /** @type {{ id: string, manifest: string }[]} */
  const pins = [];
  rmSync(PACKS, { recursive: true, force: true });
  mkdirSync(PACKS, { recursive: true });
  const sources = readdirSync(`${ROOT}/content`).filter((name) => existsSync(`${ROOT}/content/${name}/pack.yaml`));
  for (const [at, name] of sources.entries()) {
    progress(`${name}, ${at + 1} of ${sources.length}`);
    const words = [`${OUT}/tool/satchel.js`, 'build', `content/${name}`, '--out', PACKS, '--json'];
    const { code, output } = await run(process.execPath, words);
    if (code !== 0) throw new Stop(`The pack in content/${name} could not be built.\n${output.trim()}`);
    const { id, manifest } = JSON.parse(output.slice(output.indexOf('{')));
    pins.push({ id, manifest });
  }
  writeFileSync(STARTER_PINS, JSON.stringify(pins));
}
