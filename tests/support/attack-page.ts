import type { RunningApp } from './app.ts';

/**
 * A page of a test in place of ours. Its script tries things one by one when a person presses `g` and writes what came
 * of each into the page: Playwright's own evaluation would lift bans that a page is under.
 * @param tries body of an async function; calls `t(name, async () => …)` for each try
 * @param more other files of the page
 */
export function attackPage(tries: string, { head = '', body = '' } = {}, more: Readonly<Record<string, string>> = {}) {
  return {
    'index.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>ready</title>${head}<script src="/assets/attack.js"></script></head><body><h1>Attack</h1>${body}</body></html>`,
    'assets/attack.js': `
const results = {};
const violations = [];
addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
const within = (promise, ms) => Promise.race([promise, new Promise((done) => setTimeout(() => done('nothing happened'), ms))]);
const t = async (name, work) => {
  try {
    const value = await within(Promise.resolve().then(work), 3000);
    results[name] = value === undefined ? 'allowed' : value;
  } catch (error) {
    results[name] = 'blocked: ' + (error && error.name);
  }
};
const until = (target, good, bad) => new Promise((done) => {
  for (const [name, word] of Object.entries(good)) target.addEventListener(name, () => done(word));
  for (const [name, word] of Object.entries(bad)) target.addEventListener(name, () => done(word));
});
let started = false;
addEventListener('keydown', async (event) => {
  if (event.key !== 'g' || started) return;
  started = true;
  ${tries}
  await new Promise((done) => setTimeout(done, 300));
  document.documentElement.dataset.results = JSON.stringify({ results, violations: [...new Set(violations)], pwned: window.pwned });
  document.title = 'done';
});`,
    ...more,
  };
}

export interface Attacked {
  readonly results: Readonly<Record<string, unknown>>;
  /** Directives of the policy that stopped something. */
  readonly violations: readonly string[];
  readonly pwned?: unknown;
}

/** Presses the key and waits until the page has tried everything. */
export async function fireAttacks({ window }: RunningApp): Promise<Attacked> {
  // A page has no focus until a person touches it.
  await window.mouse.click(5, 5);
  await window.keyboard.press('g');
  await window.waitForFunction(() => document.title === 'done', null, { timeout: 60_000 });
  return JSON.parse((await window.locator('html').getAttribute('data-results')) ?? '{}');
}
