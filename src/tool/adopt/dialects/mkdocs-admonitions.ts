import { blockDialect, boxKind, boxOf, gap, indentedBody } from '../blocks.ts';

const OPENS = /^( *)(!!!|\?\?\?\+?)\s+([a-z][\w -]*?)\s*(?:"([^"]*)")?\s*$/i;

/** MkDocs: `!!! tip "Title"`, `??? note`, and the body indented by four. */
export const mkdocsAdmonitions = blockDialect('admonition', (lines, index, context, within) => {
  const line = lines[index];
  const opens = OPENS.exec(line?.text ?? '');
  if (!line || !opens) return null;
  const [, indent = '', mark = '', names = '', title] = opens;
  const { lines: body, next } = indentedBody(lines, index + 1, indent.length + 4);
  const [name = ''] = names.split(' ');
  const kind = boxKind(name);
  // Without a title the site shows the name; the app shows the name of the kind.
  const shown = title ?? (name.toLowerCase() === kind ? '' : name.charAt(0).toUpperCase() + name.slice(1));
  const folded = mark.startsWith('?');
  context.note(line.at, line.text, folded ? 'made a box, open: a box here cannot be folded' : 'made a box');
  const box = boxOf(kind, shown, within(body), line.at);
  const placed = box.map((one) => (one.text === '' ? one : { ...one, text: indent + one.text }));
  return { lines: [gap(line.at), ...placed, gap(line.at)], next };
});
