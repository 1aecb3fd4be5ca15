import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { createPageParser, type ParserEffects, type ParseThread, threadOf } from '#tool/build/page-parser.ts';
import type { LinkTable } from '#tool/lint/link-table.ts';

const table: LinkTable = { pages: new Map(), redirects: new Map(), images: new Map() };

/** Threads that answer a page by its text: `slow` never, `memory` and `deep` by dying, others with their text. */
function fakes(): ParserEffects & { readonly log: string[] } {
  const log: string[] = [];
  let expire: () => void = () => undefined;
  const start = (): ParseThread => {
    log.push('start');
    let answer: () => Promise<unknown> = async () => 'ready';
    return {
      post: ({ text }) => {
        if (text === 'slow') setImmediate(() => expire());
        answer = () => {
          if (text === 'slow') return new Promise(() => undefined);
          if (text === 'memory')
            return Promise.reject(Object.assign(new Error(), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
          if (text === 'deep') return Promise.reject(new RangeError('Maximum call stack size exceeded'));
          if (text === 'bug') return Promise.reject(new TypeError('a bug'));
          return Promise.resolve({ parsed: text });
        };
      },
      next: () => answer(),
      stop: async () => log.push('stop'),
    };
  };
  const after: ParserEffects['after'] = (ms) => {
    log.push(`after ${ms}`);
    return {
      passed: new Promise((resolve) => {
        expire = () => resolve('passed');
      }),
      cancel: () => log.push('cancel'),
    };
  };
  return { start, after, log };
}

const job = (text: string) => ({ text, file: 'pages/a.md' });

describe('a parser in a thread', () => {
  test('keeps its thread from page to page', async () => {
    const effects = fakes();
    const parser = createPageParser(effects);
    expect(await parser.parse(job('one'), table)).toBe('one');
    expect(await parser.parse(job('two'), table)).toBe('two');
    await parser.close();
    expect(effects.log).toEqual(['start', 'after 5000', 'cancel', 'after 5000', 'cancel', 'stop']);
  });

  test('stops the thread of a page that takes too long, and starts another for the next', async () => {
    const effects = fakes();
    const parser = createPageParser(effects);
    expect(await parser.parse(job('slow'), table)).toMatchObject({ unshown: 'too-slow', sections: [{ text: 'slow' }] });
    expect(await parser.parse(job('next'), table)).toBe('next');
    await parser.close();
    expect(effects.log.filter((entry) => /start|stop/.test(entry))).toEqual(['start', 'stop', 'start', 'stop']);
  });

  test.each([
    ['memory', 'too-many-parts'],
    ['deep', 'too-deep'],
  ])('a page that ends its thread (%s) costs itself', async (text, unshown) => {
    const parser = createPageParser(fakes());
    expect(await parser.parse(job(text), table)).toMatchObject({ unshown });
    expect(await parser.parse(job('next'), table)).toBe('next');
    await parser.close();
  });

  test('a bug is not swallowed, and its thread is stopped', async () => {
    const effects = fakes();
    const parser = createPageParser(effects);
    await expect(parser.parse(job('bug'), table)).rejects.toThrow('a bug');
    expect(effects.log).toContain('stop');
  });

  test('is closed without ever having started', async () => {
    const effects = fakes();
    await createPageParser(effects).close();
    expect(effects.log).toEqual([]);
  });

  test('really stops a thread that is busy for ever', async () => {
    const busy = `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', ({ text }) => { while (text === 'busy'); parentPort.postMessage({ parsed: text }); });
      parentPort.postMessage('ready');`;
    const parser = createPageParser({
      start: () => threadOf(new Worker(busy, { eval: true })),
      after: () => ({
        passed: new Promise((resolve) => setTimeout(() => resolve('passed'), 300)),
        cancel: () => undefined,
      }),
    });
    expect(await parser.parse(job('quick'), table)).toBe('quick');
    expect(await parser.parse(job('busy'), table)).toMatchObject({ unshown: 'too-slow' });
    expect(await parser.parse(job('after'), table)).toBe('after');
    await parser.close();
  });
});
