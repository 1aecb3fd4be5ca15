import { COMMANDS, type Command, type CommandId } from '#bridge/commands.ts';
import type { ScreenName } from '#domain/address.ts';
import type { IconName } from '#ui/icon.tsx';

/** Characters of a label that were typed: from, to (exclusive), in order and apart. */
export type Span = readonly [from: number, to: number];

/** How a label answers the words typed: lower `rank` is better. `null`: it does not. */
export function matchOf(
  label: string,
  words: string,
): { readonly rank: number; readonly spans: readonly Span[] } | null {
  const low = label.toLowerCase();
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  let rank = 0;
  const spans: Span[] = [];
  for (const word of asked) {
    const start = startOf(low, word);
    const at = start >= 0 ? start : low.indexOf(word);
    if (at < 0) return null;
    rank += at === 0 ? 0 : start >= 0 ? 1 : 4;
    spans.push([at, at + word.length]);
  }
  return { rank, spans: apart(spans) };
}

/** Where a word of the label begins with `word`, or -1. */
function startOf(label: string, word: string): number {
  for (let at = label.indexOf(word); at >= 0; at = label.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(label[at - 1] ?? '')) return at;
  }
  return -1;
}

function apart(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}

/** Commands that can be done now, those of this screen apart: they come first. */
export function commandsFor(
  screen: ScreenName | null,
  canRun: (id: CommandId) => boolean,
): { readonly here: readonly CommandRow[]; readonly anywhere: readonly CommandRow[] } {
  const offered = COMMANDS.filter((command) => canRun(command.id) && command.id !== 'palette');
  return {
    here: offered.filter((command) => command.scope !== 'anywhere' && command.scope === screen),
    anywhere: offered.filter((command) => command.scope === 'anywhere'),
  };
}

export type CommandRow = Command & { readonly id: CommandId };

const ICONS: Partial<Record<CommandId, IconName>> = {
  search: 'search',
  keyboard: 'keyboard',
  back: 'back',
  forward: 'forward',
  library: 'library',
  packs: 'pack',
  settings: 'settings',
  help: 'help',
  install: 'install',
  import: 'install',
  print: 'print',
  find: 'search',
  findNext: 'down',
  findPrevious: 'up',
  bookmark: 'bookmark',
  cite: 'quote',
  citeInNote: 'quote',
  highlight: 'highlight',
  citeGuidance: 'quote',
  experiment: 'experiment',
  save: 'tick',
  moveOn: 'forward',
  stop: 'stop',
  nextPage: 'forward',
  previousPage: 'back',
  places: 'beside',
  side: 'beside',
  nextRegion: 'beside',
  previousRegion: 'beside',
  filters: 'settings',
};

export const iconOf = (id: CommandId): IconName => ICONS[id] ?? 'minus';
