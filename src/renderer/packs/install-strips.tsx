import type { ReactNode } from 'react';
import type { Problem } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { useSay } from '#kit/words.ts';
import { chooseAndInstall, dismiss, type Install, stopInstall, useInstalls } from '#store/packs/installs.ts';
import { Button } from '#ui/button.tsx';
import { Meter } from '#ui/meter.tsx';
import { Strip, type StripTone } from '#ui/strip.tsx';
import { ClosableStrip } from './closable-strip.tsx';
import { InstallAsk } from './install-ask.tsx';
import { doneWords, installName, installPercent } from './install-news.ts';
import { screenTitle } from './screen-title.ts';

/** Packs on their way in, and what came of the last ones. Of those that came with the app only what went wrong. */
export function InstallStrips() {
  const say = useSay();
  const shown = useInstalls().filter(({ quiet, at }) => !(quiet && at.stage === 'done'));
  const otherFile = shown.some(({ at }) => at.stage === 'refused' && needsOtherFile(at.problem));
  if (shown.length === 0) return null;
  return (
    <div className="packs-strips">
      {shown.map((one) => (
        <InstallStrip key={one.ticket} install={one} />
      ))}
      {otherFile ? (
        <Button onClick={(event) => void chooseOther(screenTitle(event.currentTarget))}>{say('packs.choose')}</Button>
      ) : null}
    </div>
  );
}

async function chooseOther(title: HTMLElement | null): Promise<void> {
  if (await chooseAndInstall()) title?.focus();
}

function InstallStrip({ install }: { readonly install: Install }): ReactNode {
  const say = useSay();
  const { ticket, at } = install;
  const pack = installName(install);
  const close = { name: pack, onClose: () => dismiss(ticket) };
  switch (at.stage) {
    case 'asking':
      return <InstallAsk key={ticket} install={install} question={at.question} />;
    case 'waiting':
    case 'running': {
      const percent = installPercent(install);
      const label = say('packs.installing', { pack });
      const amount = say('packs.installing.percent', { percent });
      return (
        <Strip tone="info" icon="install" fact={say('packs.installing.fact', { pack, percent })}>
          {say(at.stage === 'waiting' ? 'packs.installing.waiting' : 'packs.meanwhile')}
          <div className="packs-progress">
            <Meter label={label} value={percent / 100} text={amount} />
            <Button
              kind="tool"
              aria-label={say('packs.stop.of', { pack })}
              onClick={(event) => {
                screenTitle(event.currentTarget)?.focus();
                stopInstall(ticket);
              }}
            >
              {say('packs.stop')}
            </Button>
          </div>
        </Strip>
      );
    }
    case 'done':
      return (
        <ClosableStrip {...close} tone="ok" fact={doneWords(at, say)}>
          {say('packs.done.more', { pages: at.pack.pages })}
        </ClosableStrip>
      );
    case 'refused': {
      const { fact, more } = problemWords(at.problem, say);
      return (
        <ClosableStrip {...close} tone={toneOf(at.problem)} fact={fact}>
          {more}
        </ClosableStrip>
      );
    }
  }
}

/** Nothing is wrong when a pack is here already or was stopped. */
function toneOf({ code }: Problem): StripTone {
  switch (code) {
    case 'pack-same':
    case 'pack-stopped':
    case 'pack-declined':
      return 'calm';
    case 'pack-older':
    case 'pack-not-newer':
    case 'pack-came-with-app':
    case 'pack-of-source':
    case 'pack-other-publisher':
    case 'no-space':
    case 'update-no-space':
    case 'update-moved':
    case 'update-withdrawn':
      return 'warn';
    default:
      return 'bad';
  }
}

function needsOtherFile({ code }: Problem): boolean {
  switch (code) {
    case 'pack-same':
    case 'pack-stopped':
    case 'pack-declined':
    case 'pack-came-with-app':
    case 'pack-of-source':
    case 'no-space':
    case 'update-no-space':
    case 'update-moved':
    case 'update-withdrawn':
    case 'update-refused':
    case 'store-unavailable':
    case 'call-refused':
      return false;
    default:
      return true;
  }
}
