import { loadedLanguages, sayIn } from '../words/words.ts';
import type { Note } from './record/note.ts';
import { templateOf } from './templates.ts';

/**
 * The text that a note's template gives, in every language that is loaded: a note that was begun in English is shown in
 * another one too. What a language gave that is not loaded counts as written by somebody.
 */
export function templateTexts(note: Pick<Note, 'template'>): readonly string[] {
  const template = templateOf(note);
  return template ? loadedLanguages().map((language) => sayIn(language)(`template.${template.id}.text`)) : [];
}
