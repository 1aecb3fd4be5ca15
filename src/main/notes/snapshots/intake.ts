import type { Rows, SnapshotHead } from '#domain/journal/snapshot.ts';
import type { Result } from '#domain/result.ts';
import type { LastWordOf, Snapshots, WrittenSnapshot } from './snapshots.ts';

/** A snapshot whose rows are brought piece by piece, as the window does. */
export interface Intake {
  /** Takes some rows; answers when the next may come, at once after a refusal, which `end` then tells. */
  add(part: Rows): Promise<void>;
  end(): Promise<Result<WrittenSnapshot>>;
  /** No snapshot comes of it: the window went away, or thought better of it. */
  stop(): Promise<void>;
}

class Stopped extends Error {}

export function beginSnapshot(
  snapshots: Pick<Snapshots, 'write'>,
  about: Pick<SnapshotHead, 'app' | 'journal'>,
  lastWord?: LastWordOf,
): Intake {
  const gate = new Gate();
  const written = snapshots.write(about, gate, lastWord);
  // Whoever brings rows must not wait for a writer that has given up.
  const over = written.then(
    () => {},
    () => {},
  );
  return {
    add: (part) => Promise.race([gate.hand({ part }), over]),
    end() {
      gate.hand('end');
      return written;
    },
    async stop() {
      gate.hand('stop');
      await written.catch((error: unknown) => {
        if (!(error instanceof Stopped)) throw error;
      });
    },
  };
}

type Handed = { readonly part: Rows } | 'end' | 'stop';

/** Hands over one thing at a time: what is not yet taken keeps the next one waiting. */
class Gate implements AsyncIterable<Rows> {
  readonly #waiting: { readonly handed: Handed; readonly taken: () => void }[] = [];
  #wake: () => void = () => {};

  hand(handed: Handed): Promise<void> {
    return new Promise((taken) => {
      this.#waiting.push({ handed, taken });
      this.#wake();
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Rows> {
    for (;;) {
      const next = this.#waiting.shift();
      if (next === undefined) {
        await new Promise<void>((wake) => {
          this.#wake = wake;
        });
        continue;
      }
      next.taken();
      if (next.handed === 'end') return;
      if (next.handed === 'stop') throw new Stopped();
      yield next.handed.part;
    }
  }
}
