import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PNG } from './make-pack.ts';

/** A pack folder as an editor writes it: two pages that link to each other, a picture, a glossary, a question. */
export const sourceFiles: Readonly<Record<string, string | Uint8Array>> = {
  'pack.yaml': `id: small-pack
title: Small pack
summary: Two pages
version: "2026.11"
release: 3
publisher: Test publisher
language: en-GB
licence: CC0-1.0
marking: OFFICIAL
created: 2026-11-23
`,
  'pages/first.md': `---
id: first
title: The first page
summary: What comes first.
order: 1
stage: [shape]
redirect_from: [very-first]
owner: Test publisher
reviewed: 2026-11-01
check_by: 2036-11-01
colour: {of: [the, fence]}
---

The outline business case (OBC) comes before [the second page](second.md#what-follows).

## A table

| What | When |
| --- | --- |
| Talk | Early |

![A white dot](../images/dot.png)
`,
  'pages/second.md': `---
id: second
title: The second page
summary: What comes second.
order: 2
owner: Test publisher
reviewed: 2026-11-01
check_by: 2036-11-01
---

Diolch. Mae’r tŷ yn wyrdd. Back to [the first](first.md).

## What follows

- [ ] Do it
- [ ] Say it
`,
  'images/dot.png': PNG,
  'data/glossary.json':
    '[{"term":"OBC","expansion":"outline business case","meaning":"The second of three cases.","see_also":[]}]',
  'queries.json': '{"queries":[{"query":"what comes first","pages":{"pages/first.md":2}}]}',
};

/** Writes a pack folder, in the order of `files`; what is `null` is left out. */
export async function writeSource(
  dir: string,
  files: Readonly<Record<string, string | Uint8Array | null>> = sourceFiles,
): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    if (content === null) continue;
    const path = join(dir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return dir;
}
