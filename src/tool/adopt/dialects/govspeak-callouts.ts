import { type BlockFound, blockDialect, boxOf, gap, trimmed } from '../blocks.ts';
import type { DraftLine } from '../draft.ts';

/** `^info^` and `%warning%`, on one paragraph. The closing mark may be missing. */
const ONE_LINE = /^ {0,3}([\^%])(?![\^%\s{])(.+?)\1?\s*$/;
/** Block marks, each on its own line before and after. */
const BLOCKS: Readonly<Record<string, readonly [kind: string, title: string]>> = {
  $CTA: ['important', ''],
  $E: ['example', ''],
  $C: ['note', 'Contact'],
  $A: ['note', 'Address'],
  $D: ['note', 'Download'],
  $P: ['note', 'Place'],
  $I: ['note', 'Information'],
};

/** Govspeak: `^info^`, `%warning%`, `$CTA … $CTA`, `$A … $A` and the like. */
export const govspeakCallouts = blockDialect('govspeak', (lines, index, context, within): BlockFound | null => {
  const line = lines[index];
  if (!line) return null;
  const single = ONE_LINE.exec(line.text);
  const before = lines[index - 1]?.text.trim() ?? '';
  const after = lines[index + 1]?.text.trim() ?? '';
  if (single && before === '' && after === '') {
    const [, mark, text = ''] = single;
    context.note(line.at, line.text, 'made a box');
    const box = boxOf(mark === '%' ? 'warning' : 'note', '', [{ text, at: line.at }], line.at);
    return { lines: [gap(line.at), ...box, gap(line.at)], next: index + 1 };
  }
  const opens = /^(\$[A-Z][A-Za-z]*)\s*(.*)$/.exec(line.text);
  const mark = opens?.[1] ?? '';
  const known = Object.hasOwn(BLOCKS, mark) ? BLOCKS[mark] : undefined;
  if (!known) return null;
  const length = lines.slice(index + 1, index + 200).findIndex(({ text }) => text.trimEnd().endsWith(mark));
  const end = index + 1 + length;
  const same = opens?.[2]?.trim() ?? '';
  if (length === -1) return null;
  const last = lines[end];
  const body: DraftLine[] = [
    ...(same === '' ? [] : [{ text: same, at: line.at }]),
    ...lines.slice(index + 1, end),
    ...(last ? [{ ...last, text: last.text.trimEnd().slice(0, -mark.length) }] : []),
  ];
  context.note(line.at, `${mark} … ${mark}`, 'made a box');
  const [kind, title] = known;
  const shown = mark === '$A' || mark === '$C' ? withBreaks(trimmed(body)) : within(body);
  return { lines: [gap(line.at), ...boxOf(kind, title, shown, line.at), gap(line.at)], next: end + 1 };
});

/** The lines of an address stay lines. */
const withBreaks = (lines: readonly DraftLine[]): readonly DraftLine[] =>
  lines.map((line, index) =>
    line.text.trim() === '' || (lines[index + 1]?.text.trim() ?? '') === ''
      ? line
      : { ...line, text: `${line.text.trimEnd()}\\` },
  );
