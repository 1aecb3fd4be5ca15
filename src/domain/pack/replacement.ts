import type { Problem } from '../problem.ts';
import { isVerified, type OfferedOrigin, originOf, type PackOrigin } from './pack-origin.ts';

/** What decides whether a release takes the place of another. */
export interface Contender {
  readonly title: string;
  readonly version: string;
  readonly release: number;
  readonly publisher: string;
  /** Of its manifest. */
  readonly hash: string;
}

/** Whether an offered release comes in: by itself, after a question, or not at all, whoever agrees. */
export type Replacement =
  | { readonly may: 'comes' }
  | { readonly may: 'asks' }
  | { readonly may: 'never'; readonly problem: Problem };

const COMES: Replacement = { may: 'comes' };
const ASKS: Replacement = { may: 'asks' };
const never = (problem: Problem): Replacement => ({ may: 'never', problem });

/**
 * A file never replaces what came with Satchel, what came from a source, or another publisher's pack; a source replaces
 * what came with Satchel, its own, and after a question what came from a file, whatever its number. Else only a higher
 * number replaces a lower.
 * @param present the release of the same id that is here. Its origin is absent where an older Satchel wrote it.
 */
export function replacement(
  present: (Contender & { readonly origin?: PackOrigin }) | undefined,
  offered: Contender & { readonly origin: OfferedOrigin },
): Replacement {
  const origin = originOf(offered.origin);
  if (!present) return origin === 'file' ? ASKS : COMES;
  return standsAgainst(present, offered, origin) ?? (mustAsk(present, origin) ? ASKS : COMES);
}

/** What stands against it, whoever agrees. */
function standsAgainst(
  present: Contender & { readonly origin?: PackOrigin },
  { title: pack, version, release, hash, publisher }: Contender,
  origin: PackOrigin,
): Replacement | null {
  if (present.hash === hash) return never({ code: 'pack-same', pack, version });
  // Nobody vouches for the number of a file: it keeps nothing out that somebody vouches for.
  const isShownNow = typeof origin === 'object' && !isVerified(present.origin);
  if (release <= present.release && !isShownNow) {
    const code = release < present.release ? 'pack-older' : 'pack-not-newer';
    return never({ code, pack, version, installed: present.version });
  }
  const { origin: known = 'file' } = present;
  if (typeof known === 'object') {
    const same = typeof origin === 'object' && origin.root === known.root;
    return same ? null : never({ code: 'pack-of-source', pack, version, source: known.source });
  }
  if (origin !== 'file') return null;
  if (known === 'app') return never({ code: 'pack-came-with-app', pack, version });
  if (publisher === present.publisher) return null;
  return never({ code: 'pack-other-publisher', pack, version, publisher, installed: present.publisher });
}

/** What came with Satchel takes the place of an older file by itself, as with each new Satchel before. */
const mustAsk = ({ origin: known = 'file' }: { readonly origin?: PackOrigin }, origin: PackOrigin): boolean =>
  origin === 'file' || (typeof origin === 'object' && known === 'file');
