import { beforeEach, describe, expect, test } from 'vitest';
import type { Bridge } from '#bridge/calls.ts';
import type { Offer } from '#bridge/packs.ts';
import { type InstallQuestion, installQuestion } from '#domain/pack/install-question.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { InstalledPack } from '#store/db.ts';
import type { InstallOptions } from '#store/packs/install.ts';
import { createInstalls, type Install } from '#store/packs/installs.ts';

const head = (id: string) => ({
  id,
  title: `Pack ${id}`,
  version: '2026.11',
  release: 1,
  publisher: 'Us',
  hash: `hash-${id}`,
  origin: 'app' as const,
  pages: 2,
  pageIds: [],
  bytes: 100,
});
const offer = (id: string): Offer => ({
  ticket: `ticket-${id}`,
  file: `${id}.satchel`,
  size: 10,
  found: { manifest: head(id) },
});
/** One that the app was not built with. */
const foreign = (id: string): Offer => ({ ...offer(id), found: { manifest: { ...head(id), origin: 'file' } } });
const question = installQuestion({ ...head('a'), origin: 'file' }, undefined, new Map()) as InstallQuestion;
const damaged: Offer = {
  ticket: 'ticket-bad',
  file: 'bad.satchel',
  size: 10,
  found: { problem: { code: 'not-a-pack', file: 'bad.satchel' } },
};
const installed = (id: string) =>
  ({ id, hash: `hash-${id}`, title: `Pack ${id}`, version: '2026.11', pages: 2 }) as InstalledPack;

/** Installs that end when the test says so. */
function world() {
  const running = new Map<string, { end: (result: Result<InstalledPack>) => void; options: InstallOptions }>();
  const order: string[] = [];
  const told: string[] = [];
  const here = new Set<string>();
  const looks: { answer: Result<InstallQuestion | null>; same?: InstalledPack } = { answer: ok(question) };
  const installs = createInstalls({
    from: () =>
      ({
        call: {
          'packs:stop': async (ticket: string) => {
            told.push(`stop ${ticket}`);
            return ok(null);
          },
        },
      }) as unknown as Bridge,
    install: ({ ticket }, _from, options = {}) => {
      order.push(ticket);
      return new Promise((end) => running.set(ticket, { end, options }));
    },
    look: async () => looks.answer,
    vouched: async () => looks.same ?? null,
    isHere: async (id) => here.has(id),
    began: () => told.push('began'),
    installed: async (id) => {
      told.push(`installed ${id}`);
    },
    changes: async ({ id }) => {
      told.push(`compared ${id}`);
      return id === 'b' ? { added: 0, changed: 2, gone: 0 } : null;
    },
    broke: (error) => told.push(`broke ${error}`),
  });
  const stages = () => installs.get().map(({ ticket, at }) => `${ticket} ${at.stage}`);
  return { installs, running, order, told, stages, looks, here };
}

let { installs, running, order, told, stages, looks, here } = world();
beforeEach(() => {
  ({ installs, running, order, told, stages, looks, here } = world());
});
const settle = () => new Promise((resolve) => setTimeout(resolve));
const end = async (id: string, result: Result<InstalledPack> = ok(installed(id))) => {
  running.get(`ticket-${id}`)?.end(result);
  await settle();
};

describe('installs', () => {
  test('run one after another, in the order in which they came', async () => {
    installs.startInstalls([offer('a'), offer('b')]);
    expect(stages()).toEqual(['ticket-a running', 'ticket-b waiting']);
    installs.startInstalls([offer('c')]);
    await end('a');
    expect(stages()).toEqual(['ticket-a done', 'ticket-b running', 'ticket-c waiting']);
    await end('b');
    await end('c');
    expect(stages()).toEqual(['ticket-a done', 'ticket-b done', 'ticket-c done']);
    expect(order).toEqual(['ticket-a', 'ticket-b', 'ticket-c']);
    expect(told).toContain('installed b');
  });

  test('show how far one is', () => {
    installs.startInstalls([offer('a')]);
    running.get('ticket-a')?.options.onProgress?.({ done: 40, total: 100 });
    expect(installs.get()[0]?.at).toEqual({ stage: 'running', done: 40, total: 100 });
  });

  test('that took the place of a release tell what they changed of it, unless nobody asked for them', async () => {
    installs.startInstalls([offer('a'), offer('b')]);
    await end('a');
    await end('b');
    expect(installs.get().map(({ at }) => 'changes' in at && at.changes)).toEqual([
      false,
      { added: 0, changed: 2, gone: 0 },
    ]);
    installs.startInstalls([offer('b')], { quiet: true });
    await end('b');
    expect(told.filter((word) => word.startsWith('compared'))).toEqual(['compared a', 'compared b']);
  });

  test('that main refuses at once never run, and hold up nothing', async () => {
    installs.startInstalls([damaged, offer('a')]);
    expect(stages()).toEqual(['ticket-bad refused', 'ticket-a running']);
    await end('a', refuse({ code: 'no-space', needed: 5 }));
    expect(installs.get().at(-1)?.at).toEqual({ stage: 'refused', problem: { code: 'no-space', needed: 5 } });
    expect(told).not.toContain('installed a');
    expect(order).toEqual(['ticket-a']);
  });

  test('clear away what came of earlier ones, but nothing that still runs', async () => {
    installs.startInstalls([offer('a')]);
    await end('a');
    installs.startInstalls([offer('b')]);
    expect(stages()).toEqual(['ticket-b running']);
    installs.startInstalls([offer('c')]);
    expect(stages()).toEqual(['ticket-b running', 'ticket-c waiting']);
  });

  test('of packs that came with the app leave what a person sees alone', () => {
    installs.startInstalls([offer('a')], { quiet: true });
    expect(told).not.toContain('began');
    expect(installs.get()[0]?.quiet).toBe(true);
  });

  test('that wait are stopped, and main lets the file go', async () => {
    installs.startInstalls([offer('a'), offer('b')]);
    installs.stopInstall('ticket-b');
    expect(installs.get()[1]?.at).toEqual({ stage: 'refused', problem: { code: 'pack-stopped', pack: 'Pack b' } });
    expect(told).toContain('stop ticket-b');
    await end('a');
    expect(order).toEqual(['ticket-a']);
  });

  test('that run are stopped by their signal', () => {
    installs.startInstalls([offer('a')]);
    installs.stopInstall('ticket-a');
    expect(running.get('ticket-a')?.options.signal?.aborted).toBe(true);
  });

  test('of the very release that is here, from somewhere that says more of it, are done without being read', async () => {
    const { installs, order, told, looks } = world();
    looks.same = installed('a');
    installs.startInstalls([foreign('a')]);
    await settle();
    expect([order, told]).toEqual([[], ['began', 'stop ticket-a']]);
    expect(installs.get().map(({ at }) => at)).toEqual([{ stage: 'done', pack: looks.same }]);
  });

  test('that break are told of and hold up nothing', async () => {
    const broken = createInstalls({
      from: () => ({}) as Bridge,
      install: ({ ticket }) =>
        ticket === 'ticket-a' ? Promise.reject(new Error('bug')) : Promise.resolve(ok(installed('b'))),
      look: async () => ok(null),
      vouched: async () => null,
      isHere: async () => false,
      began: () => {},
      installed: async () => {},
      changes: async () => null,
      broke: (error) => told.push(String(error)),
    });
    broken.startInstalls([offer('a'), offer('b')]);
    await settle();
    expect(broken.get().map(({ at }) => at.stage)).toEqual(['refused', 'done']);
    expect(told).toEqual(['Error: bug']);
  });

  test('are dismissed when they are over, never before', async () => {
    installs.startInstalls([offer('a'), offer('b'), damaged]);
    installs.dismiss('ticket-a');
    installs.dismiss('ticket-bad');
    expect(stages()).toEqual(['ticket-a running', 'ticket-b waiting']);
    await end('a');
    installs.dismiss();
    expect(stages()).toEqual(['ticket-b running']);
  });

  test('come from any question to main; a refusal of the question itself is shown too', async () => {
    expect(await installs.installFrom(Promise.resolve(ok([])))).toBe(false);
    expect(await installs.installFrom(Promise.resolve(ok([offer('a')])))).toBe(true);
    expect(stages()).toEqual(['ticket-a running']);
    expect(await installs.installFrom(Promise.resolve(refuse({ code: 'call-refused' })))).toBe(true);
    expect(installs.get().at(-1)?.at).toEqual({ stage: 'refused', problem: { code: 'call-refused' } });
  });

  describe('B6 of packs that the app was not built with', () => {
    test('ask one after another; those that came with the app pass them', async () => {
      installs.startInstalls([foreign('a'), foreign('b'), offer('c')]);
      await settle();
      expect(stages()).toEqual(['ticket-a asking', 'ticket-b waiting', 'ticket-c running']);
      installs.answerInstall('ticket-a', true);
      await end('c');
      expect(stages()).toEqual(['ticket-a running', 'ticket-b waiting', 'ticket-c done']);
      await end('a');
      expect(stages()).toEqual(['ticket-a done', 'ticket-b asking', 'ticket-c done']);
      expect(order).toEqual(['ticket-c', 'ticket-a']);
    });

    test('that are not wanted change nothing, and the next is asked about', async () => {
      installs.startInstalls([foreign('a'), foreign('b')]);
      await settle();
      installs.answerInstall('ticket-a', false);
      await settle();
      expect(installs.get()[0]?.at).toEqual({
        stage: 'refused',
        problem: { code: 'pack-declined', pack: 'Pack a', version: '2026.11' },
      });
      expect(stages()[1]).toBe('ticket-b asking');
      expect(order).toEqual([]);
      expect(told).toContain('stop ticket-a');
    });

    test('are asked about again where what is here changed before the answer', async () => {
      installs.startInstalls([foreign('a')]);
      await settle();
      const other = { ...question, otherPublisher: true };
      looks.answer = ok(other);
      installs.answerInstall('ticket-a', true);
      await settle();
      expect(installs.get()[0]?.at).toEqual({ stage: 'asking', question: other });
      expect(order).toEqual([]);
    });

    test('stay agreed to while that release did not come in, and no longer', async () => {
      installs.startInstalls([foreign('a')]);
      await settle();
      installs.answerInstall('ticket-a', true);
      await settle();
      await end('a', refuse({ code: 'no-space', needed: 5 }));
      installs.startInstalls([foreign('a')]);
      await settle();
      expect(stages()).toEqual(['ticket-a running']);
      await end('a');
      installs.startInstalls([foreign('a')]);
      await settle();
      expect(stages()).toEqual(['ticket-a asking']);
    });

    test('are never asked about where they would be refused anyway', async () => {
      const problem = { code: 'pack-older', pack: 'Pack a', version: '1', installed: '2' } as const;
      looks.answer = refuse(problem);
      installs.startInstalls([foreign('a')]);
      await settle();
      expect(installs.get()[0]?.at).toEqual({ stage: 'refused', problem });
      expect(told).toContain('stop ticket-a');
    });
  });

  test('tell whoever listens, until they stop', () => {
    const seen: (readonly Install[])[] = [];
    const stop = installs.subscribe(() => seen.push(installs.get()));
    installs.startInstalls([offer('a')]);
    const first = seen.length;
    expect(first).toBeGreaterThan(0);
    stop();
    installs.startInstalls([offer('b')]);
    expect(seen.length).toBe(first);
  });
});

describe('a pack that a person takes off does not come back by itself', () => {
  const origin = { root: 'a'.repeat(64), source: 'a share', publisher: 'packs-hmt' };
  const fromSource: Offer = { ...offer('a'), found: { manifest: { ...head('a'), origin } } };
  const brought = Promise.resolve(ok([fromSource]));

  test('an update that was fetched meanwhile is let go, with one sentence', async () => {
    looks.answer = ok(null);
    await installs.installFrom(brought, { isUpdate: true });
    await settle();
    expect(order).toEqual([]);
    expect(told).toContain('stop ticket-a');
    expect(installs.get()[0]?.at).toEqual({
      stage: 'refused',
      problem: { code: 'update-withdrawn', pack: 'Pack a', source: 'a share', gone: 'pack' },
    });
  });

  test('an update of what is here comes in, and a new pack does', async () => {
    looks.answer = ok(null);
    here.add('a');
    await installs.installFrom(brought, { isUpdate: true });
    await settle();
    await end('a');
    here.delete('a');
    await installs.installFrom(brought);
    await settle();
    expect(order).toEqual(['ticket-a', 'ticket-a']);
  });

  test('what is on its way in is stopped, of that pack alone', async () => {
    looks.answer = ok(null);
    installs.startInstalls([fromSource, offer('b'), offer('a')]);
    await settle();
    installs.stopInstallsOf('a');
    expect(running.get('ticket-a')?.options.signal?.aborted).toBe(true);
    await end('a', refuse({ code: 'pack-stopped', pack: 'Pack a' }));
    await settle();
    expect(order).toEqual(['ticket-a', 'ticket-b']);
  });
});
