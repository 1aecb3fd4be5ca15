import { blockDialect, boxKind, boxOf, gap } from '../blocks.ts';
import type { DraftLine } from '../draft.ts';

const OPENS = /^ {0,3}>\s*\[!([a-z]+)\][+-]?[ \t]*(.*)$/i;

/** GitHub and Obsidian: `> [!NOTE]` and the rest of the quotation. */
export const githubAlerts = blockDialect('alert', (lines, index, context, within) => {
  const line = lines[index];
  const opens = OPENS.exec(line?.text ?? '');
  if (!line || !opens) return null;
  const [, name = '', title = ''] = opens;
  const body: DraftLine[] = [];
  let next = index + 1;
  for (let one = lines[next]; one && /^ {0,3}>/.test(one.text); one = lines[next]) {
    body.push({ ...one, text: one.text.replace(/^ {0,3}> ?/, '') });
    next += 1;
  }
  context.note(line.at, line.text, 'made a box');
  const kind = boxKind(name);
  return { lines: [gap(line.at), ...boxOf(kind, title, within(body), line.at), gap(line.at)], next };
});
