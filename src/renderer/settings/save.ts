import type { SettingsPatch } from '#domain/settings.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import type { Say } from '#domain/words/words.ts';
import { changeSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';

/** Saves one change and says so in the status bar; a refusal is said in its own words. */
export async function save(patch: SettingsPatch, say: Say, saved = say('settings.saved')): Promise<void> {
  const answer = await changeSettings(patch);
  if (answer.ok) {
    tellOutcome(saved);
    return;
  }
  const { fact, more } = problemWords(answer.problem, say);
  tellOutcome(`${fact} ${more}`);
}
