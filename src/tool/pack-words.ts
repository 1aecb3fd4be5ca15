import type { Problem } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { sayIn } from '#domain/words/words.ts';

/** What is wrong with a pack, for whoever looks at it by the tool: the app's words speak of installing. No name of the file. */
export function packWords(problem: Problem): string {
  switch (problem.code) {
    case 'file-unreadable':
      return 'it could not be read';
    case 'not-a-pack':
      return 'it is no pack';
    case 'pack-damaged':
      return `${problem.part} is missing, damaged or changed: it is not what was published`;
    case 'pack-truncated':
      return 'the file stops before its end';
    case 'pack-too-new':
      return `it was made for a newer Satchel, with pack format ${problem.format}`;
    case 'pack-too-large':
      return `it is larger than Satchel opens (${problem.limit})`;
    case 'pack-unsafe':
      return 'it is not safe to open: no pack is made in that way';
    default:
      return problemWords(problem, sayIn('en-GB')).fact;
  }
}
