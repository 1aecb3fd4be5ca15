/**
 * Says what in a tree should not be there. Written by hand and apart from the sanitiser's own list on purpose: a
 * mistake in one is not a mistake in the other.
 */
export function unsafeParts(tree: unknown): string[] {
  const found: string[] = [];
  const ids = new Set<string>();
  const walk = (node: unknown, parent: string): void => {
    if (typeof node !== 'object' || node === null) {
      found.push('a child that is no node');
      return;
    }
    const { type, tagName, properties, children, value, ...rest } = node as Record<string, unknown>;
    for (const key of Object.keys(rest)) found.push(`key ${key}`);
    if (type === 'text') {
      if (typeof value !== 'string') found.push('text without words');
      else if (HIDDEN.test(value)) found.push(`hidden character in ${JSON.stringify(value.slice(0, 60))}`);
      return;
    }
    if (type === 'element') {
      const tag = String(tagName);
      if (!TAGS.has(tag)) found.push(`<${tag}>`);
      const home = HOMES[tag];
      if (home && !home.includes(parent)) found.push(`<${tag}> in <${parent}>`);
      for (const [name, held] of Object.entries((properties ?? {}) as Record<string, unknown>)) {
        const problem = judge(tag, name, held);
        if (problem) found.push(problem);
        if (name === 'id' && ids.has(String(held))) found.push(`second id ${String(held)}`);
        if (name === 'id') ids.add(String(held));
      }
    } else if (type !== 'root') {
      found.push(`node ${String(type)}`);
    }
    if (!Array.isArray(children)) found.push('no children');
    else for (const child of children) walk(child, String(tagName ?? 'root'));
  };
  walk(tree, '');
  return found;
}

const TAGS = new Set(
  (
    'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
    'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table ' +
    'tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
);

/** Where some elements must stand, so that they cannot close what the app put around them. */
const HOMES: Record<string, readonly string[] | undefined> = { tr: ['table', 'thead', 'tbody', 'tfoot'], td: ['tr'] };

const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/;

const CLASSES = /^(?:language-[a-z0-9-]+|callout|callout-[a-z]+|table-scroll|tasks?|footnotes|dead-link|dead-image)$/;

const PLAIN: Record<string, RegExp | undefined> = {
  abbr: /^/,
  align: /^(?:left|right|center)$/,
  alt: /^/,
  ariaLabel: /^/,
  colSpan: /^\d+$/,
  dataCallout: /^[a-z]+$/,
  dataDead: /^(?:https?|ftp):\/\//i,
  dataDone: /^true$/,
  dataFootnoteBackref: /^(?:|true)$/,
  dataFootnoteRef: /^(?:|true)$/,
  dataReason: /^[a-z-]+$/,
  dataTask: /^[a-z0-9-]+$/,
  dateTime: /^/,
  dir: /^(?:ltr|rtl|auto)$/,
  height: /^\d+$/,
  id: /^(?:s|fn|fnref)-./,
  lang: /^[A-Za-z0-9-]+$/,
  open: /^/,
  reversed: /^/,
  rowSpan: /^\d+$/,
  scope: /^(?:row|col|rowgroup|colgroup)$/,
  span: /^\d+$/,
  start: /^-?\d+$/,
  title: /^/,
  type: /^[1aAiI]$/,
  value: /^-?\d+$/,
  width: /^\d+$/,
};

function judge(tag: string, name: string, value: unknown): string | null {
  const said = `${name}=${JSON.stringify(value)?.slice(0, 120)} on <${tag}>`;
  if (/^on/i.test(name)) return said;
  if (name === 'className') {
    return Array.isArray(value) && value.every((part) => CLASSES.test(String(part))) ? null : said;
  }
  if (name === 'href') {
    return tag === 'a' &&
      /^(?:https:\/\/[^\s@/?#]+(?:[/?#]\S*)?|mailto:[^\s]+@[^\s]+|page:[^\s:]+|#[^\s]+)$/.test(String(value))
      ? null
      : said;
  }
  if (name === 'src') return tag === 'img' && /^blob\/[0-9a-f]{64}$/.test(String(value)) ? null : said;
  return PLAIN[name]?.test(String(value)) ? null : said;
}
