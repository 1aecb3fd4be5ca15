import { describe, expect, test } from 'vitest';
import { readYaml, takeFrontMatter } from '#markdown/front-matter.ts';

const dataOf = (yaml: string) => {
  const read = readYaml(yaml);
  if ('error' in read) throw new Error(read.error);
  return read.data;
};
const faultOf = (yaml: string) => {
  const read = readYaml(yaml);
  return 'error' in read ? read.fault : 'none';
};

describe('front matter', () => {
  test('is read and leaves the body where it stood', () => {
    const source = '---\r\ntitle: Ten\r\n---\r\nBody\r\n';
    const { frontMatter, body } = takeFrontMatter(source);
    expect(frontMatter).toEqual({ data: { title: 'Ten' } });
    expect(body).toHaveLength(source.length);
    expect(body.indexOf('Body')).toBe(source.indexOf('Body'));
    expect(body.trim()).toBe('Body');
  });

  test('is only at the very start and only between three dashes', () => {
    for (const source of ['\n---\na: 1\n---\n', ' ---\na: 1\n---', '----\na: 1\n----\n', '~~~\na: 1\n~~~', '# T', '']) {
      expect(takeFrontMatter(source)).toEqual({ frontMatter: null, body: source });
    }
    expect(takeFrontMatter('---\n---\nB').frontMatter).toEqual({ data: {} });
    expect(takeFrontMatter('---\na: 1\n...\nB').frontMatter).toEqual({ data: { a: 1 } });
  });

  test('that is not closed is a fault when it reads like keys, a rule otherwise', () => {
    expect(takeFrontMatter('---\ntitle: x\n\n# H').frontMatter).toMatchObject({ fault: 'unclosed', line: 1 });
    expect(takeFrontMatter('---\n\nWords').frontMatter).toBeNull();
  });

  test('of another language is refused and never run', () => {
    expect(takeFrontMatter('---js\n{ x: (globalThis.__CANARY__ = 1) }\n---\n').frontMatter).toMatchObject({
      fault: 'language',
      line: 1,
    });
    expect(takeFrontMatter('---\na: 1\n---\n---js\n{}\n---\nB').body.trim()).toBe('---js\n{}\n---\nB');
  });

  test('keeps the kinds of YAML 1.2: words that look like days and answers stay words', () => {
    expect(dataOf('day: 2024-07-01\nno: no\nnorway: NO\nn: 0o17\nyes: true\nnothing: ~\nbig: .inf')).toEqual({
      day: '2024-07-01',
      no: 'no',
      norway: 'NO',
      n: '0o17',
      yes: true,
      nothing: null,
      big: '.inf',
    });
  });

  test.each([
    ['2.10', '2.10'],
    ['007', '007'],
    ['1e3', '1e3'],
    ['0x1F', '0x1F'],
    ['0o17', '0o17'],
    ['+5', '+5'],
    ['1.0', '1.0'],
    ['12345678901234567890', '12345678901234567890'],
    ['True', 'True'],
    ['Null', 'Null'],
    ['1_000', '1_000'],
    ['2024-01-31T10:00:00Z', '2024-01-31T10:00:00Z'],
    ['yes', 'yes'],
    ['2024', 2024],
    ['-1.5', -1.5],
    ['true', true],
    ['~', null],
  ])('B27 %s stays as it is written, in lists and as a key too', (text, value) => {
    expect(dataOf(`a: ${text}\nb: [${text}]`)).toEqual({ a: value, b: [value] });
    if (typeof value === 'string') expect(dataOf(`${text}: x`)).toEqual({ [text]: 'x' });
  });

  test('says where a fault stands in the file', () => {
    expect(takeFrontMatter('---\nid: x\ntitle: One: two\n---\n').frontMatter).toMatchObject({ fault: 'yaml', line: 3 });
    expect(takeFrontMatter('---\na: 1\nb: 2\na: 3\n---\n').frontMatter).toMatchObject({
      fault: 'duplicate-key',
      line: 4,
      column: 1,
    });
  });

  test.each([
    ['- a\n- b', 'not-mapping'],
    ['words', 'not-mapping'],
    ['title: @gov', 'yaml'],
    ['title: *Important* notice', 'yaml'],
    ['a:\n\t- b', 'yaml'],
    ['a: !!binary SGVsbG8=', 'tag'],
    ['a: !<tag:yaml.org,2002:js/function> "function () {}"', 'tag'],
    [`a: ${'['.repeat(5_000)}`, 'too-deep'],
    [`a:\n${'- '.repeat(5_000)}x`, 'too-deep'],
    [`a: "${'x'.repeat(70_000)}"`, 'too-large'],
    [
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`).join('\n')}`,
      'alias',
    ],
  ])('%#: a fault is a value', (yaml, fault) => {
    expect(faultOf(yaml)).toBe(fault);
  });

  test('cannot reach the prototypes of objects', () => {
    const data = dataOf('__proto__:\n  polluted: 1\nconstructor:\n  prototype:\n    polluted: 1\nok: {__proto__: 1}');
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(Object.hasOwn(data, '__proto__')).toBe(false);
    expect(data.constructor).toEqual({ prototype: { polluted: 1 } });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(data.ok).toEqual({});
  });

  test('has no invisible characters', () => {
    expect(dataOf('title: "a\\u202eb\u200bc"')).toEqual({ title: 'abc' });
  });
});
