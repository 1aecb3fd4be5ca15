import { toAddress } from '#domain/address.ts';
import { useSay } from '#kit/words.ts';
import { showSafe } from '#store/recovery/safe-start.ts';
import { Button } from '#ui/button.tsx';
import { Screen } from '#ui/screen.tsx';
import { Strip } from '#ui/strip.tsx';

/** An address that leads nowhere. */
export function Nowhere({ at }: { readonly at: string }) {
  const say = useSay();
  return (
    <Screen at={at} title={say('shell.nowhere.title')}>
      <p>{say('shell.nowhere.more')}</p>
      <p className="sat-do">
        <a href={toAddress({ screen: 'library' })}>{say('shell.nowhere.action')}</a>
      </p>
    </Screen>
  );
}

/** A screen that threw: what is untouched and what to do. The rest of the window works on. */
export function BrokenScreen({ at, again }: { readonly at: string; readonly again: () => void }) {
  const say = useSay();
  return (
    <Screen at={at} title={say('shell.broken.title')}>
      <Strip tone="bad" fact={say('shell.broken.fact')}>
        {say('shell.broken.more')}
      </Strip>
      <div className="row sat-do">
        <Button onClick={again}>{say('shell.broken.again')}</Button>
        <a href={toAddress({ screen: 'library' })}>{say('shell.broken.library')}</a>
        <Button onClick={() => showSafe('asked')}>{say('safe.ask')}</Button>
      </div>
    </Screen>
  );
}

/** A part of the shell that threw. */
export function BrokenPart({ again }: { readonly again: () => void }) {
  const say = useSay();
  return (
    <p className="small sat-brokenpart">
      {say('shell.broken.fact')}{' '}
      <Button kind="tool" onClick={again}>
        {say('shell.broken.again')}
      </Button>
    </p>
  );
}

/** Before the first screen's code is there. */
export function Waiting() {
  return (
    <div className="sat-view">
      <main className="sat-main" id="main" tabIndex={-1} />
    </div>
  );
}
