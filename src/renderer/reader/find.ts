const NAME = 'found';
const CURRENT = 'found-current';

/** Every place of some words in an element's text, letter case and accents apart. At most 2,000. */
export function findWords(root: Node, words: string): Range[] {
  const wanted = folded(words.trim());
  if (wanted === '') return [];
  const found: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && found.length < 2_000; node = walker.nextNode()) {
    const text = folded(node.nodeValue ?? '');
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      found.push(range);
    }
  }
  return found;
}

/** Lower case without accents, letter for letter, so that places stay the same. */
function folded(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at);
    const plain = letter.normalize('NFD').charAt(0).toLowerCase();
    return plain.length === 1 ? plain : letter;
  }).join('');
}

/** Paints the found words without touching the page's nodes (CSS custom highlights). */
export function paintFound(ranges: readonly Range[], current: number): void {
  const one = ranges[current];
  CSS.highlights.set(NAME, new Highlight(...ranges));
  CSS.highlights.set(CURRENT, one ? new Highlight(one) : new Highlight());
  one?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

export function clearFound(): void {
  CSS.highlights.delete(NAME);
  CSS.highlights.delete(CURRENT);
}
