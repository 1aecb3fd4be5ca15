import backups from './en/backups.json' with { type: 'json' };
import beside from './en/beside.json' with { type: 'json' };
import calculate from './en/calculate.json' with { type: 'json' };
import calculators from './en/calculators.json' with { type: 'json' };
import charts from './en/charts.json' with { type: 'json' };
import citations from './en/citations.json' with { type: 'json' };
import commands from './en/commands.json' with { type: 'json' };
import dummy from './en/dummy.json' with { type: 'json' };
import editor from './en/editor.json' with { type: 'json' };
import experiments from './en/experiments.json' with { type: 'json' };
import find from './en/find.json' with { type: 'json' };
import found from './en/found.json' with { type: 'json' };
import guardrails from './en/guardrails.json' with { type: 'json' };
import help from './en/help.json' with { type: 'json' };
import highlights from './en/highlights.json' with { type: 'json' };
import history from './en/history.json' with { type: 'json' };
import library from './en/library.json' with { type: 'json' };
import main from './en/main.json' with { type: 'json' };
import missing from './en/missing.json' with { type: 'json' };
import newNote from './en/new-note.json' with { type: 'json' };
import note from './en/note.json' with { type: 'json' };
import noteFiles from './en/note-files.json' with { type: 'json' };
import notes from './en/notes.json' with { type: 'json' };
import outline from './en/outline.json' with { type: 'json' };
import packs from './en/packs.json' with { type: 'json' };
import personal from './en/personal.json' with { type: 'json' };
import pictures from './en/pictures.json' with { type: 'json' };
import problems from './en/problems.json' with { type: 'json' };
import reader from './en/reader.json' with { type: 'json' };
import register from './en/register.json' with { type: 'json' };
import safety from './en/safety.json' with { type: 'json' };
import search from './en/search.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import share from './en/share.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import sources from './en/sources.json' with { type: 'json' };
import stages from './en/stages.json' with { type: 'json' };
import templateTexts from './en/template-texts.json' with { type: 'json' };
import templates from './en/templates.json' with { type: 'json' };
import welcome from './en/welcome.json' with { type: 'json' };
import { textsOf } from './entry.ts';

/** The English texts, one file a room. `docs/words.md` says how a word is written and told of. */
export const en = textsOf(
  calculate,
  backups,
  beside,
  calculators,
  charts,
  citations,
  commands,
  dummy,
  editor,
  experiments,
  find,
  found,
  guardrails,
  help,
  highlights,
  history,
  library,
  main,
  missing,
  newNote,
  note,
  noteFiles,
  notes,
  outline,
  packs,
  personal,
  pictures,
  problems,
  reader,
  register,
  safety,
  search,
  settings,
  share,
  shell,
  sources,
  stages,
  templateTexts,
  templates,
  welcome,
);
