import { outsideLink } from '#domain/link.ts';
import { bridge } from './bridge.ts';
import { tellOutcome } from './status.ts';
import { useSay } from './words.ts';

/** What a link needs to lead outside; `null` where `address` is none that may be opened. */
export function useOutside(address: string | undefined) {
  const say = useSay();
  const outside = address === undefined ? null : outsideLink(address);
  if (outside === null) return null;
  const { href } = outside;
  // Main shows the whole address and asks; here only the outcome is said.
  const open = async (): Promise<void> => {
    const answer = await bridge().call['link:open'](href);
    if (!answer.ok) return;
    if (answer.value === 'copied') tellOutcome(say('reader.link.copied'));
    if (answer.value === 'opened') tellOutcome(say('reader.link.opened'));
  };
  return {
    href,
    rel: 'noreferrer',
    onClick: (event: Pick<Event, 'preventDefault'>): void => {
      event.preventDefault();
      void open();
    },
  };
}
