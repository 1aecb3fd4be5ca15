import { decodeText } from '../folder-reader.ts';
import { faultExpected, faultWords } from '../picture-faults.ts';
import { placer } from '../prose.ts';
import type { PackRule } from '../rule.ts';

export const svgActive: PackRule = {
  id: 'svg-active',
  level: 'error',
  fixed: true,
  why: 'A picture that can run, fetch or hide things is not a picture.',
  *checkPack({ source }) {
    for (const { file, bytes, faults } of source.images) {
      const active = faults.filter((fault) => fault.code === 'active');
      if (active.length === 0) continue;
      const placeAt = placer(decodeText(bytes) ?? '');
      for (const fault of active) {
        const message = `Unexpected ${faultWords(fault)}, expected ${faultExpected(fault)}`;
        yield { file, ...placeAt(fault.at), message, fix: 'Save it again as a plain SVG, or as a PNG.' };
      }
    }
  },
};
