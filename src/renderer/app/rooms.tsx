import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';
import type { Screen, ScreenName } from '#domain/address.ts';
import { overlayLoaders } from './overlays.ts';

type ScreenOf<S extends ScreenName> = Extract<Screen, { screen: S }>;
type Drawn<S extends ScreenName> = ComponentType<{ readonly screen: ScreenOf<S> }>;

interface Room<S extends ScreenName> {
  readonly load: () => Promise<unknown>;
  readonly Drawn: LazyExoticComponent<Drawn<S>>;
}

/** Each room is its own chunk: the first paint loads the one it shows. */
function room<S extends ScreenName>(load: () => Promise<Drawn<S>>): Room<S> {
  return { load, Drawn: lazy(() => load().then((drawn) => ({ default: drawn }))) };
}

/** What draws each screen: one entry each. */
const ROOMS: { readonly [S in ScreenName]: Room<S> } = {
  library: room(() => import('#rooms/library/library-screen.tsx').then((m) => m.LibraryScreen)),
  search: room(() => import('#rooms/search/search-screen.tsx').then((m) => m.SearchScreen)),
  read: room(() => import('#rooms/reader/reader-screen.tsx').then((m) => m.ReaderScreen)),
  notes: room(() => import('#rooms/notes/register-screen.tsx').then((m) => m.RegisterScreen)),
  new: room(() => import('#rooms/notes/new-screen.tsx').then((m) => m.NewScreen)),
  note: room(() => import('#rooms/notes/note-screen.tsx').then((m) => m.NoteScreen)),
  share: room(() => import('#rooms/sharing/outgoing/share-screen.tsx').then((m) => m.ShareScreen)),
  import: room(() => import('#rooms/sharing/incoming/import-screen.tsx').then((m) => m.ImportScreen)),
  packs: room(() => import('#rooms/packs/packs-screen.tsx').then((m) => m.PacksScreen)),
  backups: room(() => import('#rooms/backups/backups-screen.tsx').then((m) => m.BackupsScreen)),
  welcome: room(() => import('#rooms/welcome/welcome-screen.tsx').then((m) => m.WelcomeScreen)),
  settings: room(() => import('#rooms/settings/settings-screen.tsx').then((m) => m.SettingsScreen)),
  help: room(() => import('#rooms/help/help-screen.tsx').then((m) => m.HelpScreen)),
};

/** A note as it is handed over is drawn by the room that hands it over. */
const PRINTED = room<'note'>(() => import('#rooms/sharing/print/print-screen.tsx').then((m) => m.PrintScreen));

/** Starts to load a room before it is drawn. */
export async function loadRoom(name: ScreenName): Promise<void> {
  await ROOMS[name].load();
}

/** Loads the other rooms, then what lies over them, one by one while the window is idle, so that each opens at once. */
export function loadRestWhenIdle(): void {
  const next = ([load, ...more]: readonly (() => Promise<unknown>)[]): void => {
    if (!load) return;
    requestIdleCallback(() => {
      void load().then(() => next(more));
    });
  };
  next([...Object.values(ROOMS).map(({ load }) => load), ...overlayLoaders]);
}

export function RoomOf({ screen }: { readonly screen: Screen }): ReactNode {
  const isPrinted = screen.screen === 'note' && screen.view === 'print';
  const { Drawn } = isPrinted ? PRINTED : ROOMS[screen.screen];
  // The entry of a screen's name draws that screen: the type of the table says so, the compiler cannot follow it here.
  const Room = Drawn as ComponentType<{ readonly screen: Screen }>;
  return <Room screen={screen} />;
}
