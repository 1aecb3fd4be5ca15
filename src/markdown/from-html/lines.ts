import type { PhrasingContent, RootContent } from 'mdast';

/**
 * Blocks as lines, for a cell or a heading, where Markdown has no room for blocks. Signs and numbers of lists become
 * words.
 */
export function linesOf(blocks: readonly RootContent[]): PhrasingContent[][] {
  return blocks.flatMap((block): PhrasingContent[][] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return splitAtBreaks(block.children);
      case 'list':
        return block.children.flatMap((item, at) => {
          const sign = block.ordered ? `${(block.start ?? 1) + at}.` : '•';
          const tick = typeof item.checked === 'boolean' ? (item.checked ? '☑' : '☐') : sign;
          const [first, ...rest] = linesOf(item.children);
          return first ? [withWords(`${tick} `, first), ...rest] : [];
        });
      case 'blockquote':
        return linesOf(block.children);
      case 'code':
        return block.value
          .split('\n')
          .flatMap((line) => (line.trim() === '' ? [] : [[{ type: 'inlineCode', value: line }]]));
      case 'table':
        return block.children.map((row) =>
          row.children.flatMap((cell, at): PhrasingContent[] =>
            at === 0 ? cell.children : [{ type: 'text', value: ' · ' }, ...cell.children],
          ),
        );
      default:
        return [];
    }
  });
}

function withWords(words: string, line: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = line;
  if (first?.type === 'text') return [{ type: 'text', value: words + first.value }, ...rest];
  return [{ type: 'text', value: words }, ...line];
}

/** A break inside a mark stays there as a tag. */
function splitAtBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines.filter((line) => line.length > 0);
}

/** Lines behind one another, with `between` also for breaks deeper inside. */
export function inOneLine(lines: readonly PhrasingContent[][], between: () => PhrasingContent): PhrasingContent[] {
  const settled = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
    nodes.map((node) => {
      if (node.type === 'break') return between();
      if ('children' in node) return { ...node, children: settled(node.children) } as PhrasingContent;
      return node;
    });
  return lines.flatMap((line, at) => (at === 0 ? settled(line) : [between(), ...settled(line)]));
}
