import { Compartment, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Say } from '#domain/words/words.ts';
import type { GridHost } from '../tables/table-grid.ts';
import { drawnMarks } from './drawn-marks.ts';
import { drawnPictures } from './drawn-picture.ts';
import { drawnTables } from './drawn-table.ts';

/** Whether a text is drawn as it is read, or stands as its source. */
const drawing = new Compartment();

/** A text drawn as it is read. Its words are asked for when they are drawn. */
const drawn = (host: GridHost & { say: Say }): Extension => [
  EditorView.contentAttributes.of({ class: 'sat-editor__text--drawn' }),
  drawnMarks((key) => host.say(key)),
  drawnPictures((key, values) => host.say(key, values)),
  drawnTables(host),
];

export const startAsSource = (): Extension => drawing.of([]);

/** Draws a shown text, or shows its source. */
export const setDrawn = (view: EditorView, host: GridHost & { say: Say }, isDrawn: boolean): void =>
  view.dispatch({ effects: drawing.reconfigure(isDrawn ? drawn(host) : []) });
