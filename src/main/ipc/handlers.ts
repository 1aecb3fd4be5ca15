import type { BrowserWindow } from 'electron';
import { DROPPED } from '#bridge/calls.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import { sayIn } from '#domain/words/words.ts';
import { applySettings } from '../boot/apply-settings.ts';
import { askToTakeOver } from '../boot/keep-hold.ts';
import type { Safety } from '../boot/safety.ts';
import { type StartFacts, startOf } from '../boot/start.ts';
import { saveBackupEffects } from '../notes/backup-effects.ts';
import type { Backups } from '../notes/backups.ts';
import type { Keeper } from '../notes/keeper.ts';
import { saveNoteCopy } from '../notes/note-copy.ts';
import { choosePacks } from '../packs/choose-packs.ts';
import type { Offers } from '../packs/offers.ts';
import { isBundle, starterPacks } from '../packs/pack-files.ts';
import type { Reader } from '../reading/reader.ts';
import type { BundleOffers } from '../sharing/bundle-offers.ts';
import { chooseBundle } from '../sharing/choose-bundle.ts';
import { saveEffects } from '../sharing/save-effects.ts';
import { saveFileEffects } from '../sharing/save-file-effects.ts';
import { saveNoteFile } from '../sharing/save-note-file.ts';
import { saveSearches } from '../sharing/save-searches.ts';
import type { ShareJobs } from '../sharing/share-jobs.ts';
import type { SettingsBook } from '../system/settings.ts';
import type { Leaving } from '../window/leaving.ts';
import { openLink } from '../window/link.ts';
import { linkEffects } from '../window/link-effects.ts';
import { printPage } from '../window/print.ts';
import { zoom } from '../window/zoom.ts';
import type { Handlers } from './handle.ts';

/** What the answers are made from. */
export interface Desk {
  readonly window: () => BrowserWindow;
  readonly settings: SettingsBook;
  readonly offers: Offers;
  readonly keeper: Keeper;
  readonly backups: Backups;
  readonly safety: Safety;
  readonly bundles: BundleOffers;
  readonly shares: ShareJobs;
  /** The processes for files of others: they start while a person looks for the file, who then waits for its reading alone. */
  readonly readers: { readonly packs: Pick<Reader, 'ready'>; readonly notes: Pick<Reader, 'ready'> };
  /** Folder of the pictures and files of notes. */
  readonly files: string;
  readonly leaving: () => Leaving;
  readonly facts: StartFacts;
  /** Why nothing may be written to the home in this start; `null` where it may. */
  readonly refusal: Problem | null;
  /** The same now: another machine may have taken the home over since. */
  readonly problem: () => Promise<Problem | null>;
  readonly folder: string;
  /** Folder of the packs that came with the app. */
  readonly starters: string;
  /** Takes the files that wait: those of notes, or packs. */
  readonly takeWaiting: (bundles: boolean) => readonly string[];
  /** Lets files wait and tells the window. */
  readonly receive: (files: readonly string[]) => void;
}

/** The answer to every question the window can ask once it stands. */
export function handlersAt(desk: Desk): Handlers {
  const { window, settings, offers, keeper, backups, safety, bundles, shares, readers } = desk;
  const say = () => sayIn(settings.current().language);
  /** @throws ProblemError where the home is no longer ours to write to */
  const demandHome = async (): Promise<void> => {
    const problem = await desk.problem();
    if (problem) throw new ProblemError(problem);
  };
  const handlers: Handlers = {
    'settings:change': (patch) => {
      // What is chosen while a home is only read lasts as long as the start. Nobody waits here for a look at the disk.
      const by = desk.refusal ? null : desk.facts.heldBy();
      if (by) throw new ProblemError({ code: 'in-use', ...by });
      const changed = settings.change(patch);
      applySettings(changed, window);
      return changed;
    },
    'packs:starters': () => offers.make(starterPacks(desk.starters)),
    'packs:waiting': () => offers.make(desk.takeWaiting(false)),
    'packs:choose': async () => {
      readers.packs.ready();
      return offers.make(await choosePacks(window(), say()));
    },
    'packs:part': (ticket) => offers.part(ticket),
    'packs:stop': (ticket) => offers.stop(ticket),
    'link:open': (href) => openLink(href, say(), linkEffects(window())),
    'page:print': (title, marking) => printPage(title, marking, window().webContents),
    'view:zoom': (step) => zoom(step, window().webContents),
    'journal:keep': (drafts) => keeper.keep(drafts),
    'journal:gather': () => keeper.gather(),
    'journal:add': (ticket, drafts) => keeper.add(ticket, drafts),
    'journal:keep-all': (ticket) => keeper.keepAll(ticket),
    'journal:overview': () => keeper.overview(),
    'journal:entries': (notes) => keeper.entries(notes),
    'journal:revisions': (wanted) => keeper.revisions(wanted),
    'backups:list': () => backups.list(),
    'backups:newest': () => backups.newest(),
    'backups:open': (name) => backups.open(name),
    'backups:rows': (ticket) => backups.rows(ticket),
    'backups:begin': (whole) => backups.begin(whole),
    'backups:add': (ticket, part) => backups.add(ticket, part),
    'backups:end': (ticket) => backups.end(ticket),
    'notes:copy': (title, text) =>
      saveNoteCopy(
        title,
        text,
        saveEffects(window(), {
          title: say()('main.noteCopy.title'),
          kind: say()('main.noteCopy.kind'),
          extension: 'md',
        }),
      ),
    'backups:due': () => backups.due(startOf(settings.current(), desk.facts).today),
    'backups:save': (name) =>
      backups.save(
        name,
        saveBackupEffects(window(), {
          say: say(),
          files: desk.files,
          today: startOf(settings.current(), desk.facts).today,
        }),
      ),
    'app:started': (schema) => safety.started(schema),
    'app:space': () => safety.space(),
    'app:folder': () => safety.folder,
    'app:mend': async (held) => {
      await demandHome();
      return safety.mend(held);
    },
    'app:guidance': () => safety.guidance(),
    'app:erase': async () => {
      await demandHome();
      return safety.erase(say());
    },
    'app:take-over': () => {
      const by = desk.facts.heldBy();
      return by ? askToTakeOver(window(), desk.folder, by, say(), desk.leaving()) : 'cancelled';
    },
    'backups:stop': (ticket) => backups.stop(ticket),
    'files:keep': (bytes) => keeper.keepFile(bytes),
    'files:read': (sha256) => keeper.readFile(sha256),
    'files:save': (sha256, name) =>
      saveNoteFile(
        sha256,
        name,
        saveFileEffects(window(), say(), (hash) => keeper.readFile(hash)),
      ),
    'app:ready-to-leave': (unsaved) => {
      desk.leaving().ready(unsaved);
      return null;
    },
    'searches:save': (searches) =>
      saveSearches(
        searches,
        startOf(settings.current(), desk.facts).today,
        say(),
        saveEffects(window(), {
          title: say()('main.searches.title'),
          kind: say()('main.searches.kind'),
          extension: 'csv',
        }),
      ),
    'share:begin': (plan) => shares.begin(plan),
    'share:add': (ticket, text) => shares.add(ticket, text),
    'share:write': (ticket) => shares.write(ticket),
    'share:progress': (ticket) => shares.progress(ticket),
    'share:stop': (ticket) => shares.stop(ticket),
    'bundles:choose': async () => {
      readers.notes.ready();
      return bundles.make(await chooseBundle(window(), say()));
    },
    'bundles:waiting': () => bundles.make(desk.takeWaiting(true)),
    'bundles:part': (ticket) => bundles.part(ticket),
    'bundles:picture': (ticket, sha256) => bundles.picture(ticket, sha256),
    'bundles:keep': (ticket, sha256) => bundles.keep(ticket, sha256),
    'bundles:stop': (ticket) => bundles.stop(ticket),
    [DROPPED]: (paths) => {
      const notes = paths.filter(isBundle);
      if (notes.length > 0) desk.receive(notes);
      return offers.make(paths.filter((path) => !isBundle(path)));
    },
  };
  return desk.refusal ? { ...handlers, ...refusedWith(desk.refusal) } : handlers;
}

/** What would write to the home. */
function refusedWith(problem: Problem) {
  const refuse = (): never => {
    throw new ProblemError(problem);
  };
  return {
    'journal:keep': refuse,
    'journal:gather': refuse,
    'backups:begin': refuse,
    'files:keep': refuse,
    'bundles:keep': refuse,
    'app:mend': refuse,
    'app:erase': refuse,
  } satisfies Partial<Handlers>;
}
