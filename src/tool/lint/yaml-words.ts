/** A fault of YAML as an editor understands it: what, and what to do. `line` is the line's own text. */
export function yamlWords(error: string, line: string): { readonly message: string; readonly fix: string } | null {
  const key = /^\s*(?:- )?["']?([^\s"':#][^"':#]{0,59}?)["']?\s*:(?:\s|$)/.exec(line)?.[1];
  const named = key === undefined ? 'the text' : `"${key}"`;
  const value = key === undefined ? line : line.slice(line.indexOf(':') + 1);
  if (/Nested mappings|implicit keys?|compact mapping/i.test(error) && /:\s/.test(value))
    return {
      message: `Unexpected colon and space in ${named}, expected text in quotation marks`,
      fix: `Put the text of ${named} in quotation marks.`,
    };
  if (/^\t|tabs?/i.test(error) || /^\s*\t/.test(line))
    return {
      message: 'Unexpected tab at the beginning of the line, expected spaces',
      fix: 'Write spaces in its place.',
    };
  if (/Map keys must be unique|duplicate/i.test(error))
    return { message: `Unexpected second ${named}, expected each key once`, fix: 'Remove one of the two.' };
  if (/Missing closing ["']|quote/i.test(error))
    return {
      message: `Unexpected end of ${named}, expected its closing quotation mark`,
      fix: 'Close the quotation mark, or write the text without.',
    };
  if (/^\s*[@`%]/.test(value))
    return {
      message: `Unexpected ${value.trim().charAt(0)} at the beginning of ${named}, expected text in quotation marks`,
      fix: `Put the text of ${named} in quotation marks.`,
    };
  if (/flow|\]|\}|sequence|collection/i.test(error) && /[[{]/.test(value))
    return {
      message: `Unexpected end of the list of ${named}, expected a closing bracket`,
      fix: 'Close the bracket, or put the text in quotation marks.',
    };
  if (/^(?:<{7}|={7}|>{7})/.test(line))
    return {
      message: 'Unexpected marks of two versions (<<<<<<<), expected one version',
      fix: 'Choose one version and remove the marks.',
    };
  if (/indent/i.test(error))
    return {
      message: `Unexpected indent before ${named}, expected it at the same depth as the lines above`,
      fix: 'Put the line under the one that it belongs to.',
    };
  return null;
}
