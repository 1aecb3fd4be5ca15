import { typeByName } from '../image-type.ts';
import type { PackRule } from '../rule.ts';

export const imageType: PackRule = {
  id: 'image-type',
  level: 'error',
  fixed: true,
  why: 'A file that is not what its name says may be something else entirely, and may not be shown.',
  *checkPack({ source }) {
    for (const { file, type } of source.images) {
      const named = typeByName(file);
      if (type !== null && type === named) continue;
      const message = `Unexpected content (${type ?? 'no picture'}), expected ${named ?? 'a picture'}`;
      yield { file, line: 1, column: 1, message, fix: 'Save the picture again in the format of its name.' };
    }
  },
};
