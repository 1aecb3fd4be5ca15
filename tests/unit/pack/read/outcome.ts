import type { PackPart } from '#domain/pack/pack-part.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { type OpenPack, openPack } from '#pack/read/open-pack.ts';

export type Outcome =
  | { readonly parts: readonly PackPart[] }
  | { readonly problem: Problem; readonly parts: readonly PackPart[] };

/** Opens a pack in one file and takes every part of it, as an installation does. Anything but a `Problem` is thrown on. */
export async function takePack(path: string): Promise<Outcome> {
  return takeOpened(await openPack(path));
}

/** The same of a pack that was opened already. */
export async function takeOpened(opened: Result<OpenPack>): Promise<Outcome> {
  if (!opened.ok) return { problem: opened.problem, parts: [] };
  const parts: PackPart[] = [];
  try {
    for await (const part of opened.value.parts()) parts.push(part);
    return { parts };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem, parts };
    throw error;
  } finally {
    await opened.value.close();
  }
}

/** `code`, and the reason where there is one: `pack-unsafe name`. */
export function refusal(outcome: Outcome): string {
  if (!('problem' in outcome)) return 'none';
  const { problem } = outcome;
  return problem.code === 'pack-unsafe' ? `${problem.code} ${problem.reason}` : problem.code;
}
