import type { Dialect } from '../dialect.ts';
import { insideHtmlTag, isAlone, isInHtml, quoted, replaceTags, templateTags } from '../template-tags.ts';

const IMAGE_FILE = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$/i;
const BY_NAME = ['img_path', 'src', 'path', 'image', 'file', 'url', 'image_path', 'img'];

/**
 * Shortcodes that show a picture: `{% image_with_class "path" "class" "alt" %}`, an include with a picture's path,
 * `{{< figure src="…" alt="…" >}}`. They become Markdown pictures when the file is in the folder.
 */
export const templateImages: Dialect = {
  id: 'template-image',
  apply(draft, context) {
    return replaceTags(draft, context, templateTags(draft.text), (tag) => {
      if (tag.kind === 'comment' || insideHtmlTag(draft.text, tag.start)) return null;
      const { texts, named } = quoted(tag.rest);
      const path = BY_NAME.map((name) => named.get(name)).find((text) => text && IMAGE_FILE.test(text));
      const inOrder = texts.findIndex((text) => IMAGE_FILE.test(text));
      const wanted = path ?? texts[inOrder];
      if (wanted === undefined) return null;
      const alt =
        named.get('alt') ?? named.get('caption') ?? named.get('title') ?? texts.slice(inOrder + 1).at(-1) ?? '';
      const clean = alt
        .replace(/\s+/g, ' ')
        .replace(/[[\]\\`]/g, '')
        .trim();
      const found = context.findImage(wanted);
      if (found === null) {
        return { text: clean, done: 'left out but for its words: the picture is not in the folder' };
      }
      if (isInHtml(draft.text, tag.start)) {
        // An empty line would end the HTML around it.
        const words = clean.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
        return { text: `<img src="${found}" alt="${words}">`, done: 'made a picture in HTML' };
      }
      const caption = (named.get('caption') ?? '').replace(/\s+/g, ' ').trim();
      const below = caption === '' || caption === alt.trim() || !isAlone(draft.text, tag) ? '' : `\n\n${caption}\n`;
      const image = `![${clean}](${found})${below}`;
      const done = clean === '' ? 'made a picture without alternative text' : 'made a picture';
      return { text: isAlone(draft.text, tag) ? `\n${image}\n` : image, done };
    });
  },
};
