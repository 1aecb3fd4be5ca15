/** In place of `kit/worker-url.ts`, which knows only the names that a build gives. */
export const startWorker = (url: string): Worker => new Worker(url, { type: 'module' });
