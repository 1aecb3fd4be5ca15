import { expect, test } from 'vitest';
import { parsePage } from '#markdown/parse.ts';
import { context, elements } from '#support/markdown.ts';

const tasks = (source: string) => {
  const page = parsePage(source, context);
  if (!page.tree) throw new Error('unshown');
  return elements(page.tree).filter(({ properties }) => 'dataTask' in properties);
};
const idOf = (source: string) => tasks(source)[0]?.properties.dataTask;

test('a tick box is an item with an id, without a control', () => {
  const page = parsePage('- [ ] Book a *room*\n- [x] Send the note\n- plain', context);
  if (!page.tree) throw new Error('unshown');
  const all = elements(page.tree);
  expect(all.map(({ tagName }) => tagName)).toEqual(['ul', 'li', 'em', 'li', 'li']);
  expect(all[0]?.properties).toEqual({ className: ['tasks'] });
  expect(all[1]?.properties).toEqual({ className: ['task'], dataTask: expect.stringMatching(/^[a-z0-9]+$/) });
  expect(all[3]?.properties).toMatchObject({ dataDone: 'true' });
  expect(all[4]?.properties).toEqual({});
});

test('the id stays when the page around the item changes', () => {
  const before = idOf('- [ ] Book a room');
  expect(idOf('# New\n\nText\n\n1. [x] Book  a **room**\n   - [ ] and chairs')).toBe(before);
  expect(idOf('- [ ] Book a hall')).not.toBe(before);
});

test('two items of the same words have two ids', () => {
  const ids = tasks('- [ ] Ask\n- [ ] Ask\n\n> - [ ] Ask').map(({ properties }) => properties.dataTask);
  expect(new Set(ids).size).toBe(3);
});

test('an item inside an item has its own id', () => {
  const [outer, inner] = tasks('- [ ] Outer\n  - [ ] Inner\n');
  expect(outer?.properties.dataTask).toBe(idOf('- [ ] Outer'));
  expect(inner?.properties.dataTask).toBe(idOf('- [ ] Inner'));
});
