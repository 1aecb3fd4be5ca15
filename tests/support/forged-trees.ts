// Page trees that no tool of ours would make: a publisher, or somebody on the way, wrote the bytes of the pack. Each
// goes into a pack as it stands, past the tool and past the types.
import type { FileToPack } from '#pack/write/pack-entries.ts';
import { pageBody } from './make-pack.ts';

/** A tree as JSON; anything may stand in it. */
export type ForgedTree = unknown;

type Children = readonly unknown[];

const text = (value: unknown): unknown => ({ type: 'text', value });
const element = (tagName: unknown, properties: unknown = {}, children: unknown = []): unknown => ({
  type: 'element',
  tagName,
  properties,
  children,
});
/** The words by which a test knows that the page was drawn to its end. */
export const END = 'End of page.';
const root = (...children: Children): ForgedTree => ({
  type: 'root',
  children: [...children, element('p', {}, [text(END)])],
});
const RUN = 'globalThis.__CANARY__=1';
/** JSON can hold a key of this name; an object literal cannot. */
const withProto = (json: string): unknown => JSON.parse(json);

const nested = (depth: number, tagName: string): unknown => {
  let inner: unknown = element('img', { src: 'x', onError: RUN });
  for (let left = depth; left > 0; left -= 1) inner = element(tagName, {}, [inner]);
  return inner;
};

const HANDLERS = ['onclick', 'onClick', 'onLoad', 'onload', 'ONERROR', 'onError', 'onMouseOver', 'onFocus', 'onToggle'];
const handlers = Object.fromEntries(HANDLERS.map((name) => [name, RUN]));

/** Elements that run, load or swallow, with what makes them do it. `web` is a server of the test. */
const elements = (web: string): readonly (readonly [string, Record<string, unknown>, Children?])[] => [
  ['script', {}, [text(RUN)]],
  ['script', { src: `${web}/s.js`, async: true }],
  ['SCRIPT', {}, [text(RUN)]],
  ['script ', {}, [text(RUN)]],
  ['style', {}, [text(`@import "${web}/c.css"; * { background: url(${web}/c) }`)]],
  ['link', { rel: ['stylesheet'], href: `${web}/l.css` }],
  ['link', { rel: ['prefetch'], href: `${web}/pre` }],
  ['meta', { httpEquiv: ['refresh'], content: `0;url=${web}/meta` }],
  ['base', { href: `${web}/` }],
  ['title', {}, [text('Not the app')]],
  ['iframe', { src: `${web}/f`, srcDoc: `<script>parent.${RUN}</script>`, onLoad: RUN }],
  ['iframe', { src: 'javascript:parent.__CANARY__=1' }],
  ['frameset', {}, [element('frame', { src: `${web}/fr` })]],
  ['object', { data: `${web}/o`, type: 'text/html' }, [text('object')]],
  ['embed', { src: `${web}/e`, type: 'application/pdf' }],
  ['applet', { code: 'x', codeBase: web }],
  ['portal', { src: `${web}/portal` }],
  ['webview', { src: `${web}/w`, nodeintegration: true, preload: 'file:///x.js' }],
  ['form', { action: `${web}/form` }, [element('button', { formAction: 'javascript:globalThis.__CANARY__=1' })]],
  ['input', { autoFocus: true, onFocus: RUN, name: 'body', type: 'image', src: `${web}/input` }],
  ['button', { type: 'submit', popoverTarget: 'main', onClick: RUN }, [text('press')]],
  ['textarea', { autoFocus: true, onFocus: RUN }],
  ['select', { autoFocus: true, onFocus: RUN }],
  ['video', { src: `${web}/v`, poster: `${web}/poster`, autoPlay: true, onError: RUN }],
  ['audio', { src: `${web}/a`, autoPlay: true, onError: RUN }],
  ['picture', {}, [element('source', { srcSet: `${web}/set` }), element('img', { src: 'x', alt: 'p' })]],
  ['svg', { onLoad: RUN }, [element('script', {}, [text(RUN)]), element('image', { href: `${web}/svg` })]],
  ['svg', {}, [element('a', { xLinkHref: 'javascript:globalThis.__CANARY__=1' }, [text('svg link')])]],
  ['svg', {}, [element('foreignObject', {}, [element('iframe', { src: `${web}/fo` })])]],
  ['math', {}, [element('mtext', {}, [element('style', {}, [text('<img src=x onerror=1>')])])]],
  ['noscript', {}, [element('p', { title: `</noscript><img src=x onerror=${RUN}>` })]],
  ['template', {}, [element('img', { src: 'x', onError: RUN })]],
  ['xmp', {}, [text(`</xmp><img src=x onerror=${RUN}>`)]],
  ['plaintext', {}, [text('plain')]],
  ['marquee', { onStart: RUN }, [text('marquee')]],
  ['details', { open: true, onToggle: RUN }, [element('summary', { onClick: RUN }, [text('summary')])]],
  ['dialog', { open: true, onCancel: RUN }, [text('dialog')]],
  ['x-element', { is: 'x-y', onClick: RUN }, [text('custom')]],
  ['slot', { name: 'x' }, [text('slot')]],
  ['body', { background: `${web}/bg`, onLoad: RUN }, [text('body')]],
  ['table', { background: `${web}/tbg` }, [element('tr', {}, [element('td', { background: `${web}/tdbg` })])]],
  ['img', { src: `${web}/i.png`, srcSet: `${web}/i2.png 2x`, alt: 'remote', loading: 'eager' }],
  ['img', { src: 'data:image/svg+xml,<svg onload="parent.__CANARY__=1"/>', alt: 'data' }],
  ['img', { src: 'file:///etc/hostname', alt: 'file' }],
  ['img', { src: '\\\\127.0.0.1\\share\\a.png', alt: 'unc' }],
  ['img', { src: `blob/${'0'.repeat(64)}`, alt: 'no such picture', onError: RUN }],
  ['img', { src: 'x', lowsrc: `${web}/low`, dynsrc: `${web}/dyn`, style: `background:url(${web}/st)`, alt: 'old' }],
  ['a', { href: 'https://example.org/', ping: `${web}/ping`, target: '_top', download: 'x.exe' }, [text('ping')]],
  ['p', handlers, [text('handlers')]],
  ['p', { style: `background:url(${web}/css);position:fixed;inset:0`, className: ['sat-dialog', 'packs-strip'] }],
  ['p', { style: { background: `url(${web}/cssom)` } }, [text('style as an object')]],
  ['p', { dangerouslySetInnerHTML: { __html: `<img src=x onerror=${RUN}>` } }],
  ['p', { innerHTML: `<img src=x onerror=${RUN}>`, outerHTML: 'x', textContent: 'x' }],
  ['p', { children: [{ type: 'img', props: { src: `${web}/child` } }], key: 'k', ref: 'r' }],
  [
    'p',
    { dataScreenTitle: '', dataRegion: '', dataResult: '', dataTerm: 'SOC', dataSection: 'x', contentEditable: true },
  ],
  ['span', { dataTerm: '<img>', dataBefore: `<img src=x onerror=${RUN}>` }, [text('term')]],
  ['div', { className: ['callout', 'callout-law', 'sat-strip'], id: 'main', role: 'alert', ariaLive: 'assertive' }],
  ['ul', { className: ['tasks'] }, [element('li', { dataTask: '"><img src=x>', dataDone: 'true' }, [text('task')])]],
];

/** Names of the window and the document, and ids of our own shell. */
const NAMES =
  'body head forms images location cookie defaultView getElementById querySelector parentNode firstChild nodeName attributes submit __proto__ constructor toString main root results search-box satchel'.split(
    ' ',
  );

/** Nodes that are no text and no element. */
const nodes: Readonly<Record<string, unknown>> = {
  raw: { type: 'raw', value: `<img src=x onerror=${RUN}>` },
  comment: { type: 'comment', value: `--><script>${RUN}</script>` },
  doctype: { type: 'doctype', name: 'html' },
  'mdx element': { type: 'mdxJsxFlowElement', name: 'script', attributes: [], children: [text(RUN)] },
  'mdx expression': { type: 'mdxFlowExpression', value: RUN, data: { estree: { type: 'Program', body: [] } } },
  'mdx import': { type: 'mdxjsEsm', value: 'import "./x.js"', data: { estree: { type: 'Program', body: [] } } },
  'root in root': { type: 'root', children: [element('script', {}, [text(RUN)])] },
  'text with children': { type: 'text', value: 'words', children: [element('script', {}, [text(RUN)])] },
  'text that is an object': text({ toString: RUN }),
  'text that is a number': text(7),
  nothing: null,
  words: 'words',
  'a number': 1,
  'a list': [element('script', {}, [text(RUN)])],
  'element without a name': { type: 'element', properties: {}, children: [] },
  'element named by an object': element({ toString: 'script' }),
  'element named by markup': element('img src=x onerror=globalThis.__CANARY__=1'),
  'element named __proto__': element('__proto__', {}, [text('x')]),
  'element named constructor': element('constructor', {}, [text('x')]),
  'element named by nothing': element(''),
  'properties that are null': element('p', null, [text('x')]),
  'properties that are a list': element('p', ['onclick', RUN], [text('x')]),
  'properties of a prototype': element(
    'p',
    withProto(
      '{"__proto__":{"onclick":"globalThis.__CANARY__=1","polluted":true},"constructor":{"prototype":{"x":1}}}',
    ),
    [text('x')],
  ),
  'a node of a prototype': withProto(
    '{"__proto__":{"type":"element","tagName":"script"},"type":"element","tagName":"p","properties":{},"children":[]}',
  ),
  'children that are an object': element('p', {}, { 0: text('x'), length: 1 }),
  'children that are words': element('p', {}, '<script>globalThis.__CANARY__=1</script>'),
  'content of a template': { ...(element('template') as object), content: { type: 'root', children: [] } },
  'data that renames': { ...(element('p', {}, [text('x')]) as object), data: { hName: 'script' } },
};

/** Trees by what is wrong with them; every one is a page that opens, at worst with the sentence that says why not. */
export function forgedTrees(web: string): ReadonlyMap<string, ForgedTree> {
  const trees = new Map<string, ForgedTree>();
  elements(web).forEach(([tag, properties, children = []], at) => {
    trees.set(`element ${at} ${tag.trim().toLowerCase()}`, root(element(tag, properties, children)));
  });
  for (const [name, node] of Object.entries(nodes)) trees.set(`node ${name}`, root(node));
  trees.set(
    'clobbering names',
    root(
      ...NAMES.flatMap((name) => [
        element('a', { id: name, name }, [text(name)]),
        element('img', { id: name, name, alt: name }),
        element('h2', { id: `s-${name}`, name }, [text(name)]),
        element('h3', { id: `s-${name}` }, [text('again')]),
      ]),
    ),
  );
  trees.set('classes of ours', root(element('p', { className: [{ toString: RUN }, 7, 'sat-dialog', 'x"onclick="y'] })));
  trees.set(
    'long attribute',
    root(element('p', { title: 'x'.repeat(500_000), lang: 'x'.repeat(10_000) }, [text('x')])),
  );
  trees.set('long text', root(element('p', {}, [text('<b>words</b> '.repeat(60_000))])));
  trees.set('children that are words', { type: 'root', children: 'words' });
  trees.set('no children', { type: 'root' });
  trees.set('children that are null', { type: 'root', children: null });
  trees.set('1,000 deep', root(nested(1_000, 'blockquote')));
  trees.set('1,000 deep in what is taken out', root(nested(1_000, 'form')));
  trees.set('70,000 parts', root(...Array.from({ length: 70_000 }, () => text('x'))));
  trees.set('30,000 ids that are one', root(...Array.from({ length: 30_000 }, () => element('i', { id: 's-x' }))));
  return trees;
}

/** Why the reader says that it does not show a tree; every other is shown. */
export const UNSHOWN: Readonly<Record<string, string>> = {
  'children that are words': 'This page is damaged and cannot be shown.',
  'no children': 'This page is damaged and cannot be shown.',
  'children that are null': 'This page is damaged and cannot be shown.',
  '1,000 deep': 'This page is too deeply nested to show safely.',
  '1,000 deep in what is taken out': 'This page is too deeply nested to show safely.',
  '70,000 parts': 'This page has too many parts to show safely.',
};

/** The name of a forged page in an address. */
export const forgedId = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A page with the tree as it stands. */
export function forgedPage(name: string, tree: ForgedTree): FileToPack {
  const body = { ...pageBody(forgedId(name), `Words of ${name}.`), tree };
  const meta = { ...body.meta, title: `Forged: ${name}` };
  return {
    path: meta.path,
    kind: 'page',
    type: 'application/json',
    page: meta.id,
    sections: body.sections.map(({ id }) => id),
    bytes: Buffer.from(JSON.stringify({ ...body, meta })),
  };
}
