import type { ElementContent } from 'hast';
import type { Processor } from 'unified';
import { CALLOUTS, type CalloutKind, type Labels } from './labels.ts';

/**
 * Keeps only `:::name` boxes of the directive syntax. `:name` and `::name` stay plain text, so that a time (10:30)
 * or a stray colon can never vanish. To be used after remark-directive.
 */
export function containersOnly(this: Processor): void {
  for (const extension of this.data().micromarkExtensions ?? []) {
    const flow = extension.flow?.[COLON];
    if (!Array.isArray(flow) || !extension.text?.[COLON]) continue;
    extension.flow = { [COLON]: flow.slice(0, 1) };
    extension.text = {};
  }
}

const COLON = 58;

export const calloutKind = (name: string): CalloutKind | undefined => CALLOUTS.find((kind) => kind === name);

/** A box: its label in bold first, or its kind's name in the page's language. */
export function callout(
  kind: CalloutKind,
  label: readonly ElementContent[],
  content: readonly ElementContent[],
  labels: Labels,
): ElementContent {
  const words: ElementContent[] = label.length > 0 ? [...label] : [{ type: 'text', value: labels.callouts[kind] }];
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['callout', `callout-${kind}`], dataCallout: kind },
    children: [
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [{ type: 'element', tagName: 'strong', properties: {}, children: words }],
      },
      ...content,
    ],
  };
}

/** A box of an unknown kind: its fences as the text they were, around its content. */
export function literalFences(source: string, content: readonly ElementContent[]): ElementContent[] {
  const lines = source.split(/\r\n|\r|\n/);
  const last = lines.length > 1 ? (lines.at(-1) ?? '').replace(/^[\s>]*/, '').trim() : '';
  const paragraph = (value: string): ElementContent => ({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value }],
  });
  return [paragraph((lines[0] ?? '').trim()), ...content, ...(/^:{3,}$/.test(last) ? [paragraph(last)] : [])];
}
