import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** Where something stands in a JSON text, from 1. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Places of values in JSON text: `placeOf(['queries', 7])`. JSON is YAML too, whose reader keeps places. A path that is not
 * there gives the place of its nearest parent.
 */
export function jsonPlaces(text: string): (path: readonly PropertyKey[]) => JsonPlace {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'json',
    uniqueKeys: false,
  });
  return (path) => {
    let node: unknown = contents;
    let start = (contents as Node | null)?.range?.[0] ?? 0;
    for (const step of path) {
      const pair = isMap(node) ? node.items.find(({ key }) => String(key) === String(step)) : undefined;
      const next: unknown = isSeq(node) ? node.items[Number(step)] : pair?.value;
      const at = ((pair?.key ?? next) as Node | undefined)?.range?.[0];
      if (at === undefined) break;
      start = at;
      node = next;
    }
    const { line, col } = lines.linePos(start);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
}

/** What is wrong with a text that is no JSON: where, and what to do, in one sentence each. */
export function jsonFault(text: string): JsonPlace & { readonly message: string; readonly fix: string } {
  const conflict = /^(?:<{7}|={7}|>{7})(?= |$)/m.exec(text);
  if (conflict)
    return {
      ...at(text, conflict.index),
      message: 'Unexpected marks of two versions (<<<<<<<), expected one version',
      fix: 'Choose one version and remove the marks.',
    };
  const offset = offsetOf(text);
  const place = at(text, offset);
  const before = text.slice(0, offset).trimEnd();
  const next = text.slice(offset).trimStart().charAt(0);
  if (next === '')
    return {
      ...place,
      message: 'Unexpected end of the file, expected the rest of the JSON',
      fix: 'Close what is open: every [ and { and every quotation mark.',
    };
  if (/[}\]"\d\w]$/.test(before) && /["{[\w-]/.test(next)) {
    const { line } = at(text, before.length);
    return {
      ...place,
      message: `Unexpected ${next} where a comma is missing after line ${line}, expected a comma`,
      fix: `Put a comma at the end of line ${line}.`,
    };
  }
  if (before.endsWith(',') && (next === ']' || next === '}'))
    return {
      ...at(text, before.length - 1),
      message: `Unexpected comma before ${next}, expected none after the last`,
      fix: 'Remove the comma.',
    };
  if (next === "'" || next === '“' || next === '”')
    return {
      ...place,
      message: `Unexpected ${next}, expected straight double quotation marks`,
      fix: 'Write " around texts and names.',
    };
  if (next === '/' || next === '#')
    return { ...place, message: 'Unexpected comment, expected JSON, which has none', fix: 'Remove the comment.' };
  return { ...place, message: `Unexpected ${next}, expected JSON`, fix: 'Correct the JSON at this place.' };
}

/**
 * Where the text stops being the beginning of JSON. The engine does not always say where: of each beginning it says whether
 * only its end is missing, and the first of which more is wrong is found by halving.
 */
function offsetOf(text: string): number {
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isBeginning(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position = /position (\d+)/.exec(said)?.[1];
    return /end of JSON|Unterminated/.test(said) || (position !== undefined && Number(position) >= text.length);
  }
}

function at(text: string, offset: number): JsonPlace {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
