import { readFileSync } from 'node:fs';
import { downloadArtifact } from '@electron/get';
import { ROOT } from './paths.mjs';
import { unzip } from './unzip.mjs';

/** No first byte after this many milliseconds: the release host is blocked here. */
const FIRST_BYTE = 15_000;
/** No further byte after this many milliseconds: the download is given up. */
const STALLED = 60_000;

/**
 * Downloads the official Electron and unpacks it. The checksums are those that the installed npm package carries.
 * @param {string} version
 * @param {string} folder where to unpack; must not exist
 * @param {(text: string) => void} progress
 */
export async function downloadOfficial(version, folder, progress) {
  const checksums = JSON.parse(readFileSync(`${ROOT}/node_modules/electron/checksums.json`, 'utf8'));
  const stop = new AbortController();
  const giveUp = () => stop.abort(new Error('no answer in time'));
  let timer = setTimeout(giveUp, FIRST_BYTE);
  try {
    const file = await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums,
      downloadOptions: {
        quiet: true,
        signal: stop.signal,
        /** @param {{ percent: number }} at */
        getProgressCallback: async ({ percent }) => {
          clearTimeout(timer);
          timer = setTimeout(giveUp, STALLED);
          progress(`${Math.floor(percent * 100)} %`);
        },
      },
    });
    clearTimeout(timer);
    await unzip(file, folder, (name) => name, progress);
  } finally {
    clearTimeout(timer);
  }
}
