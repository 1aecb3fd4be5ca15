import type { WordKey } from '#domain/words/words.ts';

/** Menus of the native menu bar, in order. */
export const MENUS = ['file', 'edit', 'view', 'go', 'help'] as const;
export type Menu = (typeof MENUS)[number];

/** Where a command makes sense: everywhere, or on one screen only (those come first in the palette). */
export type CommandScope = 'anywhere' | 'read' | 'search' | 'library' | 'packs' | 'notes' | 'note';

/**
 * One thing a person can do. This table is the only list: the menu, the palette, the keyboard list and the
 * handlers are made from it, so they cannot disagree.
 */
export interface Command {
  readonly id: string;
  readonly label: WordKey;
  readonly scope: CommandScope;
  readonly menu?: Menu;
  /** Keys as `Ctrl+Shift+P`, `Alt+Left`, `/`; several are alternatives. `Ctrl` is Command on a Mac. */
  readonly keys: readonly string[];
  /** Keys that must not be changed by a person (they are the system's). */
  readonly fixed?: true;
  /** Works only while a note's text is written. There its keys come before those of other commands. */
  readonly writing?: true;
  /** An Electron menu role does it in main; the window never handles it. */
  readonly role?:
    | 'quit'
    | 'copy'
    | 'cut'
    | 'paste'
    | 'selectAll'
    | 'undo'
    | 'redo'
    | 'zoomIn'
    | 'zoomOut'
    | 'resetZoom'
    | 'togglefullscreen'
    | 'reload';
}

const table = [
  { id: 'search', label: 'command.search', scope: 'anywhere', menu: 'go', keys: ['Ctrl+K', '/'] },
  { id: 'palette', label: 'command.palette', scope: 'anywhere', menu: 'help', keys: ['Ctrl+Shift+P'] },
  { id: 'keyboard', label: 'command.keyboard', scope: 'anywhere', menu: 'help', keys: ['?'] },
  { id: 'back', label: 'command.back', scope: 'anywhere', menu: 'go', keys: ['Alt+Left'] },
  { id: 'forward', label: 'command.forward', scope: 'anywhere', menu: 'go', keys: ['Alt+Right'] },
  { id: 'library', label: 'command.library', scope: 'anywhere', menu: 'go', keys: ['Ctrl+1'] },
  { id: 'notes', label: 'command.notes', scope: 'anywhere', menu: 'go', keys: ['Ctrl+3'] },
  { id: 'newNote', label: 'command.newNote', scope: 'anywhere', menu: 'file', keys: ['Ctrl+N'] },
  { id: 'packs', label: 'command.packs', scope: 'anywhere', menu: 'go', keys: ['Ctrl+5'] },
  { id: 'settings', label: 'command.settings', scope: 'anywhere', menu: 'file', keys: ['Ctrl+,'] },
  { id: 'help', label: 'command.help', scope: 'anywhere', menu: 'help', keys: ['F1'] },
  { id: 'install', label: 'command.install', scope: 'anywhere', menu: 'file', keys: ['Ctrl+O'] },
  { id: 'import', label: 'command.import', scope: 'anywhere', menu: 'file', keys: [] },
  { id: 'print', label: 'command.print', scope: 'read', menu: 'file', keys: ['Ctrl+P'] },
  { id: 'quit', label: 'command.quit', scope: 'anywhere', menu: 'file', keys: ['Ctrl+Q'], fixed: true, role: 'quit' },
  { id: 'undo', label: 'command.undo', scope: 'anywhere', menu: 'edit', keys: ['Ctrl+Z'], fixed: true, role: 'undo' },
  { id: 'redo', label: 'command.redo', scope: 'anywhere', menu: 'edit', keys: ['Ctrl+Y'], fixed: true, role: 'redo' },
  { id: 'cut', label: 'command.cut', scope: 'anywhere', menu: 'edit', keys: ['Ctrl+X'], fixed: true, role: 'cut' },
  { id: 'copy', label: 'command.copy', scope: 'anywhere', menu: 'edit', keys: ['Ctrl+C'], fixed: true, role: 'copy' },
  {
    id: 'paste',
    label: 'command.paste',
    scope: 'anywhere',
    menu: 'edit',
    keys: ['Ctrl+V'],
    fixed: true,
    role: 'paste',
  },
  {
    id: 'selectAll',
    label: 'command.selectAll',
    scope: 'anywhere',
    menu: 'edit',
    keys: ['Ctrl+A'],
    fixed: true,
    role: 'selectAll',
  },
  { id: 'find', label: 'command.find', scope: 'read', menu: 'edit', keys: ['Ctrl+F'] },
  { id: 'findNext', label: 'command.findNext', scope: 'read', menu: 'edit', keys: ['F3'] },
  { id: 'findPrevious', label: 'command.findPrevious', scope: 'read', menu: 'edit', keys: ['Shift+F3'] },
  { id: 'filters', label: 'command.filters', scope: 'search', menu: 'go', keys: ['Ctrl+Shift+F'] },
  { id: 'places', label: 'command.places', scope: 'anywhere', menu: 'view', keys: ['Ctrl+B'] },
  { id: 'side', label: 'command.side', scope: 'anywhere', menu: 'view', keys: ['Ctrl+Alt+B'] },
  { id: 'nextRegion', label: 'command.nextRegion', scope: 'anywhere', menu: 'view', keys: ['F6'] },
  { id: 'previousRegion', label: 'command.previousRegion', scope: 'anywhere', menu: 'view', keys: ['Shift+F6'] },
  {
    id: 'zoomIn',
    label: 'command.zoomIn',
    scope: 'anywhere',
    menu: 'view',
    keys: ['Ctrl+Plus'],
    fixed: true,
    role: 'zoomIn',
  },
  {
    id: 'zoomOut',
    label: 'command.zoomOut',
    scope: 'anywhere',
    menu: 'view',
    keys: ['Ctrl+-'],
    fixed: true,
    role: 'zoomOut',
  },
  {
    id: 'resetZoom',
    label: 'command.resetZoom',
    scope: 'anywhere',
    menu: 'view',
    keys: ['Ctrl+0'],
    fixed: true,
    role: 'resetZoom',
  },
  {
    id: 'fullScreen',
    label: 'command.fullScreen',
    scope: 'anywhere',
    menu: 'view',
    keys: ['F11'],
    fixed: true,
    role: 'togglefullscreen',
  },
  {
    id: 'reload',
    label: 'command.reload',
    scope: 'anywhere',
    menu: 'view',
    keys: ['Ctrl+R'],
    fixed: true,
    role: 'reload',
  },
  { id: 'bookmark', label: 'command.bookmark', scope: 'read', menu: 'edit', keys: ['Ctrl+D'] },
  { id: 'cite', label: 'command.cite', scope: 'read', menu: 'edit', keys: ['Ctrl+Shift+C'] },
  { id: 'experiment', label: 'command.experiment', scope: 'read', menu: 'edit', keys: ['Ctrl+Shift+E'] },
  { id: 'save', label: 'command.save', scope: 'note', menu: 'file', keys: ['Ctrl+S'] },
  { id: 'moveOn', label: 'command.moveOn', scope: 'note', keys: [] },
  { id: 'stop', label: 'command.stop', scope: 'note', keys: [] },
  { id: 'highlight', label: 'command.highlight', scope: 'read', menu: 'edit', keys: ['Ctrl+Shift+Y'] },
  { id: 'citeInNote', label: 'command.citeInNote', scope: 'read', menu: 'edit', keys: [] },
  { id: 'citeGuidance', label: 'command.citeGuidance', scope: 'note', menu: 'edit', keys: ['Ctrl+Shift+G'] },
  { id: 'nextPage', label: 'command.nextPage', scope: 'read', menu: 'go', keys: [] },
  { id: 'previousPage', label: 'command.previousPage', scope: 'read', menu: 'go', keys: [] },
  { id: 'beside', label: 'command.beside', scope: 'anywhere', keys: ['Ctrl+Enter'], fixed: true },
  { id: 'preview', label: 'command.preview', scope: 'note', menu: 'view', keys: ['Ctrl+E'] },
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
] as const satisfies readonly Command[];

export type CommandId = (typeof table)[number]['id'];
export const COMMANDS: readonly (Command & { readonly id: CommandId })[] = table;
