import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import type { WordKey } from '#domain/words/words.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { saveBackup } from '#store/recovery/backups.ts';
import { backUp } from '#store/recovery/daily-backup.ts';
import { Button } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';

interface SaveEverythingProps {
  /** First brings what only the window has, as bookmarks of today. Not where its store may not open. */
  readonly fresh?: boolean;
  readonly word?: WordKey;
}

/** The way out: everything in one file that can be read without Satchel. */
export function SaveEverything({ fresh = false, word = 'backups.out.save' }: SaveEverythingProps) {
  const say = useSay();
  const [came, setCame] = useState<Problem | 'saved'>();
  const save = async (): Promise<void> => {
    // A disk that takes no backup may still give what it has.
    if (fresh) await backUp();
    const saved = await saveBackup(null);
    if (!saved.ok) setCame(saved.problem);
    else if (saved.value === 'saved') {
      setCame('saved');
      tellOutcome(say('backups.out.saved'));
    }
  };
  return (
    <>
      <div className="row">
        <Button onClick={() => void save()}>{say(word)}</Button>
      </div>
      {came === 'saved' && <p role="status">{say('backups.out.saved')}</p>}
      {came !== undefined && came !== 'saved' && (
        <Strip tone="bad" fact={problemWords(came, say).fact}>
          {problemWords(came, say).more}
        </Strip>
      )}
    </>
  );
}
