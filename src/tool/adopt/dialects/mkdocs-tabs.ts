import { blockDialect, gap, indentedBody, trimmed } from '../blocks.ts';

const OPENS = /^( *)===[!+]?\s+"([^"]*)"\s*$/;

/** MkDocs tabs: `=== "C#"` and the body indented by four. All tabs are shown, one below the other. */
export const mkdocsTabs = blockDialect('tab', (lines, index, context, within) => {
  const line = lines[index];
  const opens = OPENS.exec(line?.text ?? '');
  if (!line || !opens) return null;
  const [, indent = '', title = ''] = opens;
  const { lines: body, next } = indentedBody(lines, index + 1, indent.length + 4);
  context.note(line.at, line.text, 'made a bold line; the tabs stand one below the other');
  const shown = [{ text: `**${title}**`, at: line.at }, gap(line.at), ...trimmed(within(body))];
  const placed = shown.map((one) => (one.text === '' ? one : { ...one, text: indent + one.text }));
  return { lines: [gap(line.at), ...placed, gap(line.at)], next };
});
