import type { Dialect } from '../dialect.ts';
import { quoted, replaceTags, templateTags } from '../template-tags.ts';

const LINK_FILTER = /\|\s*(?:url|relative_url|absolute_url|relURL|absURL|safeURL|withBase|locale_url)\b/;
export const SITE_ROOT =
  /^[$.]?(?:site\.|config\.|page\.|project\.|env\.|process\.env\.)*(?:base_?url|base_?path|site_?root|site_?url|url|root|root_?path|path_?prefix|relative_?root|docs_?dir)$/i;

/**
 * Addresses that a template makes: `{{ "/path/" | url }}`, `{{ site.baseurl }}/path`, `{% link path.md %}`,
 * `{{< ref "path.md" >}}`. What is left is the plain path, which is resolved like any other.
 */
export const templateLinks: Dialect = {
  id: 'template-link',
  apply(draft, context) {
    return replaceTags(draft, context, templateTags(draft.text), (tag) => {
      const done = 'replaced by the address itself';
      const [first] = quoted(tag.inner).texts;
      switch (tag.kind) {
        case 'output':
          if (first !== undefined && LINK_FILTER.test(tag.inner)) return { text: encode(first), done };
          if (SITE_ROOT.test(tag.name) && /^(?:\/|\{[{%])/.test(draft.text.slice(tag.end, tag.end + 2)))
            return { text: '', done };
          return null;
        case 'tag':
          if (tag.name === 'link' && tag.rest !== '') return { text: encode(`/${strip(tag.rest)}`), done };
          if (tag.name === 'url' && first !== undefined) return { text: encode(first), done };
          return null;
        case 'shortcode':
          if (/^(rel)?ref$/.test(tag.name)) {
            const { texts, named } = quoted(tag.rest);
            return { text: encode(named.get('path') ?? texts[0] ?? strip(tag.rest)), done };
          }
          return null;
        default:
          return null;
      }
    });
  },
};

const strip = (path: string): string => path.replace(/^["'/\s]+|["'\s]+$/g, '');

const encode = (address: string): string =>
  address.trim().replace(/[\s()<>]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
