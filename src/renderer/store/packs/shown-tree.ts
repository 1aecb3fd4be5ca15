import type { Root } from 'hast';
import type { UnshownReason } from '#domain/pack/page.ts';
import { checkTree, sanitiseTree } from '#markdown/sanitise.ts';
import type { LoadedPage } from './pages.ts';

export type ShownTree = { readonly tree: Root } | { readonly unshown: UnshownReason };

/** A pack's tree is somebody else's bytes: its size and depth are checked and it is sanitised before it is shown. */
export function shownTree(page: Pick<LoadedPage, 'tree' | 'unshown'>): ShownTree {
  if (page.unshown !== undefined) return { unshown: page.unshown };
  const checked = checkTree(page.tree ?? { type: 'root', children: [] });
  if (checked.ok) return { tree: sanitiseTree(checked.tree) };
  return { unshown: checked.reason === 'not-a-tree' ? 'damaged' : checked.reason };
}
