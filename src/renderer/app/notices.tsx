import { useState } from 'react';
import { toScreen } from '#domain/address.ts';
import { useFolder } from '#store/backups.ts';
import { useStart } from '#store/settings.ts';
import { useSay } from '#store/words.ts';
import { Button } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';

/** What a person must know of this start, over every screen; nothing as a rule. */
export function Notices() {
  const say = useSay();
  const { reading, notOpened } = useStart();
  const [closed, setClosed] = useState(false);
  const last = notOpened === null || closed ? null : notOpened;
  if (!reading && last === null) return null;
  return (
    <section className="sat-notices" aria-label={say('safety.notices')}>
      {reading && <Reading />}
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

function Reading() {
  const say = useSay();
  return (
    <Strip tone="warn" fact={say('safety.reading')}>
      {say('safety.reading.more', { folder: useFolder() })}
    </Strip>
  );
}
