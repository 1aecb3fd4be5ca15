import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALL_NAMES } from '#bridge/calls.ts';
import { DROPPED } from '#bridge/packs.ts';
import { ProblemError } from '#domain/problem.ts';
import { z } from '#domain/schema.ts';
import { argumentsOf } from '#main/ipc/arguments.ts';
import { type Asker, answerCall, isOurs, type OurWindow } from '#main/ipc/call.ts';

const main = { url: 'app://satchel/library', parent: null };
const window: OurWindow = { id: 1, mainFrame: main };
const ours: Asker = { sender: { id: 1 }, senderFrame: main };
const refused = { ok: false, problem: { code: 'call-refused' } };
const form = { args: z.tuple([z.string()]), answer: (text: string) => text };
const echo = async () => form;

/** The log, and what was written to it. */
function logBook() {
  const lines: string[] = [];
  return { lines, log: (event: string) => void lines.push(event) };
}

describe('H13 who may ask', () => {
  test('H13 the main frame of our window, on our own page', async () => {
    expect(isOurs(ours, window)).toBe(true);
    const { log } = logBook();
    expect(await answerCall('x', echo, { asker: ours, args: ['hello'] }, window, log)).toEqual({
      ok: true,
      value: 'hello',
    });
  });

  const at = (url: string) => {
    const frame = { url, parent: null };
    return { asker: { sender: { id: 1 }, senderFrame: frame }, window: { id: 1, mainFrame: frame } };
  };
  const foreign: readonly [string, Asker, OurWindow | null][] = [
    ['another window', { sender: { id: 2 }, senderFrame: main }, window],
    ['a frame in our page', { sender: { id: 1 }, senderFrame: { url: main.url, parent: main as never } }, window],
    ['another frame that says the same', { sender: { id: 1 }, senderFrame: { ...main } }, window],
    ['a frame that is gone', { sender: { id: 1 }, senderFrame: null }, window],
    ['anyone while there is no window', ours, null],
    ['a gone frame of a gone window', { sender: { id: 1 }, senderFrame: null }, { id: 1, mainFrame: null }],
    ...[
      'https://satchel/',
      'app://satchel.example/',
      'app://satchel',
      'app://other/library',
      'about:blank',
      'file:///x',
      'data:,app://satchel/',
      'blob:app://satchel/1',
      '',
    ].map((url): [string, Asker, OurWindow] => [`our window at “${url}”`, at(url).asker, at(url).window]),
  ];
  test.each(foreign)('H13 %s is refused before the handler is looked up', async (_who, asker, now) => {
    const { lines, log } = logBook();
    let ran = false;
    const spy = () => {
      ran = true;
      return echo();
    };
    expect(await answerCall('x', spy, { asker, args: ['hello'] }, now, log)).toEqual(refused);
    expect(ran).toBe(false);
    expect(lines).toHaveLength(1);
  });
});

describe('H13 what may be asked', () => {
  /** Payloads that are right for a call, so that the fuzzing knows what it must not refuse. */
  const good: Readonly<Record<string, readonly unknown[]>> = {
    'app:start': [],
    'settings:change': [{ theme: 'dark' }],
    'packs:starters': [],
    'packs:waiting': [],
    'packs:choose': [],
    'packs:part': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'packs:stop': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'sources:list': [],
    'sources:add': ['https://packs.invalid/'],
    'sources:choose': ['folder'],
    'sources:remove': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'sources:check': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'sources:stopCheck': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'sources:update': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10', 'test-pack', '0'.repeat(64)],
    'sources:ahead': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10', 'test-pack', '0'.repeat(64), '1'.repeat(64)],
    'sources:look': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10', 'test-pack', '0'.repeat(64), '1'.repeat(64)],
    'sources:page': ['0'.repeat(64), 'page-1'],
    'sources:stop': [],
    'sources:installed': [[{ pack: 'test-pack', sha256: '0'.repeat(64) }]],
    'link:open': ['https://www.gov.uk/'],
    'page:print': ['A page', 'OFFICIAL'],
    'view:zoom': ['in'],
    'journal:keep': [[{ note: 'n', rev: '1', parent: null, op: 'put', fields: {} }]],
    'journal:gather': [],
    'journal:add': [
      '7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10',
      [{ note: 'n', rev: '1', parent: null, op: 'put', fields: {} }],
    ],
    'journal:keep-all': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'journal:overview': [],
    'app:mend': [true],
    'journal:entries': [['n']],
    'journal:revisions': [[{ note: 'n', rev: '1' }]],
    'backups:open': ['000001-2026-11-23.json.gz'],
    'backups:rows': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'backups:begin': [true],
    'backups:add': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10', { table: 'notes', rows: [{ id: 'n' }] }],
    'notes:copy': ['Supplier day', '# Supplier day'],
    'backups:save': [null],
    'app:started': [{ 'satchel-notes': 4 }],
    'backups:end': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'backups:stop': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'files:keep': [new Uint8Array([1])],
    'files:read': ['0'.repeat(64)],
    'files:save': ['0'.repeat(64), 'figures.csv'],
    'app:ready-to-leave': [[]],
    'searches:save': [[{ words: 'vendor parity', day: '2026-11-23', times: 2 }]],
    'share:begin': [{ format: 'eln', marking: 'OFFICIAL', name: 'OFFICIAL letters 2026-11-23.eln' }],
    'share:add': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10', '{}'],
    'share:write': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'share:progress': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'share:stop': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'bundles:choose': [],
    'bundles:waiting': [],
    'bundles:part': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    'bundles:keep': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10', '0'.repeat(64)],
    'bundles:picture': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10', '0'.repeat(64)],
    'bundles:stop': ['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10'],
    [DROPPED]: [['/a/b.satchel']],
  };
  const names = [...CALL_NAMES, DROPPED] as const;

  test.each(names)('H13 %s: right arguments pass, 200 random ones are refused as values', async (name) => {
    const { log } = logBook();
    const seen: unknown[] = [];
    const answerer = { args: argumentsOf(name), answer: (...args: readonly unknown[]) => seen.push(args) };
    const ask = (args: readonly unknown[]) =>
      answerCall(name, async () => answerer, { asker: ours, args }, window, log);
    expect((await ask(good[name] ?? [])).ok).toBe(true);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.anything({ withNullPrototype: true, withBigInt: true }), { maxLength: 4 }),
        async (args) => {
          const before = seen.length;
          const answer = await ask(args);
          // What passes by chance has the right form; what is refused never reached the handler.
          if (!answer.ok) {
            expect(answer).toEqual(refused);
            expect(seen.length).toBe(before);
          } else expect(argumentsOf(name).safeParse(args).success).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  const wrong: readonly [(typeof names)[number], readonly unknown[]][] = [
    ['app:start', ['more']],
    ['settings:change', [{ theme: 'pink' }]],
    ['settings:change', [{ unknown: 1 }]],
    ['settings:change', [JSON.parse('{"__proto__": {"theme": "dark"}, "constructor": 1}')]],
    ['settings:change', [{ shortcuts: { a: 'x'.repeat(61) } }]],
    ['packs:part', ['../../etc/passwd']],
    ['packs:part', ['']],
    ['packs:part', [['7b0c1f60-3a6b-4a35-9e7e-0c7c2f7f2f10']]],
    ['link:open', ['x'.repeat(10_001)]],
    ['link:open', [{ toString: () => 'https://x.example' }]],
    ['searches:save', [[{ words: '', day: '2026-11-23', times: 1 }]]],
    ['searches:save', [[{ words: 'a', day: '2026-11-23', times: 1, path: '/etc/passwd' }]]],
    ['searches:save', [Array.from({ length: 201 }, () => ({ words: 'a', day: '2026-11-23', times: 1 }))]],
    ['searches:save', [[], '/etc/passwd']],
    [DROPPED, ['/a']],
    [DROPPED, [Array.from({ length: 101 }, () => '/a')]],
    [DROPPED, [['']]],
  ];
  test.each(wrong)('H13 %s refuses %j', (name, args) => {
    expect(argumentsOf(name).safeParse(args).success).toBe(false);
  });
});

describe('what comes back', () => {
  test('an expected refusal is a value', async () => {
    const { lines, log } = logBook();
    const answerer = {
      args: z.tuple([]),
      answer: () => {
        throw new ProblemError({ code: 'ticket-unknown' });
      },
    };
    expect(await answerCall('x', async () => answerer, { asker: ours, args: [] }, window, log)).toEqual({
      ok: false,
      problem: { code: 'ticket-unknown' },
    });
    expect(lines).toEqual([]);
  });

  test('a bug is logged and the window learns nothing of it', async () => {
    const { lines, log } = logBook();
    const answerer = { args: z.tuple([]), answer: () => Promise.reject(new Error('secret words')) };
    expect(await answerCall('x', async () => answerer, { asker: ours, args: [] }, window, log)).toEqual(refused);
    expect(lines).toEqual(['call x: failed']);
  });
});
