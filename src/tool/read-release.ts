import { type Acronym, acronymsOf } from '#domain/acronyms.ts';
import { glossarySchema } from '#domain/glossary.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import type { PageBody } from '#domain/pack/page.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { sayIn } from '#domain/words/words.ts';
import { openPack } from '#pack/read/open-pack.ts';
import { buildSegment, type Segment } from '#search/segment.ts';
import { Failure } from './failure.ts';
import { packWords } from './pack-words.ts';

export interface Release {
  readonly manifest: Manifest;
  readonly pages: readonly PageBody[];
  readonly acronyms: readonly Acronym[];
}

/**
 * The verified pages of a `.satchel` file.
 * @throws Failure when it cannot be read or is not whole
 */
export async function readRelease(path: string): Promise<Release> {
  const opened = await openPack(path);
  if (!opened.ok) throw failureOf(path, opened.problem);
  const pages: PageBody[] = [];
  let acronyms: readonly Acronym[] = [];
  try {
    for await (const part of opened.value.parts()) {
      if (part.part === 'glossary') acronyms = acronymsOf(glossarySchema.parse(JSON.parse(textOf(part.bytes))));
      if (part.part !== 'pages') continue;
      const lines = textOf(part.bytes).split('\n');
      for (const line of lines) if (line !== '') pages.push(JSON.parse(line));
    }
  } catch (error) {
    throw error instanceof ProblemError ? failureOf(path, error.problem) : error;
  } finally {
    await opened.value.close();
  }
  return { manifest: opened.value.manifest, pages, acronyms };
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Of a pack that is one the app's words speak of installing. */
function failureOf(path: string, problem: Problem): Failure {
  const isNone = problem.code === 'file-unreadable' || problem.code === 'not-a-pack';
  return new Failure(isNone ? problemWords(problem, sayIn('en-GB')).fact : `${path}: ${packWords(problem)}.`);
}

export function segmentOf({ manifest: { id, title, release, language }, acronyms, pages }: Release): Segment {
  return buildSegment({ pack: id, packTitle: title, release, language, acronyms, pages });
}
