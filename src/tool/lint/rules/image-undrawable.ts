import { faultExpected, faultWords } from '../picture-faults.ts';
import type { PackRule } from '../rule.ts';

export const imageUndrawable: PackRule = {
  id: 'image-undrawable',
  level: 'error',
  fixed: true,
  why: 'The app shows words in place of a picture that is damaged, or that takes more than a laptop has.',
  *checkPack({ source }) {
    for (const { file, type, faults } of source.images) {
      // What is no picture has its own finding, and so has what could run.
      const fault = faults.find(({ code }) => code !== 'active');
      if (type === null || !fault) continue;
      const message = `Unexpected ${faultWords(fault)}, expected ${faultExpected(fault)}`;
      const fix = FIXES[fault.code] ?? 'Save the picture again.';
      yield { file, line: 1, column: 1, message, fix };
    }
  },
};

const FIXES: Readonly<Record<string, string>> = {
  large: 'Make it smaller.',
  frames: 'Make it of fewer pictures.',
  costly: 'Make it simpler, or save it as a PNG.',
};
