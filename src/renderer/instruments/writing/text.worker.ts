import type { Note } from '#domain/note/record/note.ts';
import { serve, type WorkerPort } from '#kit/worker-port.ts';
import { type NoteTree, noteTree } from './note-tree.ts';
import { pastedMarkdown } from './pasted-html.ts';
import { type ShownText, showText } from './shown-text.ts';

/** A text to be shown, a note to be put on paper, or HTML of another program to become Markdown. */
export type TextQuestion =
  | { readonly show: string }
  | { readonly paper: Note; readonly templates: readonly string[] }
  | { readonly html: string };

serve<TextQuestion, ShownText | NoteTree | string>(globalThis as unknown as WorkerPort, async (question) => {
  if ('paper' in question) return noteTree(question.paper, question.templates);
  return 'show' in question ? showText(question.show) : pastedMarkdown(question.html);
});
