import { chmodSync, chownSync, statSync } from 'node:fs';
import { succeeds } from './run.mjs';
import { Stop } from './say.mjs';

/**
 * Makes sure that Chromium's sandbox can work: by user namespaces, else by its helper, owned by root with mode 4755.
 * There is no way to go on without it.
 * @param {string} folder the runtime
 * @param {import('./person.mjs').Person | null} person
 */
export function demandSandbox(folder, person) {
  if (process.platform !== 'linux') return;
  const [program = 'unshare', ...words] = [...(person?.prefix ?? []), 'unshare', '--user', '--', 'true'];
  if (succeeds(program, words)) return;
  const helper = `${folder}/chrome-sandbox`;
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o7777) === 0o4755) return;
  if (process.getuid?.() !== 0)
    throw new Stop(
      `Chromium's sandbox needs user namespaces or this, once:\n\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
    );
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
}
