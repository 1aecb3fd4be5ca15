import { fileURLToPath } from 'node:url';
import { watchStart } from './boot/start-watch.ts';

const watch = watchStart();
try {
  // Loaded here, so that a part that is missing is told like all else. Awaited: Electron is not ready before this module
  // has ended, and the scheme must be known before that.
  const { boot } = await import('./boot/boot.ts');
  boot(watch, fileURLToPath(new URL('..', import.meta.url)));
} catch (error) {
  watch.fail(error);
}
