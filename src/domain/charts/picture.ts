import { assertNever } from '../result.ts';
import { z } from '../schema.ts';
import type { Say } from '../words/words.ts';
import { boardSchema, spokenBoard } from './board.ts';
import { costSchema, spokenCost } from './cost-line.ts';
import { differenceSchema, spokenDifference } from './difference.ts';
import { groupsSchema, spokenGroups } from './groups.ts';
import { runSchema, spokenRun } from './run.ts';
import type { Spoken } from './spoken.ts';
import { spokenTornado, tornadoSchema } from './tornado.ts';

/** A picture as plain data, without how it looks. It is drawn, told and shown as a table from the same figures. */
export const pictureSchema = z.discriminatedUnion('kind', [
  groupsSchema,
  differenceSchema,
  runSchema,
  costSchema,
  boardSchema,
  tornadoSchema,
]);

export type Picture = z.infer<typeof pictureSchema>;

export function spokenOf(say: Say, picture: Picture): Spoken {
  switch (picture.kind) {
    case 'groups':
      return spokenGroups(say, picture);
    case 'difference':
      return spokenDifference(say, picture);
    case 'run':
      return spokenRun(say, picture);
    case 'cost':
      return spokenCost(say, picture);
    case 'board':
      return spokenBoard(say, picture);
    case 'tornado':
      return spokenTornado(say, picture);
    default:
      return assertNever(picture);
  }
}
