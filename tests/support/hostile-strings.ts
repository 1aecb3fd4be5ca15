import { readFileSync } from 'node:fs';
import { sharedPath } from './shared.ts';
import { WHOLE } from './whole.ts';

/** A string that somebody made to break programs, and what to call it. */
export interface HostileString {
  readonly id: string;
  readonly text: string;
}

type Item = Readonly<Record<string, unknown>> & { readonly id: string };

const read = new Map<string, readonly Item[]>();

/** The items of a list beside the project; none, and one printed line, where it is absent. */
export function sharedItems(file: string): readonly Item[] {
  const known = read.get(file);
  if (known) return known;
  const path = sharedPath(`hostile/${file}`);
  const items: readonly Item[] = path === null ? [] : JSON.parse(readFileSync(path, 'utf8')).items;
  read.set(file, items);
  return items;
}

const sharedStrings = (files: readonly string[]): readonly HostileString[] =>
  files.flatMap((file) =>
    sharedItems(file).map((item) => ({
      id: item.id,
      text: String(item.payload ?? item.markdown ?? item.probe ?? item.text ?? item.line ?? ''),
    })),
  );

const named = (name: string, texts: readonly string[]): readonly HostileString[] =>
  texts.map((text, at) => ({ id: `own-${name}-${at}`, text }));

/** `web` is the address of a server of the test: whatever is fetched from there is heard. */
const ownScripts = (web: string): readonly HostileString[] =>
  named('script', [
    '<script>globalThis.__CANARY__=1</script>',
    `<script src="${web}/s.js"></script>`,
    '"><img src=x onerror="globalThis.__CANARY__=1">',
    `<img src="${web}/i.png" srcset="${web}/i2.png 2x" onload=globalThis.__CANARY__=1>`,
    `![remote](${web}/m.png) ![unc](//127.0.0.1/share/a.png) ![file](file:///etc/hostname)`,
    `<picture><source srcset="${web}/p.webp"><img alt="p"></picture>`,
    `<video poster="${web}/v.png" src="${web}/v.mp4" onerror=globalThis.__CANARY__=1></video><audio src="${web}/a"></audio>`,
    `<p style="background:url(${web}/css)">styled</p><style>@import "${web}/c.css"; p{background:url(${web}/c)}</style>`,
    `<link rel=stylesheet href="${web}/l.css"><link rel=prefetch href="${web}/pre"><base href="${web}/">`,
    `<meta http-equiv=refresh content="0;url=${web}/meta">`,
    `<iframe src="${web}/f" onload=globalThis.__CANARY__=1></iframe><iframe srcdoc="<script>parent.__CANARY__=1</script>"></iframe>`,
    `<embed src="${web}/e"><object data="${web}/o"><param name=x></object><applet code=x></applet><frameset><frame src="${web}/fr"></frameset>`,
    `<form action="${web}/form"><input name=body><button formaction="javascript:globalThis.__CANARY__=1">send</button></form>`,
    '<details open ontoggle=globalThis.__CANARY__=1><summary>toggle</summary>inside</details>',
    '<svg onload=globalThis.__CANARY__=1><a xlink:href="javascript:globalThis.__CANARY__=1"><text>svg</text></a></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=globalThis.__CANARY__=1&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=globalThis.__CANARY__=1>"></noscript>',
    '<xmp><p title="</xmp><img src=x onerror=globalThis.__CANARY__=1>"></xmp>',
    '<template><img src=x onerror=globalThis.__CANARY__=1></template>',
    '<!--><img src=x onerror=globalThis.__CANARY__=1>-->',
    '<svg></p><style><a id="</style><img src=1 onerror=globalThis.__CANARY__=1>">',
    '<![CDATA[><img src=x onerror=globalThis.__CANARY__=1>]]>',
    '[a](javascript:globalThis.__CANARY__=1) <a href="java&#10;script:globalThis.__CANARY__=1">b</a>',
    '[c](data:text/html,<script>parent.__CANARY__=1</script>) [d](vbscript:x) [e](:/resource) [f](\\\\127.0.0.1\\share)',
    '<a href="https://example.org" onclick=globalThis.__CANARY__=1 target=_top ping="https://example.org/p">g</a>',
    '```<style/onload=globalThis.__CANARY__=1>\ncode\n```',
    '```js&#x20;xss"onmouseover="globalThis.__CANARY__=1\ncode\n```',
    '```mermaid\ngraph TD\nA{<img src=x onerror=globalThis.__CANARY__=1>}\nclick A "javascript:globalThis.__CANARY__=1"\n```',
    '$ <img src=x onerror=globalThis.__CANARY__=1> $ and \\href{javascript:globalThis.__CANARY__=1}{x}',
    '<a id=location name=body>x</a><img id=getElementById name=querySelector alt=y><p id=__proto__>z</p>',
    `<body onload=globalThis.__CANARY__=1 background="${web}/b"><table background="${web}/t"><td>cell</td></table>`,
    '<div is="x-y" slot=z popover onbeforetoggle=globalThis.__CANARY__=1>custom</div><x-y onclick=globalThis.__CANARY__=1>t</x-y>',
  ]);

const OWN_TRICKY = named('tricky', [
  '',
  ' ',
  'undefined',
  'null',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../../../etc/passwd',
  'C:\\Windows\\system32',
  'CON',
  'page.md\u0000.exe',
  '<img src=x onerror=globalThis.__CANARY__=1>',
  '</title><script>globalThis.__CANARY__=1</script>',
  "'; DROP TABLE pages; --",
  '\u0024{globalThis.__CANARY__=1} {{7*7}} <%= 7*7 %> #{7*7}',
  '{count, plural, one {#} other {<b>}}',
  '$& $1 $` \\1 %s %n %00',
  '(((((((((((((((((((((((((((((.*)*)*',
  '* OR * AND ( " ~ ^ ? : -',
  '\u202eevil\u202c \u2066hidden\u2069 zero\u200bwidth \ufeffbom',
  'te\u0301moin ﬁnance ŵŷ Straße İstanbul',
  'مرحبا بالعالم שלום עולם',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ✊🏽',
  'Z̤͔ͧ̑̓ä͖̭̈̇lͮ̒ͫǧ̗͚̚o̙̔ͮ̇͐̇',
  '田中さんにあげて下さい',
  '\ud800 lone surrogate',
  '\u0007bell \u001b[31mred\u001b[0m',
  `${'W'.repeat(290)}`,
  '---\ntitle: second\n---',
  'a\nb\rc\td',
  '[link](javascript:globalThis.__CANARY__=1) **bold** `code` # not a heading',
]);

/** Whole files with front matter that was made to run, to multiply or to hide. */
const OWN_FRONT = named('front', [
  '---js\n{ title: (globalThis.__CANARY__ = 1) }\n---\nbody',
  '---\ntitle: ok\n---\n---js\n{ x: (globalThis.__CANARY__=1) }\n---\nbody',
  '---\ntitle: !!js/function "function () { globalThis.__CANARY__ = 1 }"\n---\nbody',
  '---\na: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c]\n---\nbody',
  `---\ndeep: ${'['.repeat(500)}${']'.repeat(500)}\n---\nbody`,
  '---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\ntitle: proto\n---\nbody',
  '---\ntitle: {a: [b]}\ntags: <img src=x onerror=globalThis.__CANARY__=1>\nid: ../../x\norder: .nan\n---\nbody',
  '---\ntitle: never closed\n\nbody',
  '\ufeff---\r\ntitle: "Mark and carriage"\r\n---\r\nbody\r\n',
  '---\ntitle: one\ntitle: two\n---\nbody',
]);

/** HTML, links and Markdown that were made to run. */
export const scriptStrings = (web: string): readonly HostileString[] => [
  ...ownScripts(web),
  ...sharedStrings([
    'xss/dompurify.json',
    'xss/payloads-all-the-things.json',
    'xss/payloadbox.json',
    'xss/mutation-xss.json',
    'xss/dom-clobbering.json',
    'xss/markdown.json',
    'advisories.json',
  ]),
];

/** Strings that are trouble as a name, a title or a question. */
export const trickyStrings = (): readonly HostileString[] => [
  ...OWN_TRICKY,
  ...sharedStrings(['naughty-strings.json', 'unicode/trojan-source.json', 'unicode/cases.json']),
];

/** Whole files. */
export const frontMatterFiles = (): readonly HostileString[] => [
  ...OWN_FRONT,
  ...sharedItems('frontmatter/documents.json').map(({ id, document }) => ({ id, text: String(document) })),
  ...sharedItems('frontmatter/yaml-test-suite.json').map(({ id, yaml }) => ({
    id,
    text: `---\n${String(yaml)}\n---\n\nThe words under ${id}.\n`,
  })),
];

/** One of every `share`, spread over the whole list. */
export const oneOf = (strings: readonly HostileString[], share: number): readonly HostileString[] =>
  strings.filter((_, at) => at % share === 0);

/** Of the lists beside the project, one of so many is taken where each string costs a page in the window. */
const SHARE = WHOLE ? 1 : 16;

/** All of our own strings, and of the others a share; all of them in `npm run soak -- whole`. */
export const shareOf = (strings: readonly HostileString[]): readonly HostileString[] =>
  strings.filter(({ id }, at) => id.startsWith('own-') || at % SHARE === 0);
