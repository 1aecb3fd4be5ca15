import { faultsOfKind } from '../folder-reader.ts';
import type { PackRule } from '../rule.ts';

export const fileUnused: PackRule = {
  id: 'file-unused',
  level: 'warning',

  why: 'A file that is not taken into the pack looks as if it were.',
  checkPack: ({ source }) => faultsOfKind(source.faults, 'file-unused'),
};
