import { useState } from 'react';
import { toScreen } from '#domain/address.ts';
import type { HeldBy } from '#domain/held-by.ts';
import { momentWords } from '#domain/moment.ts';
import { useSettings, useStart } from '#kit/settings.ts';
import { takeOver, useTaken } from '#kit/taken.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { useFolder } from '#store/recovery/backups.ts';
import { Button } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';

/** What a person must know of this start, over every screen; nothing as a rule. */
export function Notices() {
  const say = useSay();
  const { reading, heldBy, notOpened } = useStart();
  const taken = useTaken();
  const [closed, setClosed] = useState(false);
  const last = notOpened === null || closed ? null : notOpened;
  if (!reading && !taken && last === null) return null;
  return (
    <section className="sat-notices" aria-label={say('safety.notices')}>
      {reading && (heldBy ? <Held by={heldBy} /> : <Reading />)}
      {taken && <Taken by={taken} />}
      {last !== null && (
        <Strip tone="warn" fact={say('safety.notOpened', { why: last.why })}>
          {say('safety.notOpened.more', { screen: toScreen(last.address)?.screen ?? 'other', why: last.why })}{' '}
          <a href={last.address} onClick={() => setClosed(true)}>
            {say('safety.notOpened.open')}
          </a>{' '}
          <Button kind="tool" onClick={() => setClosed(true)}>
            {say('safety.close')}
          </Button>
        </Strip>
      )}
    </section>
  );
}

/** The moment as a person reads it, within a sentence. */
function useWhen(moment: string): string {
  const { language } = useSettings();
  return momentWords(moment, useToday(), language, useSay(), { within: true, timed: true });
}

function Held({ by }: { readonly by: HeldBy }) {
  const say = useSay();
  const { host } = by;
  return (
    <Strip tone="warn" fact={say('safety.held', { host, when: useWhen(by.since) })}>
      {say('safety.held.more', { host })}{' '}
      <Button kind="tool" onClick={() => void takeOver()}>
        {say('safety.held.take')}
      </Button>
    </Strip>
  );
}

function Taken({ by }: { readonly by: HeldBy }) {
  const say = useSay();
  const { host } = by;
  return (
    <Strip tone="bad" fact={say('safety.taken', { host, when: useWhen(by.since) })}>
      {say('safety.taken.more', { host })}
    </Strip>
  );
}

function Reading() {
  const say = useSay();
  return (
    <Strip tone="warn" fact={say('safety.reading')}>
      {say('safety.reading.more', { folder: useFolder() })}
    </Strip>
  );
}
