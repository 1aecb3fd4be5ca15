import { useEffect, useState } from 'react';
import type { Backup } from '#bridge/notes.ts';
import { ALL_NOTES, toAddress } from '#domain/address.ts';
import type { Problem } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { binNotes } from '#store/notes/notes.ts';
import { type BackupNews, bringBack, lookAtBackup } from '#store/recovery/restore-copies.ts';
import { Button } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';
import { whenMade } from './when-made.ts';

/** What a backup has that is not here, and the way to bring it back as copies. */
export function BackupInside({ backup }: { readonly backup: Backup }) {
  const say = useSay();
  const { language } = useSettings();
  const day = whenMade(backup, say, language);
  const [news, setNews] = useState<BackupNews>();
  const [brought, setBrought] = useState<readonly string[]>([]);
  const [undone, setUndone] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    let left = false;
    void lookAtBackup(backup.name).then((found) => {
      if (!left) setNews(found);
    });
    return () => {
      left = true;
    };
  }, [backup.name]);

  /** The button that was pressed goes: whoever listens stays in this part of the page. */
  const stay = (): void => document.getElementById('inside')?.focus();
  const bring = async (ids: readonly string[]): Promise<void> => {
    const made = await bringBack(backup.name, ids, (title) =>
      say('backups.bring.title', { title: title || say('notes.untitled'), day }),
    );
    if (!made.ok) {
      setProblem(made.problem);
      return;
    }
    stay();
    setBrought([...brought, ...made.value]);
    setUndone(0);
    tellOutcome(say('backups.brought', { count: made.value.length }));
  };
  const undo = async (): Promise<void> => {
    const binned = await binNotes(brought, true);
    if (!binned.ok) {
      setProblem(binned.problem);
      return;
    }
    stay();
    setUndone(brought.length);
    setBrought([]);
    tellOutcome(say('backups.brought.undone', { count: brought.length }));
  };

  return (
    <section className="sat-sec stack" aria-labelledby="inside">
      <h2 className="sat-h2" id="inside" tabIndex={-1}>
        {say('backups.inside', { day })}
      </h2>
      {problem && (
        <Strip tone="bad" fact={problemWords(problem, say).fact}>
          {problemWords(problem, say).more}
        </Strip>
      )}
      {!news && <p className="muted">{say('backups.inside.looking')}</p>}
      {news && news.gone.length + news.other.length + news.unread === 0 && (
        <p>{say('backups.inside.same', { notes: news.notes })}</p>
      )}
      {news && news.gone.length + news.other.length + news.unread > 0 && (
        <>
          <p>
            {say('backups.inside.found', {
              notes: news.notes,
              gone: news.gone.length,
              other: news.other.length,
            })}{' '}
            {news.unread > 0 && say('backups.inside.unread', { count: news.unread })}{' '}
            {news.gone.length + news.other.length > 0 && say('backups.inside.more')}
          </p>
          {brought.length > 0 ? (
            <Strip tone="ok" fact={say('backups.brought', { count: brought.length })}>
              <a href={toAddress(ALL_NOTES)}>{say('backups.brought.see')}</a>{' '}
              <Button kind="tool" onClick={() => void undo()}>
                {say('backups.brought.undo', { count: brought.length })}
              </Button>
            </Strip>
          ) : (
            <>
              {undone > 0 && <p>{say('backups.brought.undone', { count: undone })}</p>}
              <div className="row">
                {news.gone.length > 0 && (
                  <Button onClick={() => void bring(news.gone)}>
                    {say('backups.bring.gone', { count: news.gone.length })}
                  </Button>
                )}
                {news.other.length > 0 && (
                  <Button onClick={() => void bring(news.other)}>
                    {say('backups.bring.other', { count: news.other.length })}
                  </Button>
                )}
              </div>
            </>
          )}
        </>
      )}
    </section>
  );
}
