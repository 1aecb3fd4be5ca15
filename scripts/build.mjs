// npm run build [-- --force]: the app, the editors' tool and the starter packs, each when its sources changed.
import { build } from './runtime/build.mjs';
import { main } from './runtime/say.mjs';

await main(() => build({ force: process.argv.includes('--force') }));
