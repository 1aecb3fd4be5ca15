import { foundTypeOf } from '#domain/found-type.ts';
import { PLAIN } from '#domain/note/form.ts';
import type { RegisterState } from '#domain/note/register.ts';
import { type StateTone, stateTone } from '#domain/note/state-tone.ts';
import { stateWords } from '#domain/note/state-words.ts';
import type { Say, WordKey } from '#domain/words/words.ts';
import { useSay } from '#kit/words.ts';
import { NOTE_SECTIONS } from '#search/note-page.ts';
import type { Hit } from '#search/results.ts';
import { Runs } from './runs.tsx';

/** The name of what was found: of guidance the section's heading, of a note its title. */
export function HitName({ hit }: { readonly hit: Hit }) {
  const say = useSay();
  if (foundTypeOf(hit.pack) === 'guidance') return <Runs runs={hit.section === '' ? hit.titleRuns : hit.headingRuns} />;
  return hit.title === '' ? say('notes.untitled') : <Runs runs={hit.titleRuns} />;
}

/** The same as text. */
export function hitName({ pack, heading, title }: Hit, say: Say): string {
  return foundTypeOf(pack) === 'guidance' ? heading : title || say('notes.untitled');
}

/** A section of a note in words; its own heading where a person wrote one. '' where a plain note needs no name for it. */
export function noteSectionName({ section, heading, status }: Hit, say: Say): string {
  const own = NOTE_SECTIONS.find((name) => name === section);
  if (own && isPlainHit(status)) return '';
  if (!own) return heading;
  return say(own === 'plan' ? 'note.plan' : `note.field.${own}`);
}

/** A note that is no experiment stands nowhere. */
export const isPlainHit = (status: string | undefined): boolean => status === PLAIN;

/** Where a note stands, in words. */
export function noteStatus(status: string | undefined): { readonly words: WordKey; readonly tone: StateTone } {
  const [state = 'idea', choice] = (status ?? 'idea').split('.') as [RegisterState, string | undefined];
  const tone = stateTone(state);
  if (choice) return { words: `found.decided.${choice}` as WordKey, tone };
  return { words: stateWords(state), tone };
}
