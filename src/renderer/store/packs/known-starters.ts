import type { ManifestHead } from '#bridge/packs.ts';
import type { Problem } from '#domain/problem.ts';
import { sharedValue } from '#kit/shared-value.ts';

/** A pack that came with the app. */
export interface Starter {
  readonly file: string;
  /** The person had taken it off when the app started. */
  readonly removed: boolean;
  readonly found: { readonly manifest: ManifestHead } | { readonly problem: Problem };
}

/** The packs that came with the app; `undefined` until main has looked. */
export const knownStarters = sharedValue<readonly Starter[] | undefined>(undefined);

/** What those that can be read say of themselves. */
export const starterHeads = (): readonly ManifestHead[] =>
  (knownStarters.get() ?? []).flatMap(({ found }) => ('manifest' in found ? [found.manifest] : []));
