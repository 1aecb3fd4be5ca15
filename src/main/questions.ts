import { type BrowserWindow, Menu, nativeTheme } from 'electron';
import { DROPPED } from '#bridge/calls.ts';
import { z } from '#domain/schema.ts';
import { settingsPatchSchema } from '#domain/settings.ts';
import { sayIn } from '#domain/words/words.ts';
import { type Questions, tell } from './handle.ts';
import { linkEffects, openLink } from './link.ts';
import { menuOf } from './menu.ts';
import type { Offers } from './offers.ts';
import { choosePacks, starterPacks } from './packs.ts';
import { printPage } from './print.ts';
import type { SettingsBook } from './settings.ts';
import { type StartFacts, startOf } from './start.ts';

/** What the answers are made from. */
export interface Desk {
  readonly window: () => BrowserWindow;
  readonly settings: SettingsBook;
  readonly offers: Offers;
  readonly facts: StartFacts;
  /** Folder of the packs that came with the app. */
  readonly starters: string;
  /** Takes the files that wait to be installed. */
  readonly takeWaiting: () => readonly string[];
}

const none = z.tuple([]);
const ticket = z.tuple([z.uuid()]);

/** Every question the window can ask: the form of its arguments, and the answer. */
export function questionsAt(desk: Desk): Questions {
  const say = () => sayIn(desk.settings.current().language);
  return {
    'app:start': { args: none, answer: () => startOf(desk.settings.current(), desk.facts) },
    'settings:change': {
      args: z.tuple([settingsPatchSchema.strict()]),
      answer: (patch) => {
        const settings = desk.settings.change(patch);
        applySettings(desk);
        return settings;
      },
    },
    'packs:starters': { args: none, answer: () => desk.offers.make(starterPacks(desk.starters)) },
    'packs:waiting': { args: none, answer: () => desk.offers.make(desk.takeWaiting()) },
    'packs:choose': {
      args: none,
      answer: async () => desk.offers.make(await choosePacks(desk.window(), say())),
    },
    'packs:part': { args: ticket, answer: (id) => desk.offers.part(id) },
    'packs:stop': { args: ticket, answer: (id) => desk.offers.stop(id) },
    'link:open': {
      args: z.tuple([z.string().max(10_000)]),
      answer: (href) => openLink(href, say(), linkEffects(desk.window())),
    },
    'page:print': { args: none, answer: () => printPage(desk.window()) },
    [DROPPED]: {
      args: z.tuple([z.array(z.string().min(1).max(4_096)).max(100).readonly()]),
      answer: (paths) => desk.offers.make(paths),
    },
  };
}

/** Lets the system parts of the window follow the settings: menu words and keys, light or dark. */
export function applySettings({ settings, window }: Pick<Desk, 'settings' | 'window'>): void {
  const now = settings.current();
  nativeTheme.themeSource = now.theme;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuOf(sayIn(now.language), now, (id) => tell(window(), 'command', id))),
  );
}
