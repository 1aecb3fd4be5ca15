import type { SectionCounts } from '#domain/pack/section-changes.ts';
import type { DiffPart } from '#domain/word-diff.ts';
import { createAsker } from '#kit/worker-port.ts';
import { startWorker } from '#kit/worker-url.ts';
import type { InstalledPack } from '../db.ts';
import workerUrl from './compare.worker.ts?worker&url';
import type { CompareAnswer, CompareRequest, PageAsked, PageCompared } from './compare-messages.ts';

export type AskComparer = (request: CompareRequest) => Promise<CompareAnswer>;

let asker: AskComparer | undefined;

/** The worker starts with the first request and stays. */
const askWorker: AskComparer = (request) => {
  asker ??= createAsker<CompareRequest, CompareAnswer>(startWorker(workerUrl));
  return asker(request);
};

/** A page as it is here beside the page as it is to be. */
export async function comparePage(asked: PageAsked, ask: AskComparer = askWorker): Promise<PageCompared> {
  const answer = await ask({ do: 'page', ...asked });
  if (answer.is !== 'page') throw new Error('The worker answered something else');
  const { title, sections } = answer;
  return { title, sections };
}

/** What the release that is read now changed of the one before it; `null` where there is none. */
export async function countChanges(
  { key, other }: Pick<InstalledPack, 'key' | 'other'>,
  ask: AskComparer = askWorker,
): Promise<SectionCounts | null> {
  if (!other) return null;
  const answer = await ask({ do: 'releases', before: other.key, after: key });
  if (answer.is !== 'counts') throw new Error('The worker answered something else');
  return answer.counts;
}

/** What became of a text, word by word. */
export async function compareWords(
  then: string,
  now: string,
  ask: AskComparer = askWorker,
): Promise<readonly DiffPart[]> {
  const answer = await ask({ do: 'words', before: then, after: now });
  if (answer.is !== 'words') throw new Error('The worker answered something else');
  return answer.parts;
}
