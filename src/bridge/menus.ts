import type { CommandId } from './commands.ts';

/** A menu of the native menu bar: its commands in groups, in the order in which programs have them. */
export interface MenuGroups {
  readonly id: 'file' | 'edit' | 'view' | 'go' | 'help';
  readonly groups: readonly (readonly CommandId[])[];
}

/** In their order. What is in no menu is in the palette. */
export const MENUS: readonly MenuGroups[] = [
  {
    id: 'file',
    groups: [
      ['newNote', 'fromTemplate'],
      ['install', 'import'],
      ['save', 'share', 'backups'],
      ['print'],
      ['settings'],
      ['quit'],
    ],
  },
  {
    id: 'edit',
    groups: [
      ['undo', 'redo'],
      ['cut', 'copy', 'paste', 'selectAll'],
      ['find', 'findNext', 'findPrevious'],
      ['bookmark', 'highlight', 'cite', 'citeInNote', 'citeGuidance', 'experiment'],
    ],
  },
  {
    id: 'view',
    groups: [
      ['zoomIn', 'zoomOut', 'resetZoom', 'fullScreen'],
      ['places', 'side', 'preview'],
      ['nextRegion', 'previousRegion'],
      ['reload'],
    ],
  },
  {
    id: 'go',
    groups: [
      ['back', 'forward'],
      ['search', 'filters'],
      ['library', 'notes', 'packs'],
      ['previousPage', 'nextPage'],
    ],
  },
  { id: 'help', groups: [['help'], ['keyboard', 'palette']] },
];

/** In which menu a command is, if in one. */
export const menuOfCommand = (id: CommandId): MenuGroups['id'] | undefined =>
  MENUS.find(({ groups }) => groups.some((group) => group.includes(id)))?.id;
