import { blockDialect } from '../blocks.ts';
import type { DraftLine } from '../draft.ts';

const STEP = /^s(\d{1,3})\.\s+(.*)$/;

/** Govspeak steps `s1. First` become a numbered list. */
export const govspeakSteps = blockDialect('govspeak', (lines, index, context) => {
  const line = lines[index];
  const step = STEP.exec(line?.text ?? '');
  if (!line || !step) return null;
  const follows = STEP.exec(lines[index - 1]?.text ?? '') || STEP.exec(lines[index + 1]?.text ?? '');
  if (!follows && step[1] !== '1') return null;
  context.note(line.at, line.text, 'made a numbered item');
  const made: DraftLine = { text: `${step[1]}. ${step[2]}`, at: line.at };
  return { lines: [made], next: index + 1 };
});
