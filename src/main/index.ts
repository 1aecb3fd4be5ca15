import { fileURLToPath } from 'node:url';
import { boot } from './boot/boot.ts';
import { watchStart } from './boot/start-watch.ts';

// All that the start needs is bundled into this one file: it stands or the app is not there. Each file more takes some
// ten milliseconds before the window.
const watch = watchStart();
try {
  boot(watch, fileURLToPath(new URL('..', import.meta.url)));
} catch (error) {
  watch.fail(error);
}
