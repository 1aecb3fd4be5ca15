import { calculators } from './en/calculators.ts';
import { commands } from './en/commands.ts';
import { help } from './en/help.ts';
import { library } from './en/library.ts';
import { main } from './en/main.ts';
import { packs } from './en/packs.ts';
import { problems } from './en/problems.ts';
import { reader } from './en/reader.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { stages } from './en/stages.ts';
import { welcome } from './en/welcome.ts';

/** The English catalogue, one file a room. */
export const en = {
  ...calculators,
  ...commands,
  ...help,
  ...library,
  ...main,
  ...packs,
  ...problems,
  ...reader,
  ...search,
  ...settings,
  ...shell,
  ...stages,
  ...welcome,
} as const;
