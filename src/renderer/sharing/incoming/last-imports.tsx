import { shortDayAt } from '#domain/moment.ts';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { takeImportBack } from '#store/exchange/imports.ts';
import type { ImportRow } from '#store/notes/notes-db.ts';
import { Button } from '#ui/button.tsx';

/** What was taken in lately; each can still be taken back. */
export function LastImports({ rows }: { readonly rows: readonly ImportRow[] }) {
  const say = useSay();
  const { language } = useSettings();
  if (rows.length === 0) return null;
  const back = async (id: string): Promise<void> => {
    const answer = await takeImportBack(id);
    if (answer.ok) tellOutcome(say('import.takenBack', { ...answer.value }));
    document.querySelector<HTMLElement>('#main h1')?.focus();
  };
  return (
    <section className="sat-sec">
      <h2 className="sat-h2" id="last-imports">
        {say('import.last')}
      </h2>
      <ul className="sat-list" aria-labelledby="last-imports">
        {rows.map(({ id, file, at, notes, takenBack }) => {
          const day = shortDayAt(at, language);
          return (
            <li key={id} className="sharing-in__last">
              <div>
                <span className="sat-list__t">{file}</span>
                <span className="sat-meta">
                  <span>{day}</span>
                  <span>{say('import.last.notes', { count: notes.length })}</span>
                  {takenBack === '' ? null : <span>{say('import.last.taken')}</span>}
                </span>
              </div>
              {takenBack === '' && notes.length > 0 ? (
                <Button kind="tool" aria-label={say('import.back.label', { file, day })} onClick={() => void back(id)}>
                  {say('import.back')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
