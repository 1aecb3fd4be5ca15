import { outsideLink } from '#domain/link.ts';
import { ProblemError } from '#domain/problem.ts';
import type { Say } from '#domain/words/words.ts';

/** What an outside link needs of the system; the real ones are in `link-effects.ts`. */
export interface LinkEffects {
  /** Shows the question; answers the index of the button that was pressed. */
  ask(question: { message: string; detail: string; buttons: readonly string[]; cancel: number }): Promise<number>;
  open(href: string): Promise<void>;
  copy(text: string): void;
}

/**
 * The only way out of the app: a web or mail address, its whole text in sight, and a person's yes.
 * @throws ProblemError for every other address
 */
export async function openLink(
  address: string,
  say: Say,
  effects: LinkEffects,
): Promise<'opened' | 'copied' | 'cancelled'> {
  const link = outsideLink(address);
  if (link === null) throw new ProblemError({ code: 'link-refused', address: address.slice(0, 200) });
  const mail = link.kind === 'mail';
  const lines = [link.href];
  if (!mail && link.punycode) lines.push(say('main.link.punycode'));
  if (mail) lines.push(say('main.link.mailNote'));
  const answer = await effects.ask({
    message: say(mail ? 'main.link.mail' : 'main.link.web'),
    detail: lines.join('\n\n'),
    buttons: [say(mail ? 'main.link.write' : 'main.link.open'), say('main.link.copy'), say('main.link.cancel')],
    cancel: 2,
  });
  if (answer === 0) {
    await effects.open(link.href);
    return 'opened';
  }
  if (answer === 1) {
    effects.copy(mail ? link.to : link.href);
    return 'copied';
  }
  return 'cancelled';
}
