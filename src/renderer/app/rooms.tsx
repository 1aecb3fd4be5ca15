import { lazy, type ReactNode } from 'react';
import type { Screen, ScreenName } from '#domain/address.ts';
import { assertNever } from '#domain/result.ts';
import { overlayLoaders } from './overlays.ts';

/** Each room is its own chunk: the first paint loads the one it shows. */
const loaders = {
  library: () => import('#rooms/library/library-screen.tsx').then((m) => ({ default: m.LibraryScreen })),
  search: () => import('#rooms/search/search-screen.tsx').then((m) => ({ default: m.SearchScreen })),
  read: () => import('#rooms/reader/reader-screen.tsx').then((m) => ({ default: m.ReaderScreen })),
  notes: () => import('#rooms/notes/register-screen.tsx').then((m) => ({ default: m.RegisterScreen })),
  new: () => import('#rooms/notes/new-screen.tsx').then((m) => ({ default: m.NewScreen })),
  note: () => import('#rooms/notes/note-screen.tsx').then((m) => ({ default: m.NoteScreen })),
  share: () => import('#rooms/sharing/outgoing/share-screen.tsx').then((m) => ({ default: m.ShareScreen })),
  import: () => import('#rooms/sharing/incoming/import-screen.tsx').then((m) => ({ default: m.ImportScreen })),
  packs: () => import('#rooms/packs/packs-screen.tsx').then((m) => ({ default: m.PacksScreen })),
  backups: () => import('#rooms/backups/backups-screen.tsx').then((m) => ({ default: m.BackupsScreen })),
  welcome: () => import('#rooms/welcome/welcome-screen.tsx').then((m) => ({ default: m.WelcomeScreen })),
  settings: () => import('#rooms/settings/settings-screen.tsx').then((m) => ({ default: m.SettingsScreen })),
  help: () => import('#rooms/help/help-screen.tsx').then((m) => ({ default: m.HelpScreen })),
} as const satisfies Record<ScreenName, unknown>;

const Library = lazy(loaders.library);
const Search = lazy(loaders.search);
const Reader = lazy(loaders.read);
const Notes = lazy(loaders.notes);
const NewNote = lazy(loaders.new);
const Note = lazy(loaders.note);
const Share = lazy(loaders.share);
const Import = lazy(loaders.import);
const PrintedNote = lazy(() =>
  import('#rooms/sharing/print/print-screen.tsx').then((m) => ({ default: m.PrintScreen })),
);
const Packs = lazy(loaders.packs);
const Backups = lazy(loaders.backups);
const Welcome = lazy(loaders.welcome);
const Settings = lazy(loaders.settings);
const Help = lazy(loaders.help);

/** Starts to load a room before it is drawn. */
export async function loadRoom(name: ScreenName): Promise<void> {
  await loaders[name]();
}

/** Loads the other rooms, then what lies over them, one by one while the window is idle, so that each opens at once. */
export function loadRestWhenIdle(): void {
  const next = ([load, ...more]: readonly (() => Promise<unknown>)[]): void => {
    if (!load) return;
    requestIdleCallback(() => {
      void load().then(() => next(more));
    });
  };
  next([...Object.values(loaders), ...overlayLoaders]);
}

export function RoomOf({ screen }: { readonly screen: Screen }): ReactNode {
  switch (screen.screen) {
    case 'library':
      return <Library screen={screen} />;
    case 'search':
      return <Search screen={screen} />;
    case 'read':
      return <Reader screen={screen} />;
    case 'notes':
      return <Notes screen={screen} />;
    case 'new':
      return <NewNote screen={screen} />;
    case 'note':
      return screen.view === 'print' ? <PrintedNote screen={screen} /> : <Note screen={screen} />;
    case 'share':
      return <Share screen={screen} />;
    case 'import':
      return <Import screen={screen} />;
    case 'packs':
      return <Packs screen={screen} />;
    case 'backups':
      return <Backups screen={screen} />;
    case 'welcome':
      return <Welcome screen={screen} />;
    case 'settings':
      return <Settings screen={screen} />;
    case 'help':
      return <Help screen={screen} />;
    default:
      return assertNever(screen);
  }
}
