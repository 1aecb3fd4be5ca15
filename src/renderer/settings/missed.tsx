import { useEffect, useRef, useState } from 'react';
import { shortDay } from '#domain/day.ts';
import type { Problem } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { clearMissed, type MissedRow, putMissedBack, saveMissed, useMissed } from '#store/packs/missed.ts';
import { Button } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';

/** The rest is in the file. */
const SHOWN = 20;

/** Searches that found nothing: what they were, a file of them for the editors, and a way to forget them. */
export function Missed() {
  const say = useSay();
  const { language } = useSettings();
  const rows = useMissed();
  const [cleared, setCleared] = useState<readonly MissedRow[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that cleared the list went with it.
    if (cleared.length > 0) undo.current?.focus();
  }, [cleared]);
  if (!rows) return null;

  const save = async (): Promise<void> => {
    const answer = await saveMissed(rows);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok && answer.value === 'saved') tellOutcome(say('settings.missed.saved'));
  };
  const clear = async (): Promise<void> => {
    setProblem(undefined);
    setCleared(await clearMissed());
    tellOutcome(say('settings.missed.cleared'));
  };
  const putBack = async (): Promise<void> => {
    await putMissedBack(cleared);
    setCleared([]);
    document.getElementById('missed')?.focus();
    tellOutcome(say('settings.missed.back'));
  };
  const words = problem && problemWords(problem, say);
  return (
    <>
      <p>{say('settings.missed.lead')}</p>
      {words ? (
        <Strip tone="bad" fact={words.fact}>
          {words.more}
        </Strip>
      ) : null}
      {rows.length === 0 ? (
        <p className="settings-missed__none">{say('settings.missed.none')}</p>
      ) : (
        <>
          <table className="govuk-table sat-dense settings-missed">
            <caption className="vh">{say('settings.missed')}</caption>
            <thead>
              <tr>
                <th scope="col" className="govuk-table__header">
                  {say('settings.missed.words')}
                </th>
                <th scope="col" className="govuk-table__header">
                  {say('settings.missed.day')}
                </th>
                <th scope="col" className="govuk-table__header num">
                  {say('settings.missed.times')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SHOWN).map((row) => (
                <tr key={row.key}>
                  <td className="govuk-table__cell">{row.words}</td>
                  <td className="govuk-table__cell">{shortDay(row.day, language)}</td>
                  <td className="govuk-table__cell num">{row.times}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length > SHOWN ? (
            <p className="small muted">{say('settings.missed.more', { more: rows.length - SHOWN })}</p>
          ) : null}
        </>
      )}
      <p className="row settings-missed__do">
        {rows.length > 0 ? (
          <>
            <Button kind="tool" onClick={() => void save()}>
              {say('settings.missed.save')}
            </Button>
            <Button kind="tool" onClick={() => void clear()}>
              {say('settings.missed.clear')}
            </Button>
          </>
        ) : null}
        {cleared.length > 0 ? (
          <Button kind="tool" ref={undo} onClick={() => void putBack()}>
            {say('settings.missed.putBack', { count: cleared.length })}
          </Button>
        ) : null}
      </p>
    </>
  );
}
