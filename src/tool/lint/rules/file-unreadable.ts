import { faultsOfKind } from '../folder-reader.ts';
import type { PackRule } from '../rule.ts';

export const fileUnreadable: PackRule = {
  id: 'file-unreadable',
  level: 'error',

  why: 'A file that cannot be read is not in the pack, and nobody would know.',
  checkPack: ({ source }) => faultsOfKind(source.faults, 'file-unreadable'),
};
