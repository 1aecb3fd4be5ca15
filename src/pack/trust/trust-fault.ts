import type { CarrierFault } from '#pack/carriers/repository-carrier.ts';

/** Why a source, or what one role of it signed, is not relied on. `role`: `root`, `timestamp`, `snapshot`, `targets` or a publisher. */
export type TrustFault =
  /** It gives nothing: no network, no disk. `status`: what a server said; `certificate`: what is wrong with the one it showed. */
  | { readonly kind: 'unreachable'; readonly role: string; readonly status?: number; readonly certificate?: string }
  /** A file that must be there is not: no repository, or half of one. */
  | { readonly kind: 'absent'; readonly role: string }
  /** Not signed, or by too few of the role's keys. */
  | { readonly kind: 'signature'; readonly role: string }
  /** The repository is another one, with a root of its own. */
  | { readonly kind: 'foreign-root'; readonly role: string }
  /** Older than what is known here. */
  | { readonly kind: 'older'; readonly role: string }
  /** `since`: from then on it was good no more. */
  | { readonly kind: 'expired'; readonly role: string; readonly since: string }
  /** Signed, but not for its place: files of two editions lie together. */
  | { readonly kind: 'mixed'; readonly role: string }
  | { readonly kind: 'too-large'; readonly role: string }
  /** Not what was signed, or nothing that can be read. */
  | { readonly kind: 'damaged'; readonly role: string }
  /** A name that could lead out of its folder, or that no role and no pack has. */
  | { readonly kind: 'name'; readonly role: string; readonly name: string }
  /** Rightly signed, in a way that this Satchel does not take. */
  | { readonly kind: 'unsupported'; readonly role: string }
  /** A link, a pipe or a folder stands where a file should. */
  | { readonly kind: 'no-file'; readonly role: string }
  /** A server sent the reader elsewhere. */
  | { readonly kind: 'elsewhere'; readonly role: string }
  /** A pack in one file, without the metadata that would vouch for it. */
  | { readonly kind: 'unsigned'; readonly role: string }
  /** Another content than was seen here under the same number: it was signed twice, apart. */
  | { readonly kind: 'forked'; readonly role: string }
  /** `late`: it took too long. */
  | { readonly kind: 'stopped'; readonly role: string; readonly late: boolean }
  /** What is known of the source could not be kept here, so nothing was taken. */
  | { readonly kind: 'unwritable'; readonly role: string };

/** A publisher, or a pack of one, that is not relied on. `pack`: its id; absent for all that the publisher signs. */
export type Withheld = TrustFault & { readonly pack?: string };

export function ofCarrier(fault: CarrierFault, role: string): TrustFault {
  switch (fault.why) {
    case 'unreachable': {
      const { why: kind, ...more } = fault;
      return { kind, role, ...more };
    }
    case 'stopped':
      return { kind: 'stopped', role, late: fault.late };
    default:
      return { kind: fault.why, role };
  }
}

/** Ends a run with its reason. Never leaves `trust`. */
export class TrustRefused extends Error {
  readonly fault: TrustFault;
  constructor(fault: TrustFault) {
    super(`${fault.kind}: ${fault.role}`);
    this.name = 'TrustRefused';
    this.fault = fault;
  }
}
