import type { Element, Root, RootContent } from 'hast';
import type { Section } from '#domain/pack/page.ts';
import { headingDepth } from './headings.ts';
import { plainText } from './plain-text.ts';
import { elementId } from './slug.ts';

const HEADING_LENGTH = 1_000;
const PREFIX = elementId('').length;

/** Splits a page at every heading that is not inside something else. The lead comes first, always. */
export function splitSections(tree: Root): Section[] {
  const sections: Section[] = [];
  let heading: Element | undefined;
  let content: RootContent[] = [];
  const close = (): void => {
    const text = plainText(content);
    if (!heading) sections.push({ id: '', heading: '', level: 1, text });
    else {
      sections.push({
        id: String(heading.properties.id ?? '').slice(PREFIX),
        heading: plainText(heading).replace(/\n/g, ' ').slice(0, HEADING_LENGTH),
        level: headingDepth(heading),
        text,
      });
    }
    content = [];
  };
  for (const node of tree.children) {
    if (node.type === 'element' && headingDepth(node) > 0) {
      close();
      heading = node;
    } else {
      content.push(node);
    }
  }
  close();
  return sections;
}
