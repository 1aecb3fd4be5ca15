import { faultsOfKind } from '../folder-reader.ts';
import type { PackRule } from '../rule.ts';

export const packSchema: PackRule = {
  id: 'pack-schema',
  level: 'error',
  fixed: true,
  why: 'pack.yaml says whose pack this is and which release; without it nothing can be built.',
  checkPack: ({ source }) => faultsOfKind(source.faults, 'pack-schema'),
};
