// Long, because it is one list: what holds of all source files, each rule beside the others.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesUnder, ROOT, type SourceFile, sourceFiles } from '#support/source-files.ts';

const SOURCES = sourceFiles('src');
const ALL = [...SOURCES, ...sourceFiles('scripts', 'tests')];
const NOT_ROOMS = ['app', 'instruments', 'kit', 'store', 'ui'];

/** The folder of the table that a file belongs to: `domain`, `renderer/store`, `renderer/reader`. */
function folderOf(path: string): string {
  const [, world = '', room = '', ...rest] = path.split('/');
  if (world !== 'renderer') return world;
  // The page and its first script compose, as the app does.
  return rest.length === 0 ? 'renderer/app' : `renderer/${room}`;
}

const isRoom = (folder: string): boolean => folder.startsWith('renderer/') && !NOT_ROOMS.includes(folder.slice(9));

/** What each folder may import, read from the table that people read. */
function arrows(): ReadonlyMap<string, ReadonlyMap<string, 'all' | 'types'>> {
  const rows = readFileSync(join(ROOT, 'src/README.md'), 'utf8').matchAll(/^\| `([^`]+)`\s*\|[^|]*\|([^|]*)\|$/gm);
  return new Map(
    [...rows].map(([, folder = '', may = '']) => {
      const targets = (may.split(';')[0] ?? '').split(',').map((word) => word.trim());
      return [
        folder,
        new Map(
          targets.map((target) => {
            const name = target.replace(' (types)', '');
            const full = ['ui', 'kit', 'store', 'instruments'].includes(name) ? `renderer/${name}` : name;
            return [full, target.endsWith('(types)') ? ('types' as const) : ('all' as const)];
          }),
        ),
      ];
    }),
  );
}

const ARROWS = arrows();

function mayImport(from: string, to: string, typesOnly: boolean): boolean {
  if (from === to) return true;
  const row = ARROWS.get(from) ?? (isRoom(from) ? ARROWS.get('renderer/<room>') : undefined);
  if (row?.has('all of renderer') && to.startsWith('renderer/')) return true;
  const allowed = row?.get(to);
  return allowed === 'all' || (allowed === 'types' && typesOnly);
}

/** Where a pattern stands in the code of some files: `path:line`. */
function places(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
}

const inWorlds = (...worlds: readonly string[]): readonly SourceFile[] =>
  SOURCES.filter(({ path }) => worlds.some((world) => path.startsWith(`src/${world}/`)));

describe('arrows', () => {
  test('the table names every folder', () => {
    const folders = new Set(SOURCES.map(({ path }) => folderOf(path)));
    const unnamed = [...folders].filter((folder) => !ARROWS.has(folder) && !isRoom(folder));
    expect(unnamed).toEqual([]);
    expect(ARROWS.size).toBeGreaterThan(9);
  });

  test('imports keep to the table of src/README.md', () => {
    const wrong = SOURCES.flatMap(({ path, imports }) =>
      imports
        .filter(({ ours, to, typesOnly }) => ours && !mayImport(folderOf(path), folderOf(to), typesOnly))
        .map(({ to, typesOnly }) => `${path} -> ${to}${typesOnly ? ' (types)' : ''}`),
    );
    expect(wrong).toEqual([]);
  });

  test('a folder is left by its name, never by ../', () => {
    const wrong = SOURCES.flatMap(({ path, code }) =>
      [...code.matchAll(/from\s+'(\.\.\/[^']+)'/g)]
        .map(([, name = '']) => join(dirname(path), name).replaceAll('\\', '/'))
        .filter((to) => folderOf(to) !== folderOf(path))
        .map((to) => `${path} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('instruments know each other in one order', () => {
    const order = ['removal', 'evidence', 'writing', 'citing'];
    const placeOf = (path: string): number =>
      order.indexOf(/^src\/renderer\/instruments\/([^/]+)\//.exec(path)?.[1] ?? '');
    const wrong = SOURCES.filter(({ path }) => placeOf(path) >= 0).flatMap(({ path, imports }) =>
      imports.filter(({ to }) => placeOf(to) > placeOf(path)).map(({ to }) => `${path} -> ${to}`),
    );
    expect(SOURCES.filter(({ path }) => placeOf(path) >= 0).length).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });

  test('no file imports itself by way of others', () => {
    expect(cycles(SOURCES)).toEqual([]);
  });

  test('only the store knows Dexie, only main and preload know Electron, only the archive knows ZIP', () => {
    const users = (name: RegExp) =>
      new Set(
        SOURCES.filter(({ imports }) => imports.some(({ to }) => name.test(to))).map(({ path }) => folderOf(path)),
      );
    expect([...users(/^dexie/)].filter((folder) => folder !== 'renderer/store')).toEqual([]);
    expect([...users(/^yau?zl$/)]).toEqual(['archive']);
    expect([...users(/^tuf-js/)]).toEqual(['pack']);
    const tuf = SOURCES.filter(({ imports }) => imports.some(({ to }) => /^(?:tuf-js|@tufjs)/.test(to)));
    expect(
      tuf.filter(({ path }) => !/^src\/(?:pack\/trust|tool\/publish)\//.test(path)).map(({ path }) => path),
    ).toEqual([]);
    expect([...users(/^electron$/)].filter((folder) => !['main', 'preload'].includes(folder))).toEqual([]);
    expect(
      [...users(/^node:/)].filter(
        (folder) => !['files', 'archive', 'pack', 'bundle', 'reading', 'tool', 'main'].includes(folder),
      ),
    ).toEqual([]);
  });
});

/** Packages that a file loads at once, by way of all that it loads at once. */
function loadedBy(path: string): ReadonlySet<string> {
  const files = new Map(SOURCES.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const walk = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { to, typesOnly, later } of files.get(name)?.imports ?? []) if (!typesOnly && !later) walk(to);
  };
  walk(path);
  return seen;
}

test.each(['src/renderer/main.tsx', 'src/renderer/library/library-screen.tsx', 'src/renderer/search/index.worker.ts'])(
  'a start waits for no schema: %s loads none',
  (path) => {
    const loaded = loadedBy(path);
    expect(loaded.size).toBeGreaterThan(20);
    expect([...loaded]).not.toContain('zod');
  },
);

test('the preload loads no schema, and main no forms and no answers before the first call that needs them', () => {
  const preload = loadedBy('src/preload/index.ts');
  expect([...preload]).toContain('src/bridge/notes.ts');
  expect([...preload]).not.toContain('zod');
  const boot = loadedBy('src/main/boot/boot.ts');
  expect(boot.size).toBeGreaterThan(40);
  // The smaller form of the schemas is enough for what it reads.
  expect([...boot]).toContain('src/domain/early-schema.ts');
  expect([...boot]).not.toContain('src/domain/schema.ts');
  const late = /^src\/(?:bridge\/forms|main\/ipc\/arguments|main\/\w+\/answers)\.ts$/;
  expect([...boot].filter((path) => late.test(path))).toEqual([]);
  expect(SOURCES.filter(({ path }) => late.test(path)).length).toBeGreaterThan(6);
});

test('what verifies sources is loaded with the first question to one', () => {
  const answers = loadedBy('src/main/boot/answers.ts');
  expect([...answers]).toContain('src/main/packs/sources/ask-source.ts');
  expect([...answers].filter((path) => /^(?:tuf-js|@tufjs)|^src\/pack\/trust\//.test(path))).toEqual([]);
});

test('what formats in a language is made with its first use: the first one takes a start 10 ms', () => {
  const atOnce = /^(?:export )?const \w+(?:: [^=]+)? = (?:\[.*)?new Intl\./m;
  expect(atOnce.test("const order = new Intl.Collator('en');")).toBe(true);
  expect(places(SOURCES, atOnce)).toEqual([]);
});

test.each(['src/renderer/main.tsx', 'src/main/index.ts', 'src/main/boot/answers.ts'])(
  'a language besides English is loaded when it is chosen: %s loads none',
  (path) => {
    const words = [...loadedBy(path)].filter((file) => file.startsWith('src/domain/words/'));
    expect(words).not.toContain('src/domain/words/long-english.ts');
    expect(words.filter((file) => file.endsWith('.json') && !file.startsWith('src/domain/words/en/'))).toEqual([]);
  },
);

/** Groups of files that import one another, be it for types alone: neither can be understood without the other. */
function cycles(files: readonly SourceFile[]): readonly string[] {
  const links = new Map(files.map(({ path, imports }) => [path, imports.map(({ to }) => to)]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, above: readonly string[]): void => {
    if (above.includes(path)) {
      found.push([...above.slice(above.indexOf(path)), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const next of links.get(path) ?? []) walk(next, [...above, path]);
    done.add(path);
  };
  for (const path of links.keys()) walk(path, []);
  return found;
}

describe('what stands nowhere', () => {
  test('text never becomes HTML or code', () => {
    const html =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|DOMParser\b|\bsrcdoc\b/;
    expect(places(SOURCES, html)).toEqual([]);
  });

  test('H24 no program is started but the reader of files of others, no native code loaded, no text run in the app', () => {
    const code = /\beval\s*\(|new Function\b|\bFunction\s*\(|set(?:Timeout|Interval)\(\s*['"`]/;
    expect(places(SOURCES, code)).toEqual([]);
    const app = SOURCES.filter(({ path }) => !path.startsWith('src/tool/'));
    const programs =
      /child_process|\bnode:vm\b|\bnode:worker_threads\b|process\.dlopen|\.node['"]|\brequire\s*\(|createRequire|process\.binding/;
    expect(places(app, programs)).toEqual([]);
    // Files of others are read in a process of their own: one file may start it, by one written name, with no words of
    // anybody's. It is the app's own runtime, so nothing of the system is run.
    const starter = 'src/main/reading/reader-process.ts';
    expect(places(app, /utilityProcess/)).toEqual([starter]);
    const { code: starts = '' } = app.find(({ path }) => path === starter) ?? {};
    expect(starts.match(/utilityProcess\.fork\([^{]*/g)).toEqual([
      "utilityProcess.fork(join(app.getAppPath(), 'out/reader/reader.js'), [], ",
    ]);
    // `import()` takes a written name only.
    expect(places(app, /\bimport\(\s*(?!['"])/)).toEqual([]);
  });

  test('H1 nothing is loaded from an address of the web', () => {
    const app = inWorlds('main', 'preload', 'renderer', 'bridge');
    expect(places(app, /['"`]https?:\/\//)).toEqual([]);
    expect(places(app, /\b(?:loadFile|net\.(?:fetch|request)|http\.|https\.|createServer|\.listen\()/)).toEqual([]);
    expect(places(app, /\bloadURL\(/)).toEqual(['src/main/window/navigation.ts', 'src/main/window/window.ts']);
    expect(
      places(inWorlds('renderer'), /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection/),
    ).toEqual([]);
  });

  test('H18 one file asks servers, by a session of its own in memory, and the reader opens what a person pointed at', () => {
    const main = inWorlds('main');
    expect(places(main, /\.fetch\(/)).toEqual(['src/main/packs/sources/update-session.ts']);
    const { code = '' } = main.find(({ path }) => path === 'src/main/packs/sources/update-session.ts') ?? {};
    expect(code.match(/fromPartition\([^)]*\)/g)).toEqual(["fromPartition('sources')"]);
    expect(code).not.toMatch(/persist:|defaultSession/);
    expect(places(inWorlds('main', 'preload', 'renderer'), /defaultSession\.fetch|net\.fetch/)).toEqual([]);
    // Names are known to Chromium in those starts alone that may ask a server.
    expect(places(main, /host-resolver-rules/)).toEqual(['src/main/boot/switches.ts']);
    expect(places(main, /if \(!servers\) shutNames\(app\)/)).toEqual(['src/main/boot/boot.ts']);
    expect(
      places(SOURCES, /\b(?:folderRepository|openArchiveRepository)\(/).filter(
        (path) => !/^src\/(?:pack|tool)\//.test(path),
      ),
    ).toEqual(['src/reading/pack-answers.ts', 'src/reading/source-answers.ts']);
  });

  test('T6 only the publisher’s tool ever has a private key', () => {
    const makes = /\b(?:createPrivateKey|generateKeyPair(?:Sync)?|generateKey)\b|PRIVATE KEY/;
    expect(places(SOURCES, makes)).toEqual([
      'src/tool/publish/keys/key-files.ts',
      'src/tool/publish/keys/signing-key.ts',
    ]);
    expect(places(ALL, /-----BEGIN (?:ENCRYPTED )?PRIVATE KEY/)).toEqual([]);
  });

  test('B4 one function writes files', () => {
    const node = inWorlds('files', 'archive', 'main', 'pack', 'bundle', 'tool', 'preload');
    const calls =
      /\b(?:writeFile|appendFile|copyFile|cp|truncate|ftruncate|writev?|fchmod|link|symlink)Sync\b|\b(?:writeFile|appendFile|copyFile|createWriteStream|truncate)\b\s*\(|import \{[^}]*\b(?:writeFile|appendFile|copyFile|cp|createWriteStream|truncate|write)\b[^}]*\} from 'node:fs|\bopen(?:Sync)?\([^)]*'(?:[wa]x?\+?|r\+|[wa]s\+?)'|O_(?:WRONLY|RDWR|CREAT)/;
    expect(places(node, calls)).toEqual([
      'src/files/whole-effects.ts',
      // Lines are added to it, and it is never written anew.
      'src/main/boot/log.ts',
      // A copy that lasts as long as its window.
      'src/main/boot/reading-place.ts',
      // As the log.
      'src/main/notes/journal/disk.ts',
    ]);
    expect(places(node, /from 'node:fs(?:\/promises)?'/).length).toBeGreaterThan(10);
    // Lines are added to the one; the other is the one function on that disk.
    expect(places(node, /\bdisk\.create\(|\.#disk\.create\(/)).toEqual([
      'src/main/notes/guarded-disk.ts',
      'src/main/notes/journal/appender.ts',
      'src/main/notes/journal/whole-on-disk.ts',
    ]);
    const renames = places(node, /\brename(?:Sync)?\b.*from 'node:fs/);
    expect(renames).toEqual([
      'src/files/whole-effects.ts',
      // What cannot be read is put aside.
      'src/main/boot/aside.ts',
      'src/main/boot/json-file.ts',
      'src/main/boot/log.ts',
      'src/main/notes/journal/disk.ts',
      'src/pack/write/write-folder.ts',
    ]);
  });

  test('a limit of time is held by one function', () => {
    expect(places(SOURCES, /AbortSignal\.timeout/)).toEqual([]);
  });

  test('B12 one file shows dialogs, and files from outside are opened by one function', () => {
    const main = inWorlds('main');
    const users = main.filter(({ text }) => /import \{[^}]*\bdialog\b[^}]*\} from 'electron'/.test(text));
    // The first has no window yet.
    expect(users.map(({ path }) => path)).toEqual(['src/main/boot/start-watch.ts', 'src/main/window/dialogs.ts']);
    expect(places(main, /\.print\((?!plan)/)).toEqual(['src/main/window/print.ts']);
    const node = inWorlds('files', 'archive', 'main', 'pack', 'bundle', 'tool');
    const opens = /\b(?:createReadStream|openSync|readFileSync|readFile|open)\b[^}]*\} from 'node:fs/;
    expect(places(node, opens)).toEqual([
      'src/files/regular-file.ts',
      'src/files/whole-effects.ts',
      // What the system tells of a process has no size.
      'src/main/boot/holder-effects.ts',
      'src/main/boot/log.ts',
      'src/main/notes/journal/disk.ts',
      // The app's own code.
      'src/main/window/assets.ts',
      // Its own version.
      'src/tool/satchel.ts',
    ]);
  });

  test('H4 the sandbox is switched off nowhere', () => {
    const off = ['no', 'sandbox'].join('-');
    const files = [...ALL.map(({ path, text }) => ({ path, text })), ...rootFiles()];
    const wrong = files.filter(({ text }) => text.includes(`--${off}`) || text.includes(`appendSwitch('${off}`));
    expect(wrong.map(({ path }) => path)).toEqual([]);
    expect(places(inWorlds('main'), /sandbox:\s*false/)).toEqual([]);
    expect(places(inWorlds('main'), /app\.enableSandbox\(\)/)).toEqual(['src/main/boot/boot.ts']);
  });

  test('H6 web security is on and nothing experimental is', () => {
    expect(places(inWorlds('main'), /new (?:BrowserWindow|BrowserView|WebContentsView)\(/)).toEqual([
      'src/main/window/window.ts',
    ]);
    const loose =
      /webSecurity:\s*false|allowRunningInsecureContent:\s*true|experimentalFeatures:\s*true|enableBlinkFeatures|nodeIntegration\w*:\s*true|contextIsolation:\s*false|webviewTag:\s*true/;
    expect(places(SOURCES, loose)).toEqual([]);
  });

  test('H11 one function opens addresses outside, none opens files', () => {
    expect(places(SOURCES, /openExternal/)).toEqual(['src/main/window/link-effects.ts']);
    expect(places(SOURCES, /openPath|showItemInFolder|beep\(|trashItem|writeShortcutLink/)).toEqual([]);
  });

  test('H13 messages arrive in one wrapper and leave by the preload', () => {
    expect(places(SOURCES, /\bipcMain\b/)).toEqual(['src/main/ipc/handle.ts']);
    expect(places(SOURCES, /\bipcRenderer\b/)).toEqual(['src/preload/index.ts']);
    expect(
      places(SOURCES, /\.send(?:Sync|ToHost)?\(|postMessage\(/).filter((path) => /\/(?:main|preload)\//.test(path)),
    ).toEqual(['src/main/ipc/handle.ts', 'src/main/reading/reader-process.ts']);
  });

  test('B2 files of others are opened in the reader alone: main asks it, and opens what came with the app', () => {
    const main = inWorlds('main');
    const opens = (file: string): readonly string[] =>
      main
        .filter(({ imports }) => imports.some(({ to, typesOnly }) => to === file && !typesOnly))
        .map(({ path }) => path);
    for (const file of ['open-bundle', 'bundle-archive']) expect(opens(`src/bundle/${file}.ts`)).toEqual([]);
    for (const file of [
      'carriers/archive-carrier',
      'carriers/folder-carrier',
      'carriers/archive-repository',
      'carriers/folder-repository',
      'read/trusted-manifest',
      'read/pack-parts',
    ])
      expect(opens(`src/pack/${file}.ts`)).toEqual([]);
    expect(opens('src/archive/open-archive.ts')).toEqual([]);
    expect(opens('src/pack/read/open-pack.ts').filter((path) => path !== 'src/main/packs/offers.ts')).toEqual([
      'src/main/packs/answers.ts',
    ]);
    // The reader writes nothing and asks nothing of the network.
    const touches = /writeFile|createWriteStream|appendFile|\brm\(|unlink|mkdir|node:(?:net|http|https|dgram|tls)/;
    expect(places(inWorlds('reading'), touches)).toEqual([]);
  });

  test('H16 nothing of Electron is handed to the page', () => {
    const preload = SOURCES.find(({ path }) => path === 'src/preload/index.ts')?.code ?? '';
    expect(places(SOURCES, /exposeInMainWorld/)).toEqual(['src/preload/index.ts']);
    expect(preload.match(/exposeInMainWorld\([^)]*\)/g)).toEqual([
      "exposeInMainWorld('satchel', { call, on, dropped } satisfies Bridge)",
    ]);
    expect(places(SOURCES, /window\.(?:electron|require)\b/)).toEqual([]);
  });

  test('H19 the spelling checker is switched on in one place and has nowhere to load from', () => {
    expect(places(SOURCES, /setSpellCheckerEnabled|setSpellCheckerDictionaryDownloadURL/)).toEqual([
      'src/main/window/spelling.ts',
    ]);
    const spelling = SOURCES.find(({ path }) => path === 'src/main/window/spelling.ts')?.code ?? '';
    expect(spelling.match(/setSpellCheckerDictionaryDownloadURL\([^)]*\)/g)).toEqual([
      'setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/none/`)',
    ]);
    expect(places(inWorlds('main'), /spellcheck:\s*true/)).toEqual(['src/main/window/window.ts']);
  });

  test('no machine and no registry is named', () => {
    const machine = /registry\.npmjs|\/home\/[a-z]|[A-Z]:\\\\Users|\/root\//;
    const files = [...ALL.map(({ path, text }) => ({ path, text })), ...rootFiles()];
    const wrong = files.filter(({ path, text }) => machine.test(text) && path !== 'tests/structure.test.ts');
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('house rules', () => {
  test('exports have names, except in the configuration files of tools', () => {
    const wrong = places(ALL, /^export default|export \{[^}]*\bas default\b/m);
    expect(wrong.filter((path) => !path.endsWith('.config.ts'))).toEqual([]);
  });

  test('a file of more than 400 lines says why in its first line', () => {
    const long = ALL.filter(({ text }) => text.split('\n').length > 400);
    expect(long.filter(({ text }) => !/^(?:\/\/|\/\*)/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('file names are small words with hyphens', () => {
    const wrong = ALL.filter(
      ({ path }) => !/^[a-z0-9-]+(?:\.[a-z]+)*\.(?:tsx?|mjs)$/.test(path.split('/').at(-1) ?? ''),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('no file only hands on what others export', () => {
    expect(places(SOURCES, /^export (?:type )?\* from/m)).toEqual([]);
  });
});

/** Text files beside the sources that could hold a switch or an address. */
function rootFiles(): readonly { path: string; text: string }[] {
  const names = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'README.md', 'CONTRIBUTING.md'];
  return [...names, ...filesUnder('.ci')].map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}
