import type { Key, Metadata, Root } from '@tufjs/models';
import type { Authority } from './version-floor.ts';

/** Whose signatures count for a role, as metadata says it. */
interface Delegated {
  readonly keyIDs: readonly string[];
  readonly threshold: number;
}

type Keys = Readonly<Record<string, Key>>;

const NOBODY: Delegated = { keyIDs: [], threshold: Number.POSITIVE_INFINITY };

/** One key under two ids is one key. */
export function authorityOf(role: Delegated | undefined, keys: Keys): Authority {
  const { keyIDs, threshold } = role ?? NOBODY;
  const names = keyIDs.flatMap((id) => keys[id]?.keyVal.public ?? []);
  return { keys: [...new Set(names)], threshold };
}

/** Public keys of those of a role who did sign. */
export function signersOf(
  metadata: Parameters<Metadata<Root>['verifyDelegate']>[1],
  role: Delegated | undefined,
  keys: Keys,
): readonly string[] {
  const { keyIDs } = role ?? NOBODY;
  const plain = plainOnce(metadata);
  const names = keyIDs.flatMap((id) => {
    const key = keys[id];
    return key?.keyVal.public !== undefined && hasSigned(key, plain) ? [key.keyVal.public] : [];
  });
  return [...new Set(names)];
}

const plainForms = new WeakMap<object, ReturnType<Root['toJSON']>>();

/**
 * The same metadata, whose plain form, which signatures are held to, is made once. The library makes it anew for each
 * key, in time that grows by the square of the targets.
 */
export function plainOnce<M extends Parameters<Key['verifySignature']>[0]>(metadata: M): M {
  const { signed } = metadata;
  const plain = plainForms.get(signed) ?? signed.toJSON();
  plainForms.set(signed, plain);
  return Object.assign(Object.create(metadata), { signed: { toJSON: () => plain } });
}

function hasSigned(key: Key, metadata: Parameters<Key['verifySignature']>[0]): boolean {
  try {
    key.verifySignature(metadata);
    return true;
  } catch {
    return false;
  }
}
