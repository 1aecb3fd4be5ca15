// A pack whose pages are awkward to show: long words, wide tables, every box, missing pictures, dead links, another
// language, a page past the limits and one with nothing but a line.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSource } from './pack-source.ts';

const tool = fileURLToPath(new URL('../../out/tool/satchel.js', import.meta.url));

const columns = ['Name', 'First quarter', 'Second quarter', 'Third quarter', 'Fourth quarter', 'Whole year', 'Change'];
const wideRow = columns.map((name, at) => (at === 0 ? 'Small software firms' : `${name} 1,234,567`));
const longWord = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';
const deep = `${Array.from({ length: 90 }, () => '> ').join('')}Words at the bottom of ninety quotes.`;

const head = (id: string, title: string, more = ''): string =>
  `---\nid: ${id}\ntitle: ${JSON.stringify(title)}\n${more}---\n\n`;

const files: Readonly<Record<string, string>> = {
  'pack.yaml': `id: odd-pack
title: Odd things that a publisher may well write, kept together in one pack with a long name
summary: ${longWord} and other words that fit nowhere
version: "2026.11"
release: 1
publisher: The publisher of odd things in the department of long and winding names
language: en-GB
licence: CC0-1.0
marking: OFFICIAL-SENSITIVE
created: 2026-11-23
lint: { page-limits: warning, dead-image: warning, dead-link: warning, acronym-glossary: off, dead-anchor: warning }
`,
  'pages/every-part.md': `${head(
    'every-part',
    'Every part that a page can have, in a title that needs more than one line at any width of the window',
    `order: 1
summary: A summary that also needs more than one line, because some publishers say all they know before the page begins.
stage: [explore, shape, prepare, buy, deliver, review]
audience: [policy, commercial, delivery, analysis]
ask: [commercial, legal, policy lead]
jurisdiction: England, Scotland, Wales and Northern Ireland
owner: The team that looks after odd things
status: draft
reviewed: 2026-11-01
check_by: 2026-12-10
sources:
  - title: A source with an address that is long
    publisher: A publisher
    date: 2026-11-01
    url: https://www.example.org/${'a-long-path/'.repeat(12)}end
  - title: A source without an address
    publisher: Another publisher
related: [nothing-much, too-deep]
`,
  )}A lead with an acronym (SOC) of the glossary, **bold words**, *emphasis*, \`code\` and ~~words taken out~~.[^1]

## ${longWord}

See [the page with nothing much](nothing-much.md), [a page that is not there](not-there.md), <https://www.example.org/${'long/'.repeat(20)}> and ${longWord}.

## A wide table

| ${columns.join(' | ')} |
| ${columns.map(() => '---').join(' | ')} |
| ${wideRow.join(' | ')} |
| ${wideRow.join(' | ')} |

## Boxes

:::law[Section 16]
What the law says.
:::

:::warning
What may go wrong.
:::

:::tip
What makes it easier.
:::

:::note
What else there is to know.
:::

> Words of somebody else.

## Lists

1. One
   - In one
     - In one in one
2. Two

- [ ] A thing to do that is long enough to need a second line where the window is narrow
- [x] A thing that is done

## Code

\`\`\`
const line = 'a line of code that is far too long to fit into the measure of a page of guidance without scrolling';
\`\`\`

### A third level

#### A fourth level

![A picture that is not there](../images/not-there.png)

[^1]: A note at the foot.
`,
  'pages/nothing-much.md': `${head('nothing-much', 'Nothing much')}One line.\n`,
  'pages/too-deep.md': `${head('too-deep', 'Too deep')}${deep}\n`,
  'pages/cymraeg.md': `${head('cymraeg', 'Siarad â’r farchnad', 'lang: cy\n')}Diolch. Mae’r tŷ yn wyrdd.\n\n## Pryd i ddechrau\n\nNawr.\n`,
  'data/glossary.json':
    '[{"term":"SOC","expansion":"strategic outline case","meaning":"The first business case stage.","see_also":["OBC"]}]',
};

/** Builds the pack with the editors' tool and answers the path of its file. */
export async function buildOddPack(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'satchel-odd-'));
  await writeSource(join(folder, 'source'), files);
  const out = join(folder, 'out');
  execFileSync(process.execPath, [tool, 'build', join(folder, 'source'), '--out', out], { timeout: 60_000 });
  const [file] = readdirSync(out).filter((name) => name.endsWith('.satchel'));
  if (file === undefined) throw new Error('The tool made no pack');
  return join(out, file);
}
