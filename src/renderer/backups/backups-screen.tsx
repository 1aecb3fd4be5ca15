import { useEffect, useState } from 'react';
import type { Backup } from '#bridge/notes.ts';
import { type Screen as At, toAddress } from '#domain/address.ts';
import type { Problem } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { tellOutcome, tellTask } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { eraseEverything, useFolder } from '#store/recovery/backups.ts';
import { backUp } from '#store/recovery/daily-backup.ts';
import { Button } from '#ui/button.tsx';
import { Screen } from '#ui/screen.tsx';
import { Strip } from '#ui/strip.tsx';
import { BackupInside } from './backup-inside.tsx';
import { BackupTable } from './backup-table.tsx';
import { SaveEverything } from './save-everything.tsx';
import './backups.css';

/** The backups on this laptop, what is in them, and the way out with everything. */
export function BackupsScreen({ screen }: { readonly screen: Extract<At, { screen: 'backups' }> }) {
  const say = useSay();
  const folder = useFolder();
  const [open, setOpen] = useState<Backup>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    if (open) document.getElementById('inside')?.focus();
  }, [open]);
  const make = async (): Promise<void> => {
    tellTask('backup', { text: say('backups.making'), value: 0 });
    const made = await backUp();
    tellTask('backup', null);
    setProblem(made.ok ? undefined : made.problem);
    if (made.ok) tellOutcome(say('backups.made.done'));
  };
  return (
    <Screen
      at={toAddress(screen)}
      title={say('backups.title')}
      actions={<Button onClick={() => void make()}>{say('backups.make')}</Button>}
    >
      <p className="muted backups-lead">{say('backups.lead')}</p>
      {problem && (
        <Strip tone="bad" fact={problemWords(problem, say).fact}>
          {problemWords(problem, say).more}
        </Strip>
      )}
      <BackupTable onLook={setOpen} open={open?.name} />
      {open && <BackupInside key={open.name} backup={open} />}
      <section className="sat-sec stack sat-measure" aria-labelledby="out">
        <h2 className="sat-h2" id="out">
          {say('backups.out')}
        </h2>
        <p>{say('backups.out.more')}</p>
        <SaveEverything fresh />
      </section>
      <section className="sat-sec stack sat-measure" aria-labelledby="where">
        <h2 className="sat-h2" id="where">
          {say('backups.where')}
        </h2>
        <p>{say('backups.where.more')}</p>
        <p className="backups-folder">
          <code>{folder}</code>
        </p>
      </section>
      <section className="sat-sec stack sat-measure" aria-labelledby="erase">
        <h2 className="sat-h2" id="erase">
          {say('backups.erase')}
        </h2>
        <p>{say('backups.erase.more')}</p>
        <div className="row">
          <Button kind="warning" onClick={() => void eraseEverything()}>
            {say('backups.erase.do')}
          </Button>
        </div>
      </section>
    </Screen>
  );
}
