import { expect, test } from 'vitest';
import { refusedIn, switchesIn } from '#main/boot/start-switches.ts';
import { isTestStart } from '#main/boot/test-start.ts';

const refused = (words: readonly string[], env = {}, platform = 'linux') =>
  refusedIn(words, env, platform)?.name ?? null;

test.each([
  'remote-debugging-port=9222',
  'remote-debugging-pipe',
  'remote-debugging-address=0.0.0.0',
  'remote-allow-origins=*',
  'inspect',
  'inspect=0.0.0.0:9229',
  'inspect-brk',
  'inspect-port=1',
  'inspect-publish-uid=http',
  'js-flags=--expose-gc',
  ['no', 'sandbox'].join('-'),
  'disable-setuid-sandbox',
  'no-zygote',
  'single-process',
  'in-process-gpu',
  'disable-gpu-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'host-rules=MAP * 127.0.0.1',
  'host-resolver-rules=',
  'proxy-server=1.2.3.4:1',
  'load-extension=/tmp/x',
  'enable-features=X',
  'enable-blink-features=X',
  'enable-logging',
  'log-net-log=/tmp/x',
  'user-data-dir=/tmp/x',
  'renderer-cmd-prefix=xterm -e gdb',
  'utility-cmd-prefix=x',
  'gpu-launcher=x',
  'enable-automation',
  'headless',
  'use-fake-ui-for-media-stream',
  'unsafely-treat-insecure-origin-as-secure=http://x',
  'a-switch-of-tomorrow',
  'require=/tmp/x.js',
])('B10 a start with --%s is refused, in every form that is understood', (word) => {
  const name = word.split('=')[0];
  expect(refused(['/app', `--${word}`])).toBe(name);
  expect(refused([`-${word}`, 'a.satchel'])).toBe(name);
  expect(refused([`/${word}`], {}, 'win32')).toBe(name);
  expect(refused([`--${word.toUpperCase()}`], {}, 'win32')).toBe(name);
  expect(refused(['--safe-mode', '--lang=cy', `--${word}`])).toBe(name);
});

test('B10 what desktops and people with special needs set is allowed, and files are no switches', () => {
  const words = [
    '--safe-mode',
    '--force-renderer-accessibility',
    '--ozone-platform-hint=auto',
    '--lang=cy',
    '-psn_0_1',
  ];
  expect(refused([...words, '/data/--inspect.satchel', 'b.eln', '--', '--inspect'])).toBe(null);
  expect(refused(['-r', '/tmp/x.js'])).toBe('r');
  expect(switchesIn(['/data/b.satchel'], 'linux')).toEqual([]);
});

test.each(['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'NODE_REPL_EXTERNAL_MODULE'])('B10 nor while %s is set', (name) => {
  expect(refusedIn([], { [name]: '--inspect' }, 'linux')).toEqual({ what: 'variable', name });
  expect(refusedIn([], { [name]: '' }, 'linux')).toBe(null);
});

test('B10 a start of a test is one of a development build, by its launcher, that says so in full', () => {
  const env = { SATCHEL_TEST_START: 'driven by a test' };
  const started = { isPackaged: false, byLauncher: true };
  expect(isTestStart(started, env)).toBe(true);
  for (const [app, around] of [
    [{ ...started, isPackaged: true }, env],
    [{ ...started, byLauncher: false }, env],
    [started, {}],
    [started, { SATCHEL_TEST_START: '1' }],
    [started, { SATCHEL_TEST_START: 'true' }],
  ] as const)
    expect(isTestStart(app, around)).toBe(false);
});
