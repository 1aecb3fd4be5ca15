import { faultsOfKind } from '../folder-reader.ts';
import type { PackRule } from '../rule.ts';

export const glossarySchemaRule: PackRule = {
  id: 'glossary-schema',
  level: 'error',

  why: 'The app explains terms from this file; one that cannot be read explains none.',
  checkPack: ({ source }) => faultsOfKind(source.faults, 'glossary-schema'),
};
