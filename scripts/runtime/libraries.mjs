import { run, succeeds } from './run.mjs';
import { Stop, step } from './say.mjs';

/** What Electron needs from Debian; newer releases add `t64` to some names. */
const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libatk-bridge2.0-0', 'libxtst6'];
/** What a machine without a display needs as well. */
const DISPLAY = ['xvfb', 'xauth'];

/**
 * Makes sure that Electron can be loaded here: as root on Debian it installs what is missing, otherwise it names the
 * exact command and stops.
 * @param {{ program: string, display: boolean }} needs `display`: a virtual display is wanted too
 */
export async function demandLibraries({ program, display }) {
  if (process.platform !== 'linux') return;
  if (succeeds('dpkg', ['--version'])) {
    const wanted = display ? [...DISPLAY, ...LIBRARIES] : LIBRARIES;
    const missing = await missingPackages(wanted);
    if (missing.length > 0) await installPackages(missing);
  }
  const { output } = await run('ldd', [program]);
  const absent = [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
  if (absent.length > 0)
    throw new Stop(`Electron needs system libraries that are not here: ${absent.join(', ')}. Install them first.`);
  if (display && !succeeds('sh', ['-c', 'command -v Xvfb && command -v xauth']))
    throw new Stop('A virtual display is needed: install Xvfb and xauth first.');
}

/** @param {readonly string[]} names */
async function missingPackages(names) {
  const { output } = await run('dpkg', ['--get-selections']);
  const installed = new Set([...output.matchAll(/^([^\s:]+)\S*\s+install$/gm)].map(([, name]) => name));
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/** @param {readonly string[]} missing */
async function installPackages(missing) {
  if (process.getuid?.() !== 0) {
    const names = (await availableNames(missing)) ?? missing;
    throw new Stop(
      `System packages are missing. Install them with this command, then start again:\n\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}\n`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`System packages (${missing.join(', ')})`, async (progress) => {
    let names = await availableNames(missing);
    for (const fresh of [false, true]) {
      if (fresh || names === null) {
        progress('reading the package lists');
        const update = await run('apt-get', ['update'], { env });
        if (update.code !== 0) throw new Stop(`apt-get update failed:\n${update.output}`);
        names = await availableNames(missing);
      }
      if (names === null) throw new Stop(`This system offers no packages named ${missing.join(', ')}.`);
      progress('installing');
      const install = await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env });
      if (install.code === 0) return;
      // Old lists name packages that are gone: read them anew, once.
      if (fresh) throw new Stop(`apt-get install failed:\n${install.output}`);
    }
  });
}

/**
 * The names under which this release has the packages, or `null` when its lists do not know one of them.
 * @param {readonly string[]} names
 */
async function availableNames(names) {
  const found = [];
  for (const name of names) {
    const known = await firstWithCandidate([`${name}t64`, name]);
    if (known === undefined) return null;
    found.push(known);
  }
  return found;
}

/** @param {readonly string[]} names */
async function firstWithCandidate(names) {
  for (const name of names) {
    const { output } = await run('apt-cache', ['policy', name], { env: { ...process.env, LC_ALL: 'C' } });
    if (/^\s*Candidate: (?!\(none\))/m.test(output)) return name;
  }
  return undefined;
}
