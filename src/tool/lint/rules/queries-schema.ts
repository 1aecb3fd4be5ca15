import { faultsOfKind } from '../folder-reader.ts';
import type { PackRule } from '../rule.ts';

export const queriesSchemaRule: PackRule = {
  id: 'queries-schema',
  level: 'error',

  why: 'The questions in this file test the search; a file that cannot be read tests nothing.',
  checkPack: ({ source }) => faultsOfKind(source.faults, 'queries-schema'),
};
