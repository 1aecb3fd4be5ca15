import { useEffect, useRef, useState } from 'react';
import { longDay } from '#domain/day.ts';
import { clockTime, localDay } from '#domain/moment.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { mend, readGuidance, secondPlace } from '#store/recovery/backups.ts';
import { type SafeReason, showSafe } from '#store/recovery/safe-start.ts';
import { Button } from '#ui/button.tsx';
import { Mark } from '#ui/icon.tsx';
import { BackupTable } from './backup-table.tsx';
import { SaveEverything } from './save-everything.tsx';
import './backups.css';

type Second = Awaited<ReturnType<typeof secondPlace>>;

/** In place of everything else: mends, saves and shows what there is, without the window's store, and deletes nothing. */
export function SafeScreen({ reason }: { readonly reason: SafeReason }) {
  const say = useSay();
  const { language } = useSettings();
  const [second, setSecond] = useState<Second>();
  const [listed, setListed] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    void secondPlace().then(setSecond);
    document.title = `${say(`safe.title.${reason}`)} - ${say('app.name')}`;
    title.current?.focus();
  }, [reason, say]);
  const day = second?.last ? localDay(second.last) : null;
  return (
    <div className="backups-safe">
      <div className="backups-safe__frame">
        <header>
          <Mark />
          <b>{say('app.name')}</b> <span className="muted">{say('safe.name')}</span>
        </header>
        <main id="main" className="backups-safe__main">
          <h1 className="sat-h1" ref={title} tabIndex={-1}>
            {say(`safe.title.${reason}`)}
          </h1>
          <p className="backups-safe__lead">
            {reason !== 'newer' && `${say('safe.places')} `}
            {say(`safe.${reason}`)} {second === null && say('safe.second.unread')}
            {second &&
              say('safe.second', {
                notes: second.notes,
                last: day === null ? 'none' : 'some',
                day: day === null ? '' : longDay(day, language),
                time: day === null ? '' : clockTime(second.last ?? '', language),
              })}
          </p>
          <ul className="backups-safe__ways">
            {(reason === 'asked' || reason === 'failed' || reason === 'full') && (
              <Way name={say('safe.start')} more={say('safe.start.more')}>
                <Button kind="go" onClick={() => (reason === 'full' ? location.reload() : showSafe(null))}>
                  {say('safe.start')}
                </Button>
              </Way>
            )}
            {reason !== 'newer' && reason !== 'full' && (
              <Way name={say('safe.mend')} more={say('safe.mend.more')}>
                <Button kind={reason === 'damaged' ? 'go' : 'secondary'} onClick={() => void mend()}>
                  {say('safe.mend')}
                </Button>
              </Way>
            )}
            <Way name={say('safe.save')} more={say('safe.save.more')}>
              <SaveEverything word="safe.save.do" />
            </Way>
            <Way name={say('safe.backups')} more={say('safe.backups.more')}>
              <Button aria-expanded={listed} onClick={() => setListed(!listed)}>
                {say('safe.backups.do')}
              </Button>
            </Way>
          </ul>
          {listed && <BackupTable />}
          <p className="small backups-safe__foot">
            <button type="button" className="backups-safe__link" onClick={() => void readGuidance()}>
              {say('safe.guidance')}
            </button>
          </p>
        </main>
      </div>
    </div>
  );
}

function Way({
  name,
  more,
  children,
}: {
  readonly name: string;
  readonly more: string;
  readonly children: React.ReactNode;
}) {
  return (
    <li>
      <div>
        <b>{name}</b>
        <br />
        <span className="small muted">{more}</span>
      </div>
      <div>{children}</div>
    </li>
  );
}
