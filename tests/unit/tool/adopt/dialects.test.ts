import { describe, expect, test } from 'vitest';
import { codeRanges } from '#tool/adopt/code-ranges.ts';
import { DIALECTS } from '#tool/adopt/dialects.ts';
import { newDraft } from '#tool/adopt/draft.ts';

interface Read {
  readonly text: string;
  /** `line kind: what became of it`. */
  readonly notes: readonly string[];
}

/** A page with the front matter `title: Cats` in a folder that has the picture `assets/cat.png`. */
function readable(text: string): Read {
  const notes: string[] = [];
  let draft = newDraft(text, 1);
  for (const { id, apply } of DIALECTS) {
    draft = apply(draft, {
      note: (line, _found, done) => notes.push(`${line} ${id}: ${done}`),
      path: 'cats.md',
      frontMatter: { title: 'Cats' },
      findPage: () => null,
      findLabel: () => null,
      findImage: (path) => (path.endsWith('cat.png') ? '/assets/cat.png' : null),
    });
  }
  return { text: draft.text.replace(/\n{3,}/g, '\n\n').trim(), notes };
}

/** Name, what was written, what it becomes. A note is expected wherever the two differ in sense. */
const CASES: readonly (readonly [name: string, from: string, to: string])[] = [
  [
    'plain Markdown stays as it is',
    '# Title\n\nText: 10:30, {x}, a_b, $5 and 50%.\n\n- one\n- two',
    '# Title\n\nText: 10:30, {x}, a_b, $5 and 50%.\n\n- one\n- two',
  ],
  [
    'MkDocs admonition',
    '!!! tip "Feed them"\n    Twice a day.\n\n    - dry\n    - wet\n\nAfter.',
    ':::tip[Feed them]\nTwice a day.\n\n- dry\n- wet\n:::\n\nAfter.',
  ],
  ['MkDocs admonition without a title', '!!! danger\n    They scratch.', ':::warning[Danger]\nThey scratch.\n:::'],
  [
    'MkDocs folded admonition with code',
    '??? note "How"\n    ```sh\n    cat {{ x }}\n    ```',
    ':::note[How]\n```sh\ncat {{ x }}\n```\n:::',
  ],
  [
    'MkDocs admonition in an admonition',
    '!!! note "Outer"\n    Text.\n\n    !!! tip "Inner"\n        More.',
    '::::note[Outer]\nText.\n\n:::tip[Inner]\nMore.\n:::\n::::',
  ],
  [
    'MkDocs admonition in a list',
    '1. First\n\n    !!! tip "In it"\n        Text.\n\n2. Second',
    '1. First\n\n    :::tip[In it]\n    Text.\n    :::\n\n2. Second',
  ],
  ['MkDocs tabs', '=== "C#"\n\n    One.\n\n=== "Go"\n\n    Two.', '**C#**\n\nOne.\n\n**Go**\n\nTwo.'],
  [
    'GitHub alert',
    '> [!WARNING]\n> They scratch.\n> Still.\n\nAfter.',
    ':::warning\nThey scratch.\nStill.\n:::\n\nAfter.',
  ],
  ['Obsidian callout with a title', '> [!tip]- Feed them\n> Twice.', ':::tip[Feed them]\nTwice.\n:::'],
  ['Docusaurus box', ':::note Feed them\n\nTwice.\n\n:::', ':::note[Feed them]\nTwice.\n:::'],
  ['Docusaurus box of another kind', ':::danger[Look out]\nText.\n:::', ':::warning[Look out]\nText.\n:::'],
  ['VuePress box', '::: tip Feed them\nTwice.\n:::', ':::tip[Feed them]\nTwice.\n:::'],
  ['MyST colon fence', ':::{note}\n:class: dropdown\nTwice.\n:::', ':::note\nTwice.\n:::'],
  ['a box of our own stays', ':::law[Section 16]\nText.\n:::', ':::law[Section 16]\nText.\n:::'],
  ['a box that does not close stays', ':::tip Text\n\nMore.', ':::tip Text\n\nMore.'],
  ['MyST note', '```{note} Feed them\nTwice.\n```', ':::note[Feed them]\nTwice.\n:::'],
  ['MyST note in a note', '````{warning}\nA\n```{tip}\nB\n```\n````', '::::warning\nA\n\n:::tip\nB\n:::\n::::'],
  [
    'MyST code and contents',
    '```{code-block} python\nx = {{ y }}\n```\n\n```{toctree}\na\n```',
    '~~~~python\nx = {{ y }}\n~~~~',
  ],
  ['Govspeak information', 'Before.\n\n^Cats sleep.^\n\nAfter.', 'Before.\n\n:::note\nCats sleep.\n:::\n\nAfter.'],
  ['Govspeak warning', '%Cats scratch.%', ':::warning\nCats scratch.\n:::'],
  ['Govspeak call to action', '$CTA\nAdopt a **cat**.\n$CTA', ':::important\nAdopt a **cat**.\n:::'],
  ['Govspeak address', '$A\n1 Cat Street\nLondon\n$A', ':::note[Address]\n1 Cat Street\\\nLondon\n:::'],
  ['Govspeak steps', 's1. Find a cat.\ns2. Feed it.\n', '1. Find a cat.\n2. Feed it.'],
  [
    'Govspeak abbreviation',
    '*[RSPCA]: Royal Society\n*[PDSA]: Dispensary',
    '- **RSPCA**: Royal Society\n- **PDSA**: Dispensary',
  ],
  ['Govspeak attachment', 'See [InlineAttachment:cats.pdf] now.', 'See cats.pdf now.'],
  ['Govspeak highlight', '{::highlight}Cats{:/highlight} sleep.', 'Cats sleep.'],
  [
    'Govspeak outside link and button',
    'x[A](https://a.uk)x {button start}[Go](https://a.uk){/button}',
    '[A](https://a.uk) [Go](https://a.uk)',
  ],
  ['kramdown class on a link', '[A](https://a.uk){.usa-link .external} b', '[A](https://a.uk) b'],
  ['kramdown class on a line of its own', 'Text.\n{: .lead}\n\nMore.', 'Text.\n\nMore.'],
  ['heading id without a space', '## Feed them{#feed}', '## Feed them {#feed}'],
  ['heading id of kramdown with a class', '## Feed them {: #feed .big}', '## Feed them {#feed}'],
  ['an id elsewhere', 'Some text {#here} and more.', 'Some text<a id="here"></a> and more.'],
  [
    'definition list',
    'Cat\n: An animal.\n\nDog\n: Another\n  animal.\n\nText.',
    '<dl>\n<dt>\n\nCat\n\n</dt>\n<dd>\n\nAn animal.\n\n</dd>\n<dt>\n\nDog\n\n</dt>\n<dd>\n\nAnother\nanimal.\n\n</dd>\n</dl>\n\nText.',
  ],
  ['contents marks', '[[_TOC_]]\n\n- toc\n{:toc}\n\n[TOC]\n\nText.', 'Text.'],
  [
    'MDX imports',
    'import Cat from "./cat";\nexport const x = 1;\n\nText.\n\nimport duties are high',
    'Text.\n\nimport duties are high',
  ],
  ['Markdown in HTML', '<section class="a" markdown="1" >\n## Two\n\nText.\n</section>', '## Two\n\nText.'],
  [
    'Liquid link',
    '[Feed]({{ "/feed/them/" | url }}) and <a href="{{ \'/a b/\' | relative_url }}">b</a>',
    '[Feed](/feed/them/) and <a href="/a%20b/">b</a>',
  ],
  ['Liquid root', '[Feed]({{ site.baseurl }}/feed/)', '[Feed](/feed/)'],
  ['Jekyll and Hugo links', '[A]({% link _cats/a.md %}) [B]({{< ref "b.md" >}})', '[A](/_cats/a.md) [B](b.md)'],
  ['a link whose address is a variable', 'See [our *site*]({{ siteRoot }}).', 'See our *site*.'],
  ['image shortcode', '{% image_with_class "assets/cat.png" "wide" "A cat" %}', '![A cat](/assets/cat.png)'],
  [
    'include with a picture',
    '{% include \'chapter.html\' img_path: "img/cat.png" alt: "A cat" %}',
    '![A cat](/assets/cat.png)',
  ],
  ['Hugo figure', '{{< figure src="cat.png" alt="A [cat]" >}}', '![A cat](/assets/cat.png)'],
  ['a picture that is not there', '{% image "dog.png" "" "A dog" %}', 'A dog'],
  ['comments', 'A{% comment %}\nhidden {{ x }}\n{% endcomment %}B{# hidden #}C<%# hidden %>', 'ABC'],
  [
    'a capture that is used',
    '{% capture c %}\n**Cats**\n\nsleep\n{% endcapture %}\n\n<td>{{ c }}</td>',
    '<td>\n\n**Cats**\n\nsleep\n\n</td>',
  ],
  [
    'a capture that a box shows',
    '{% capture c %}Cats sleep{% endcapture %}{% include "info_box.html" header: "Note well" content: c %}',
    ':::note[Note well]\nCats sleep\n:::',
  ],
  ['a capture that is not used', '{% capture c %}Cats sleep{% endcapture %}', 'Cats sleep'],
  ['highlight', '{% highlight css %}\n.a { b: c }\n{% endhighlight %}', '~~~~css\n.a { b: c }\n~~~~'],
  [
    'highlight in HTML',
    '<td>As {% highlight html %}<a>\n\n{{ x }}{% endhighlight %}</td>',
    '<td>As <pre><code>&lt;a>\n&#8203;\n&#123;{ x }}</code></pre></td>',
  ],
  ['raw', 'Write {% raw %}{{ name }}{% endraw %} here.', 'Write ``{{ name }} `` here.'],
  ['a loop', '<div>\n{% for cat in cats %}\n{{ cat }}\n{% endfor %}\n</div>', '<div>\n\n</div>'],
  ['conditions', '{% if cats %}\nYes\n{% else %}\nNo\n{% endif %}', 'Yes\n\nNo'],
  ['a variable of the front matter', 'About {{ title }} and {{ page.title }}', 'About Cats and Cats'],
  [
    'an unknown variable',
    'Dear {{ user.name | upcase }}, <b class="{{ x }}">hello</b>',
    'Dear , <b class="">hello</b>',
  ],
  ['an include', 'Use GitHub {% include "engineering/tag-standard.html" %}', 'Use GitHub tag standard'],
  ['an include in a heading', '## GitHub {% include "tag.html" %}', '## GitHub'],
  ['a heading that is an include', '#### {% include "tag-standard.html" %}', '#### tag standard'],
  ['a paired shortcode', '{{< notice "Look" >}}Cats{{< /notice >}}', ':::note[Look]\nCats\n:::'],
  ['ERB', '<% if x %>Hello <%= name %><% end %>', 'Hello'],
  ['what has no end stays', 'Curly {{ braces and {% more', 'Curly {{ braces and {% more'],
];

describe('dialects', () => {
  test.each(CASES)('%s', (_name, from, to) => {
    const { text, notes } = readable(from);
    expect(text).toBe(to);
    const silent = from === to || /^(## Feed them|:::law)/.test(from);
    if (!silent) expect(notes.length).toBeGreaterThan(0);
  });

  test.each(CASES)('in code, nothing changes: %s', (_name, from) => {
    const code = `Before.\n\n~~~~~~\n${from}\n~~~~~~\n\nAfter \`{{ x }}\` and \`\`{% y %}\`\`.`;
    expect(readable(code)).toEqual({ text: code, notes: [] });
  });

  test.each(CASES)('doing it twice changes nothing: %s', (_name, from) => {
    const once = readable(from).text;
    expect(readable(once).text).toBe(once);
  });

  test('a note has the line of the source, also after lines were added and taken away', () => {
    const { notes } = readable(
      ['{% comment %}', 'x', '{% endcomment %}', '!!! tip "A"', '    B', '', '{% include "c" %}', '', '^D^'].join('\n'),
    );
    expect(notes.map((note) => note.split(':')[0])).toEqual([
      '1 template-comment',
      '7 template',
      '4 admonition',
      '9 govspeak',
    ]);
  });

  test('what has no end is said', () => {
    expect(readable('a\n\n{{ b').notes).toEqual(['3 template: kept as it is: it has no end']);
  });
});

describe('where code is', () => {
  test.each([
    ['`a` b', ['`a`']],
    ['a `` b ` c `` d', ['`` b ` c ``']],
    ['not \\`a` b', []],
    ['a ` b\n\nc ` d', []],
    ['```\na\n```\nb', ['```\na\n```']],
    ['- ~~~~ x\n  a ``` b\n  ~~~~\nc', ['- ~~~~ x\n  a ``` b\n  ~~~~']],
    ['```\nno end', ['```\nno end']],
    ['``` a ` b\nc', []],
  ])('%j', (text, expected) => {
    expect(codeRanges(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('a page costs what it is long', () => {
  const MARKS = [
    '{% comment %}',
    '{{ ',
    '{% capture x %}',
    '```{note}\n',
    ':::note x\n',
    '!!! note\n    ',
    '$A\n',
    '> [!NOTE]\n',
    'a\n: b\n',
    '[x](',
    '![',
    '<a href="',
    '`',
    '{# ',
    '<% ',
    '{/* ',
    '<Tab ',
    '<Tab a={',
    '<a href={',
    '<Note>',
    'import x from "',
    '\n\nexport const x = {',
    '[[a',
    '{ref}`a',
    '(a)=\n',
    '](a b',
    '](a (',
    '![a|',
    '{a=b ',
    '/// note\n',
    '%%',
    '{{< a "',
    '](/{{ a',
    '<div>\n\n    ',
    '[a]: ',
    '[a] ',
  ];
  test.each(MARKS)('%j, again and again', { timeout: 60_000 }, (mark) => {
    expect(readable(mark.repeat(Math.floor(100_000 / mark.length))).text.length).toBeLessThan(1_000_000);
  });
});
