import { lineOfKey } from '../fault.ts';
import type { PageRule } from '../rule.ts';

export const idFileName: PageRule = {
  id: 'id-file-name',
  level: 'warning',
  why: 'Who knows a page’s id then finds its file.',
  *checkPage({ meta, source }) {
    // An adopted page keeps the path that it had.
    if (meta.path !== source.file) return;
    const name = source.file.split('/').at(-1)?.replace(/\.md$/i, '');
    if (name === meta.id) return;
    const message = `Unexpected id "${meta.id}" in the file ${name}.md, expected the same name`;
    yield { line: lineOfKey(source.text, 'id'), column: 1, message, fix: `Rename the file to ${meta.id}.md.` };
  },
};
