// npm run gallery: the parts and the states of the screens over fakes, in a plain browser, changed as their sources are.
// npm run gallery -- --check [WORD]: opens each state (or those whose name holds WORD) and tells of errors.
import { createServer } from 'vite';
import { checkGallery } from './gallery/check.mjs';
import { build } from './runtime/build.mjs';
import { ROOT } from './runtime/paths.mjs';
import { main, say } from './runtime/say.mjs';

await main(async () => {
  const check = process.argv.includes('--check');
  // The packs and the editors' tool, which makes the odd pack.
  await build();
  const server = await createServer({
    configFile: `${ROOT}/tests/gallery/vite.config.ts`,
    logLevel: check ? 'error' : 'info',
  });
  await server.listen();
  const [address = ''] = server.resolvedUrls?.local ?? [];
  if (!check) {
    say(`The gallery is at ${address} until Ctrl+C.`);
    await new Promise(() => {});
  }
  const { STATE_TABLE } = await server.ssrLoadModule('/tests/support/state-table.ts');
  const word = process.argv.slice(2).find((one) => !one.startsWith('-')) ?? '';
  try {
    return await checkGallery(address, STATE_TABLE, word);
  } finally {
    await server.close();
  }
});
