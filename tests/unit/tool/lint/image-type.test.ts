import { expect, test } from 'vitest';
import { typeByName } from '#tool/lint/image-type.ts';

test.each([
  ['a.PNG', 'image/png'],
  ['a.b.jpeg', 'image/jpeg'],
  ['x/a.svg', 'image/svg+xml'],
  ['a.bmp', null],
  ['png', null],
])('the type of a picture by name: %s', (name, type) => expect(typeByName(name)).toBe(type));
