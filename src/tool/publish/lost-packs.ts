import { Failure } from '#tool/failure.ts';
import type { Repository } from './repository.ts';
import type { Delegation, TargetsSigned } from './signed-file.ts';

type Targets = TargetsSigned['targets'];

/** The packs of a publisher that it may still sign when the publishers are these. */
export const withoutLost = (roles: readonly Delegation[], role: string, targets: Targets): Targets =>
  Object.fromEntries(Object.entries(targets).filter(([path]) => speakerOf(roles, path) === role));

/**
 * Laptops take a pack from the first publisher alone whose words its id begins with.
 * @param of the publisher that changes, `targets` what it has then
 * @throws Failure where a pack would have another publisher than the one that signed it, or none
 */
export function demandNoneLost(
  roles: readonly Delegation[],
  publishers: Repository['publishers'],
  of: string,
  targets: Targets,
): void {
  const own = lost(roles, of, targets);
  if (own.length > 0)
    throw new Failure(
      `Nothing was signed: ${of} could sign ${own.join(', ')} no more. Add a --prefix that fits, or take them out with --drop.`,
    );
  const others = [...publishers].filter(([role]) => role !== of);
  const taken = others.flatMap(([role, { signed }]) => lost(roles, role, signed.targets));
  if (taken.length > 0)
    throw new Failure(
      `Nothing was signed: ${taken.join(', ')} of another publisher would fall to ${of}. Use a longer --prefix.`,
    );
}

const lost = (roles: readonly Delegation[], role: string, targets: Targets): readonly string[] =>
  Object.entries(targets).flatMap(([path, { custom }]) => (speakerOf(roles, path) === role ? [] : [custom.id]));

/** Paths that are delegated are those of `pathsOf`. */
const speakerOf = (roles: readonly Delegation[], path: string): string | undefined =>
  roles.find(({ paths }) => paths.some((one) => path.startsWith(one.replace(/\*\/\*$/, ''))))?.name;
