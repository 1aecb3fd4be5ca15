import type { Dialect } from '../dialect.ts';
import { replaceTags, templateBlocks, templateTags } from '../template-tags.ts';

/** `{% comment %} … {% endcomment %}`, `{# … #}`, `<%# … %>`: never shown by the original site either. */
export const templateComments: Dialect = {
  id: 'template-comment',
  apply(draft, context) {
    const left = { text: '', done: 'left out: a comment of the template' };
    const blocks = templateBlocks(draft.text, ['comment']);
    const rest = replaceTags(draft, context, blocks, () => left);
    return replaceTags(rest, context, templateTags(rest.text), (tag) =>
      tag.kind === 'comment' || (tag.kind === 'erb' && tag.inner.startsWith('#')) ? left : null,
    );
  },
};
