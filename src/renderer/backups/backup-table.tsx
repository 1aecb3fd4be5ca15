import type { Backup } from '#bridge/notes.ts';
import { shortDay } from '#domain/day.ts';
import { clockTime } from '#domain/moment.ts';
import { sizeWords } from '#domain/size.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { saveBackup, useBackups } from '#store/recovery/backups.ts';
import { Button } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';
import { whenMade } from './when-made.ts';

interface BackupTableProps {
  /** Looks inside one; without, it can only be saved elsewhere. */
  readonly onLook?: (backup: Backup) => void;
  /** The one that is looked into. */
  readonly open?: string | undefined;
}

/** Every backup with its day, size and notes, and whether it is whole, in words. */
export function BackupTable({ onLook, open }: BackupTableProps) {
  const say = useSay();
  const { language } = useSettings();
  const backups = useBackups();
  if (!backups) return <p className="muted">{say('backups.reading')}</p>;
  if (!backups.ok) {
    const { fact, more } = problemWords(backups.problem, say);
    return (
      <Strip tone="bad" fact={say('backups.unread')}>
        {fact} {more}
      </Strip>
    );
  }
  if (backups.value.length === 0) {
    return (
      <p>
        <b>{say('backups.none')}.</b> {say('backups.none.more')}
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div role="group" className="sat-scrollx" tabIndex={0} aria-label={say('backups.list')}>
      <table className="govuk-table sat-dense backups-table">
        <caption className="vh">{say('backups.list')}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              {say('backups.day')}
            </th>
            <th scope="col" className="govuk-table__header">
              {say('backups.made')}
            </th>
            <th scope="col" className="govuk-table__header num">
              {say('backups.notes')}
            </th>
            <th scope="col" className="govuk-table__header num backups-size">
              {say('backups.size')}
            </th>
            <th scope="col" className="govuk-table__header">
              {say('backups.state')}
            </th>
            <th scope="col" className="govuk-table__header">
              {say('backups.actions')}
            </th>
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {backups.value.map((backup) => {
            const { name, size, state, made, counts } = backup;
            const day = shortDay(backup.day, language);
            const when = whenMade(backup, say, language);
            return (
              <tr key={name} className="govuk-table__row" aria-current={name === open ? 'true' : undefined}>
                <th scope="row" className="govuk-table__header nowrap">
                  {day}
                </th>
                <td className="govuk-table__cell">{made === null ? '–' : clockTime(made, language)}</td>
                <td className="govuk-table__cell num">{counts.notes ?? '–'}</td>
                <td className="govuk-table__cell num nowrap backups-size">{sizeWords(size, language)}</td>
                <td className="govuk-table__cell">{say(`backups.${state}`)}</td>
                <td className="govuk-table__cell">
                  {state === 'verified' && (
                    <span className="row">
                      {onLook && (
                        <Button
                          kind="tool"
                          aria-label={say('backups.look.of', { day: when })}
                          onClick={() => onLook(backup)}
                        >
                          {say('backups.look')}
                        </Button>
                      )}
                      <SaveOne name={name} day={when} />
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function SaveOne({ name, day }: { readonly name: string; readonly day: string }) {
  const say = useSay();
  const save = async (): Promise<void> => {
    const saved = await saveBackup(name);
    if (!saved.ok) tellOutcome(problemWords(saved.problem, say).fact);
    else if (saved.value === 'saved') tellOutcome(say('backups.out.saved'));
  };
  return (
    <Button kind="tool" aria-label={say('backups.copy.of', { day })} onClick={() => void save()}>
      {say('backups.copy')}
    </Button>
  );
}
