import type { BrowserWindow } from 'electron';
import type { sharingCalls } from '#bridge/sharing.ts';
import type { Day } from '#domain/day.ts';
import type { Say } from '#domain/words/words.ts';
import { tell } from '../ipc/handle.ts';
import type { Writing } from '../ipc/home-writes.ts';
import type { Topic } from '../ipc/topic.ts';
import type { Keeper } from '../notes/keeper.ts';
import { noteHtmlBy } from '../reading/note-html-by.ts';
import type { Reader } from '../reading/reader.ts';
import { openBundleOffers } from './bundle-offers.ts';
import { chooseBundle } from './choose-bundle.ts';
import { saveEffects } from './save-effects.ts';
import { saveSearches } from './save-searches.ts';
import { shareEffects } from './share-effects.ts';
import { openShareJobs } from './share-jobs.ts';

interface Parts {
  readonly window: () => BrowserWindow;
  readonly say: () => Say;
  readonly today: () => Day;
  readonly writing: Writing;
  readonly keeper: Pick<Keeper, 'keepFile' | 'readFile'>;
  /** Reads notes of others. It starts while a person looks for the file, who then waits for its reading alone. */
  readonly reader: Reader;
  /** Takes the files of notes that wait. */
  readonly takeWaiting: () => readonly string[];
}

export function openSharingTopic(parts: Parts): Topic<typeof sharingCalls> {
  const { window, say, today, writing, keeper, reader, takeWaiting } = parts;
  const bundles = openBundleOffers({
    reader,
    keepFile: (bytes) => keeper.keepFile(bytes),
    told: (reading) => tell(window(), 'bundles:reading', reading),
  });
  const shares = openShareJobs({
    ...shareEffects(window, say, (sha256) => keeper.readFile(sha256)),
    htmlOf: noteHtmlBy(reader),
  });
  return {
    answers: {
      'share:begin': (plan) => shares.begin(plan),
      'share:add': (ticket, text) => shares.add(ticket, text),
      'share:write': (ticket) => shares.write(ticket),
      'share:progress': (ticket) => shares.progress(ticket),
      'share:stop': (ticket) => shares.stop(ticket),
      'bundles:choose': async () => {
        reader.ready();
        return bundles.make(await chooseBundle(window(), say()));
      },
      'bundles:waiting': () => bundles.make(takeWaiting()),
      'bundles:part': (ticket) => bundles.part(ticket),
      'bundles:picture': (ticket, sha256) => bundles.picture(ticket, sha256),
      'bundles:keep': writing((ticket, sha256) => bundles.keep(ticket, sha256)),
      'bundles:stop': (ticket) => bundles.stop(ticket),
      'searches:save': (searches) =>
        saveSearches(
          searches,
          today(),
          say(),
          saveEffects(window(), {
            title: say()('main.searches.title'),
            kind: say()('main.searches.kind'),
            extension: 'csv',
          }),
        ),
    },
    windowGone: async () => {
      await Promise.all([bundles.windowGone(), shares.windowGone()]);
    },
  };
}
