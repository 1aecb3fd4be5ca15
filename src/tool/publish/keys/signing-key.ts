import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { sha256 } from '#pack/blob.ts';

/** A public key as metadata lists it. `public`: 32 bytes as hex. */
export type KeyRecord = {
  readonly keytype: 'ed25519';
  readonly scheme: 'ed25519';
  readonly keyval: { readonly public: string };
};

/** A private key, in the only place that ever has one. */
export interface SigningKey {
  /** What metadata calls it. */
  readonly id: string;
  readonly record: KeyRecord;
  /** The signature of some bytes, as hex. */
  sign(bytes: Uint8Array): string;
}

export const newPrivateKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** @throws TypeError for a key of another kind */
export function signingKey(key: KeyObject): SigningKey {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key');
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const record: KeyRecord = {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: der.subarray(-32).toString('hex') },
  };
  return { id: keyId(record), record, sign: (bytes) => sign(null, bytes, key).toString('hex') };
}

/**
 * As python-tuf and tuf-on-ci make it: SHA-256 of the key in the canonical JSON of TUF, which is not ours. For these
 * words, all of them ASCII and in order, both are what is written here.
 */
export const keyId = ({ keyval }: KeyRecord): string =>
  sha256(Buffer.from(`{"keytype":"ed25519","keyval":{"public":"${keyval.public}"},"scheme":"ed25519"}`));
