import type { SigningKey } from './keys/signing-key.ts';

/** A team that publishes, and what the ids of its packs begin with. */
export interface Publisher {
  readonly role: `packs-${string}`;
  readonly prefixes: readonly string[];
  readonly keys: readonly SigningKey[];
}

/** Who may sign in a new repository. */
export interface Founders {
  readonly root: readonly SigningKey[];
  readonly targets: readonly SigningKey[];
  readonly online: readonly SigningKey[];
  readonly publishers: readonly Publisher[];
}
