import {
  type Crate,
  type GraphNode,
  hasType,
  idOf,
  isAbsolute,
  listOf,
  nameOf,
  nodeOf,
  nodesOf,
  textOf,
} from './crate.ts';
import type { Json } from './json.ts';

type Line = (text: string, most?: number) => string;

const MOST = 1_000;
/** Of a value or a step, which may be a text of its own. */
const LONGEST = 20_000;

/** Words in one line that Markdown takes as they are. */
export const literal = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&]/g, '\\$&');

/** What another program keeps in fields of its own, as parts of the text: values, steps, and what it mentions. */
export function factsOf(crate: Crate, node: GraphNode, shown: Set<GraphNode>, line: Line): readonly string[] {
  return [
    ...valuesOf(crate, node, shown, line),
    ...stepsOf(crate, node, shown, line),
    ...farFilesOf(crate, node, shown, line),
    ...mentionsOf(crate, node, line),
  ];
}

/** Other notes that are parts of this one. */
export const noteList = (titles: readonly string[]): readonly string[] => listed('Parts', titles);

function valuesOf(crate: Crate, node: GraphNode, shown: Set<GraphNode>, line: Line): readonly string[] {
  const rows = listOf(node.variableMeasured)
    .slice(0, MOST)
    .flatMap((measured) => {
      const one = nodeOf(crate, measured);
      // Only its name, where nothing else was written down.
      if (one === null) return [[line(textOf(crate, measured), LONGEST), '', '', '']];
      const value = listOf(one.value)
        .map((part) => valueWords(crate, part, shown))
        .filter((words) => words !== '')
        .join(', ');
      const name = textOf(crate, one.name) || textOf(crate, one.propertyID);
      const said = value || rangeWords(textOf(crate, one.minValue), textOf(crate, one.maxValue));
      // A program's whole record as one text says nothing that its fields do not say.
      if (name + said === '' || /^\s*(?:\{|\[\s*[[{])/.test(value)) return [];
      shown.add(one);
      return [
        [name, said, textOf(crate, one.unitText) || textOf(crate, one.unitCode), textOf(crate, one.description)].map(
          (words) => line(words, LONGEST),
        ),
      ];
    })
    .filter((row) => row.some((words) => words !== ''));
  if (rows.length === 0) return [];
  const heads = ['Field', 'Value', 'Unit', 'About'];
  const used = heads.map((_, at) => at < 2 || rows.some((row) => row[at] !== ''));
  const written = [heads, ...rows].map(
    (row) =>
      `| ${row
        .filter((_, at) => used[at])
        .map(literal)
        .join(' | ')} |`,
  );
  const [head = '', ...rest] = written;
  return ['## Values', [head, `|${' --- |'.repeat(used.filter(Boolean).length)}`, ...rest].join('\n')];
}

/** A value in words: as it stands, of a quantity with its unit, of what is named its name. */
function valueWords(crate: Crate, value: Json, shown: Set<GraphNode>): string {
  if (typeof value === 'boolean') return String(value);
  const said = textOf(crate, value);
  const node = said === '' ? nodeOf(crate, value) : null;
  if (node === null) return said;
  shown.add(node);
  const own = textOf(crate, node.value) || rangeWords(textOf(crate, node.minValue), textOf(crate, node.maxValue));
  const unit = textOf(crate, node.unitText) || textOf(crate, node.unitCode);
  return own === '' ? nameOf(crate, node) : `${own} ${unit}`.trim();
}

function rangeWords(least: string, most: string): string {
  if (least !== '' && most !== '') return `${least} to ${most}`;
  return least !== '' ? `at least ${least}` : most !== '' ? `at most ${most}` : '';
}

function stepsOf(crate: Crate, node: GraphNode, shown: Set<GraphNode>, line: Line): readonly string[] {
  const steps = nodesOf(crate, node.step).slice(0, MOST);
  const lines = steps.flatMap((step) => {
    shown.add(step);
    const parts = nodesOf(crate, step.itemListElement);
    for (const part of parts) shown.add(part);
    const words = line(
      [textOf(crate, step.name), textOf(crate, step.text), ...parts.map((part) => textOf(crate, part.text))]
        .filter((one) => one !== '')
        .join(': '),
      LONGEST,
    );
    const done = /^(?:finished|done|completed)$/i.test(textOf(crate, step.creativeWorkStatus));
    return words === '' ? [] : [`- [${done ? 'x' : ' '}] ${literal(words)}`];
  });
  return lines.length === 0 ? [] : ['## Steps', lines.join('\n')];
}

/** Files that lie elsewhere: their names and addresses, for nothing is fetched. */
function farFilesOf(crate: Crate, node: GraphNode, shown: Set<GraphNode>, line: Line): readonly string[] {
  const files = nodesOf(crate, node.hasPart).filter((one) => hasType(one, 'File') && isAbsolute(idOf(one)));
  const titles = files.slice(0, MOST).map((one) => {
    shown.add(one);
    const address = line(idOf(one));
    const name = line(textOf(crate, one.name));
    const about = line(textOf(crate, one.description));
    return [...new Set([name, address, about])].filter((words) => words !== '').join(' – ');
  });
  return listed('Files elsewhere', titles);
}

function mentionsOf(crate: Crate, node: GraphNode, line: Line): readonly string[] {
  const titles = nodesOf(crate, node.mentions)
    .slice(0, MOST)
    .flatMap((one) =>
      hasType(one, 'Dataset') || textOf(crate, one.name) !== '' ? [line(nameOf(crate, one) || idOf(one))] : [],
    );
  return listed('Mentions', titles);
}

const listed = (heading: string, titles: readonly string[]): readonly string[] => {
  const said = titles.filter((title) => title !== '');
  return said.length === 0 ? [] : [`## ${heading}`, said.map((title) => `- ${literal(title)}`).join('\n')];
};
