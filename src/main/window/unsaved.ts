import type { Unsaved } from '#bridge/window.ts';
import type { Say } from '#domain/words/words.ts';

/** Notes that are named one by one. */
const NAMED = 5;
const LONGEST_TITLE = 80;

/** The question before a window closes although notes are not saved. */
export interface UnsavedQuestion {
  readonly message: string;
  readonly detail: string;
  /** The first keeps the window open. */
  readonly buttons: readonly [keep: string, close: string];
}

/** @param unsaved one note at least */
export function unsavedQuestion(unsaved: readonly Unsaved[], say: Say): UnsavedQuestion {
  const count = unsaved.length;
  const [first] = unsaved;
  const reasons =
    count === 1
      ? [first?.reason ?? '']
      : unsaved
          .slice(0, NAMED)
          .map(({ title, reason }) => say('main.unsaved.note', { title: short(title), reason }))
          .concat(count > NAMED ? [say('main.unsaved.more', { count: count - NAMED })] : []);
  const after = unsaved.every(({ kept }) => kept) ? 'main.unsaved.kept' : 'main.unsaved.lost';
  return {
    message: say('main.unsaved.fact', { count, title: short(first?.title ?? '') }),
    detail: `${reasons.join('\n')}\n\n${say(after)}`,
    buttons: [say('main.unsaved.keep'), say('main.unsaved.close')],
  };
}

const short = (title: string): string =>
  title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : title;
