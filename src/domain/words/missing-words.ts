import type { Missing } from '../note/missing.ts';
import type { Say } from './words.ts';

/** What a step still asks for, as the text of the link that leads there. */
export function missingWords(missing: Missing, say: Say): string {
  if (missing.what !== 'guardrail') return say(`missing.${missing.what}`);
  const guardrail = say(`guardrail.${missing.guardrail}`);
  return say(missing.red ? 'missing.guardrail.red' : 'missing.guardrail', { guardrail });
}
