import { problemWords } from '#domain/words/problem-words.ts';
import type { Say } from '#domain/words/words.ts';
import type { Install } from '#store/packs/installs.ts';

/** What a person knows a pack by: its title, or the name of its file. */
export const installName = ({ pack, file }: Install): string => pack?.title ?? file;

/** Whole percent that are stored, of one that runs. */
export const installPercent = ({ at }: Install): number =>
  at.stage !== 'running' || at.total === 0 ? 0 : Math.floor((at.done / at.total) * 100);

export interface News {
  /** `outcome` stays in the status bar until the next; `step` is only said. */
  readonly kind: 'step' | 'outcome';
  readonly text: string;
}

/**
 * What is worth saying between two looks at the installs: start, half, end. Of packs that came with the app only what
 * went wrong, as nobody asked for them.
 */
export function installNews(before: readonly Install[], after: readonly Install[], say: Say): readonly News[] {
  const known = new Map(before.map((one) => [one.ticket, one]));
  return after.flatMap((now) => newsOf(known.get(now.ticket), now, say));
}

/** That a pack is installed, and what it changed of the release before. */
export function doneWords({ pack, changes }: Extract<Install['at'], { stage: 'done' }>, say: Say): string {
  const names = { pack: pack.title, version: pack.version };
  return changes ? say('packs.done.changed', { ...names, ...changes }) : say('packs.done', names);
}

function newsOf(was: Install | undefined, now: Install, say: Say): readonly News[] {
  const pack = installName(now);
  switch (now.at.stage) {
    case 'waiting':
      return [];
    case 'asking': {
      if (was?.at.stage === 'asking' && was.at.question === now.at.question) return [];
      return [{ kind: 'outcome', text: say('packs.ask.news', { pack, version: now.pack?.version ?? '' }) }];
    }
    case 'running': {
      if (now.quiet) return [];
      if (was?.at.stage !== 'running') return [{ kind: 'step', text: say('packs.installing', { pack }) }];
      const half = installPercent(was) < 50 && installPercent(now) >= 50;
      return half ? [{ kind: 'step', text: say('packs.installing.half', { pack }) }] : [];
    }
    case 'done': {
      if (now.quiet || was?.at.stage === 'done') return [];
      return [{ kind: 'outcome', text: doneWords(now.at, say) }];
    }
    case 'refused':
      return was?.at.stage === 'refused' ? [] : [{ kind: 'outcome', text: problemWords(now.at.problem, say).fact }];
  }
}
