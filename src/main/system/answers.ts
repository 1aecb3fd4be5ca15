import type { BrowserWindow } from 'electron';
import type { systemCalls } from '#bridge/system.ts';
import type { HeldBy } from '#domain/held-by.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import { loadWords, type Say } from '#domain/words/words.ts';
import { applySettings } from '../boot/apply-settings.ts';
import { askToTakeOver } from '../boot/keep-hold.ts';
import type { Safety } from '../boot/safety.ts';
import type { Writing } from '../ipc/home-writes.ts';
import type { AnswersTo } from '../ipc/topic.ts';
import type { Leaving } from '../window/leaving.ts';
import type { SettingsBook } from './settings.ts';

interface Parts {
  readonly window: () => BrowserWindow;
  readonly say: () => Say;
  readonly settings: SettingsBook;
  readonly safety: Safety;
  readonly leaving: () => Leaving;
  /** Who else has the home open. */
  readonly heldBy: () => HeldBy | null;
  /** Why nothing may be written to the home in this start; `null` where it may. */
  readonly refusal: Problem | null;
  /** The same now: another machine may have taken the home over since. */
  readonly problem: () => Promise<Problem | null>;
  readonly writing: Writing;
}

export function systemAnswers(parts: Parts): AnswersTo<typeof systemCalls> {
  const { window, say, settings, safety, leaving, heldBy, refusal, writing } = parts;
  /** @throws ProblemError where the home is no longer ours to write to */
  const demandHome = async (): Promise<void> => {
    const problem = await parts.problem();
    if (problem) throw new ProblemError(problem);
  };
  return {
    'settings:change': async (patch) => {
      // What is chosen while a home is only read lasts as long as the start. Nobody waits here for a look at the disk.
      const by = refusal ? null : heldBy();
      if (by) throw new ProblemError({ code: 'in-use', ...by });
      const changed = settings.change(patch);
      await loadWords(changed.language);
      applySettings(settings.current(), window);
      return changed;
    },
    'app:started': (schema) => safety.started(schema),
    'app:space': () => safety.space(),
    'app:folder': () => safety.folder,
    'app:mend': writing(async (held) => {
      await demandHome();
      return safety.mend(held);
    }),
    'app:guidance': () => safety.guidance(),
    'app:take-over': () => {
      const by = heldBy();
      return by ? askToTakeOver(window(), safety.folder, by, say(), leaving()) : 'cancelled';
    },
    'app:erase': writing(async () => {
      await demandHome();
      return safety.erase(say());
    }),
  };
}
