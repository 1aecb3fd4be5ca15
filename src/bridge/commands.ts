import type { WordKey } from '#domain/words/words.ts';

/** Where a command makes sense: everywhere, or on one screen only (those come first in the palette). */
type CommandScope = 'anywhere' | 'read' | 'search' | 'note';

/**
 * One thing a person can do. This table is the only list: the menu (`menus.ts` says where), the palette, the keyboard
 * list and the handlers are made from it, so they cannot disagree.
 */
export interface Command {
  readonly id: string;
  readonly label: WordKey;
  readonly scope: CommandScope;
  /** Keys as `Ctrl+Shift+P`, `Alt+Left`, `/`; several are alternatives. `Ctrl` is Command on a Mac. */
  readonly keys: readonly string[];
  /** Keys that must not be changed by a person (they are the system's). */
  readonly fixed?: true;
  /** Works only while a note's text is written. There its keys come before those of other commands. */
  readonly writing?: true;
  /** An Electron menu role does it in main; the window never handles it. */
  readonly role?: 'quit' | 'copy' | 'cut' | 'paste' | 'togglefullscreen' | 'reload';
}

const table = [
  { id: 'search', label: 'command.search', scope: 'anywhere', keys: ['Ctrl+K', '/'] },
  { id: 'palette', label: 'command.palette', scope: 'anywhere', keys: ['Ctrl+Shift+P'] },
  { id: 'keyboard', label: 'command.keyboard', scope: 'anywhere', keys: ['?'] },
  { id: 'back', label: 'command.back', scope: 'anywhere', keys: ['Alt+Left'] },
  { id: 'forward', label: 'command.forward', scope: 'anywhere', keys: ['Alt+Right'] },
  { id: 'library', label: 'command.library', scope: 'anywhere', keys: ['Ctrl+1'] },
  { id: 'notes', label: 'command.notes', scope: 'anywhere', keys: ['Ctrl+3'] },
  { id: 'newNote', label: 'command.newNote', scope: 'anywhere', keys: ['Ctrl+N'] },
  { id: 'fromTemplate', label: 'command.fromTemplate', scope: 'anywhere', keys: [] },
  { id: 'packs', label: 'command.packs', scope: 'anywhere', keys: ['Ctrl+5'] },
  { id: 'settings', label: 'command.settings', scope: 'anywhere', keys: ['Ctrl+,'] },
  { id: 'help', label: 'command.help', scope: 'anywhere', keys: ['F1'] },
  { id: 'install', label: 'command.install', scope: 'anywhere', keys: ['Ctrl+O'] },
  { id: 'import', label: 'command.import', scope: 'anywhere', keys: [] },
  { id: 'share', label: 'command.share', scope: 'note', keys: [] },
  { id: 'backups', label: 'command.backups', scope: 'anywhere', keys: [] },
  { id: 'print', label: 'command.print', scope: 'read', keys: ['Ctrl+P'] },
  { id: 'quit', label: 'command.quit', scope: 'anywhere', keys: ['Ctrl+Q'], fixed: true, role: 'quit' },
  { id: 'undo', label: 'command.undo', scope: 'anywhere', keys: ['Ctrl+Z'], fixed: true },
  { id: 'redo', label: 'command.redo', scope: 'anywhere', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], fixed: true },
  { id: 'cut', label: 'command.cut', scope: 'anywhere', keys: ['Ctrl+X'], fixed: true, role: 'cut' },
  { id: 'copy', label: 'command.copy', scope: 'anywhere', keys: ['Ctrl+C'], fixed: true, role: 'copy' },
  {
    id: 'paste',
    label: 'command.paste',
    scope: 'anywhere',
    keys: ['Ctrl+V'],
    fixed: true,
    role: 'paste',
  },
  {
    id: 'selectAll',
    label: 'command.selectAll',
    scope: 'anywhere',
    keys: ['Ctrl+A'],
    fixed: true,
  },
  { id: 'find', label: 'command.find', scope: 'read', keys: ['Ctrl+F'] },
  { id: 'findNext', label: 'command.findNext', scope: 'read', keys: ['F3'] },
  { id: 'findPrevious', label: 'command.findPrevious', scope: 'read', keys: ['Shift+F3'] },
  { id: 'filters', label: 'command.filters', scope: 'search', keys: ['Ctrl+Shift+F'] },
  { id: 'places', label: 'command.places', scope: 'anywhere', keys: ['Ctrl+B'] },
  { id: 'side', label: 'command.side', scope: 'anywhere', keys: ['Ctrl+Alt+B'] },
  { id: 'nextRegion', label: 'command.nextRegion', scope: 'anywhere', keys: ['F6'] },
  { id: 'previousRegion', label: 'command.previousRegion', scope: 'anywhere', keys: ['Shift+F6'] },
  {
    id: 'zoomIn',
    label: 'command.zoomIn',
    scope: 'anywhere',
    keys: ['Ctrl+Plus', 'Ctrl+='],
    fixed: true,
  },
  {
    id: 'zoomOut',
    label: 'command.zoomOut',
    scope: 'anywhere',
    keys: ['Ctrl+-'],
    fixed: true,
  },
  {
    id: 'resetZoom',
    label: 'command.resetZoom',
    scope: 'anywhere',
    keys: ['Ctrl+0'],
    fixed: true,
  },
  {
    id: 'fullScreen',
    label: 'command.fullScreen',
    scope: 'anywhere',
    keys: ['F11'],
    fixed: true,
    role: 'togglefullscreen',
  },
  {
    id: 'reload',
    label: 'command.reload',
    scope: 'anywhere',
    keys: ['Ctrl+R'],
    fixed: true,
    role: 'reload',
  },
  { id: 'bookmark', label: 'command.bookmark', scope: 'read', keys: ['Ctrl+D'] },
  { id: 'cite', label: 'command.cite', scope: 'read', keys: ['Ctrl+Shift+C'] },
  { id: 'experiment', label: 'command.experiment', scope: 'read', keys: ['Ctrl+Shift+E'] },
  { id: 'save', label: 'command.save', scope: 'note', keys: ['Ctrl+S'] },
  { id: 'moveOn', label: 'command.moveOn', scope: 'note', keys: [] },
  { id: 'stop', label: 'command.stop', scope: 'note', keys: [] },
  { id: 'highlight', label: 'command.highlight', scope: 'read', keys: ['Ctrl+Shift+Y'] },
  { id: 'citeInNote', label: 'command.citeInNote', scope: 'read', keys: [] },
  { id: 'citeGuidance', label: 'command.citeGuidance', scope: 'note', keys: ['Ctrl+Shift+G'] },
  { id: 'nextPage', label: 'command.nextPage', scope: 'read', keys: [] },
  { id: 'previousPage', label: 'command.previousPage', scope: 'read', keys: [] },
  { id: 'beside', label: 'command.beside', scope: 'anywhere', keys: ['Ctrl+Enter'], fixed: true },
  { id: 'preview', label: 'command.preview', scope: 'note', keys: ['Ctrl+E'] },
  { id: 'bold', label: 'command.bold', scope: 'note', keys: ['Ctrl+B'], writing: true },
  { id: 'italic', label: 'command.italic', scope: 'note', keys: ['Ctrl+I'], writing: true },
  { id: 'heading', label: 'command.heading', scope: 'note', keys: ['Ctrl+Shift+H'], writing: true },
  { id: 'list', label: 'command.list', scope: 'note', keys: ['Ctrl+Shift+L'], writing: true },
  { id: 'numbered', label: 'command.numbered', scope: 'note', keys: ['Ctrl+Shift+O'], writing: true },
  { id: 'task', label: 'command.task', scope: 'note', keys: ['Ctrl+Shift+X'], writing: true },
  { id: 'tick', label: 'command.tick', scope: 'note', keys: ['Ctrl+Shift+T'], writing: true },
  { id: 'itemIn', label: 'command.itemIn', scope: 'note', keys: ['Ctrl+]'], writing: true },
  { id: 'itemOut', label: 'command.itemOut', scope: 'note', keys: ['Ctrl+['], writing: true },
  { id: 'textLink', label: 'command.textLink', scope: 'note', keys: ['Ctrl+Shift+K'], writing: true },
  { id: 'textQuote', label: 'command.textQuote', scope: 'note', keys: [], writing: true },
  { id: 'table', label: 'command.table', scope: 'note', keys: [], writing: true },
  { id: 'picture', label: 'command.picture', scope: 'note', keys: [], writing: true },
  { id: 'tidyTable', label: 'command.tidyTable', scope: 'note', keys: [], writing: true },
  { id: 'addRow', label: 'command.addRow', scope: 'note', keys: ['Alt+Shift+Down'], writing: true },
  { id: 'addColumn', label: 'command.addColumn', scope: 'note', keys: ['Alt+Shift+Right'], writing: true },
  { id: 'removeRow', label: 'command.removeRow', scope: 'note', keys: ['Alt+Shift+Up'], writing: true },
  { id: 'removeColumn', label: 'command.removeColumn', scope: 'note', keys: ['Alt+Shift+Left'], writing: true },
] as const satisfies readonly Command[];

export type CommandId = (typeof table)[number]['id'];
export const COMMANDS: readonly (Command & { readonly id: CommandId })[] = table;
