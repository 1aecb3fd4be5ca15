import { serve, type WorkerPort } from '#store/worker-port.ts';
import { pastedMarkdown } from './pasted-html.ts';
import { type ShownText, showText } from './shown-text.ts';

/** A text to be shown, or HTML of another program to become Markdown. */
export type TextQuestion = { readonly show: string } | { readonly html: string };

serve<TextQuestion, ShownText | string>(globalThis as unknown as WorkerPort, async (question) =>
  'show' in question ? showText(question.show) : pastedMarkdown(question.html),
);
