import { assertNever } from '#domain/result.ts';
import type { WordKey, WordValues } from '#domain/words/words.ts';
import type { Install } from '#store/packs/installs.ts';
import type { Starter } from '#store/packs/known-starters.ts';
import type { InstalledPack } from '#store/packs/packs.ts';

/** How far a pack that came with the app is, and the words for it. */
export interface PackState {
  readonly state: 'ready' | 'working' | 'waiting' | 'failed';
  readonly word: WordKey;
  readonly values?: WordValues;
}

/** What is installed counts more than what is on its way: an older release can be read while the newer one comes. */
export function packState(
  { file, found }: Starter,
  packs: readonly Pick<InstalledPack, 'id' | 'key'>[],
  installs: readonly Install[],
  isSearchable: (pack: Pick<InstalledPack, 'key'>) => boolean,
): PackState {
  if ('problem' in found) return { state: 'failed', word: 'welcome.state.failed' };
  const pack = packs.find(({ id }) => id === found.manifest.id);
  if (pack && isSearchable(pack)) return { state: 'ready', word: 'welcome.state.ready' };
  if (pack) return { state: 'working', word: 'welcome.state.read' };
  const at = installs.find((one) => one.file === file)?.at;
  if (!at) return { state: 'waiting', word: 'welcome.state.waiting' };
  switch (at.stage) {
    case 'waiting':
    case 'asking':
      return { state: 'waiting', word: 'welcome.state.waiting' };
    case 'running': {
      const percent = at.total === 0 ? 0 : Math.floor((at.done / at.total) * 100);
      return { state: 'working', word: 'welcome.state.installing', values: { percent } };
    }
    case 'done':
      return { state: 'working', word: 'welcome.state.read' };
    case 'refused':
      return { state: 'failed', word: 'welcome.state.failed' };
    default:
      return assertNever(at);
  }
}
