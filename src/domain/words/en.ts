import { backups } from './en/backups.ts';
import { beside } from './en/beside.ts';
import { calculate } from './en/calculate.ts';
import { calculators } from './en/calculators.ts';
import { charts } from './en/charts.ts';
import { citations } from './en/citations.ts';
import { commands } from './en/commands.ts';
import { dummy } from './en/dummy.ts';
import { editor } from './en/editor.ts';
import { experiments } from './en/experiments.ts';
import { find } from './en/find.ts';
import { found } from './en/found.ts';
import { guardrails } from './en/guardrails.ts';
import { help } from './en/help.ts';
import { highlights } from './en/highlights.ts';
import { history } from './en/history.ts';
import { library } from './en/library.ts';
import { main } from './en/main.ts';
import { missing } from './en/missing.ts';
import { newNote } from './en/new-note.ts';
import { note } from './en/note.ts';
import { noteFiles } from './en/note-files.ts';
import { notes } from './en/notes.ts';
import { outline } from './en/outline.ts';
import { packs } from './en/packs.ts';
import { personal } from './en/personal.ts';
import { pictures } from './en/pictures.ts';
import { problems } from './en/problems.ts';
import { reader } from './en/reader.ts';
import { register } from './en/register.ts';
import { safety } from './en/safety.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { share } from './en/share.ts';
import { shell } from './en/shell.ts';
import { stages } from './en/stages.ts';
import { templateTexts } from './en/template-texts.ts';
import { templates } from './en/templates.ts';
import { welcome } from './en/welcome.ts';

/** The English catalogue, one file a room. */
export const en = {
  ...calculate,
  ...backups,
  ...beside,
  ...calculators,
  ...charts,
  ...citations,
  ...commands,
  ...dummy,
  ...editor,
  ...experiments,
  ...find,
  ...found,
  ...guardrails,
  ...help,
  ...highlights,
  ...history,
  ...library,
  ...main,
  ...missing,
  ...newNote,
  ...note,
  ...noteFiles,
  ...notes,
  ...outline,
  ...packs,
  ...personal,
  ...pictures,
  ...problems,
  ...reader,
  ...register,
  ...safety,
  ...search,
  ...settings,
  ...share,
  ...shell,
  ...stages,
  ...templateTexts,
  ...templates,
  ...welcome,
} as const;
