import type { ReleaseKey } from '../db.ts';

/** What we use of the Web Locks: every window and worker of the app sees what another holds. */
interface Locks {
  request(name: string, options: { readonly mode: 'shared' }, work: () => Promise<void>): Promise<void>;
  query(): Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
}

const PREFIX = 'satchel-reads ';

/** Absent where nothing has windows. */
const theWindows = (): Locks | undefined => (globalThis.navigator as { readonly locks?: Locks } | undefined)?.locks;

/** Says that a page of this release is open, until the answer is called or the window ends. */
export function holdOpen(key: ReleaseKey, locks: Locks | undefined = theWindows()): () => void {
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  void locks?.request(PREFIX + key, { mode: 'shared' }, () => over);
  return end;
}

/** The releases of which a page is open in any window. */
export async function openReleases(locks: Locks | undefined = theWindows()): Promise<ReadonlySet<ReleaseKey>> {
  const { held = [] } = (await locks?.query()) ?? {};
  return new Set(held.flatMap(({ name = '' }) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])));
}
