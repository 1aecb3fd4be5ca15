import { ALL_NOTES, toAddress } from '#domain/address.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { takeImportBack } from '#store/exchange/imports.ts';
import type { ImportRow } from '#store/notes/notes-db.ts';
import { Button } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';

/** What came of an import, and the way back. */
export function ImportDone({ row }: { readonly row: ImportRow }) {
  const say = useSay();
  const [only] = row.notes;
  const back = async (): Promise<void> => {
    const answer = await takeImportBack(row.id);
    if (answer.ok) tellOutcome(say('import.takenBack', { ...answer.value }));
  };
  return (
    <Strip tone="ok" fact={say('import.done', { count: row.notes.length, file: row.file })}>
      <span className="row sharing-in__done">
        {only && row.notes.length === 1 ? (
          <a href={toAddress({ screen: 'note', id: only.id })}>{say('import.done.open')}</a>
        ) : null}
        <a href={toAddress(ALL_NOTES)}>{say('import.done.all')}</a>
        {row.notes.length === 0 ? null : (
          <Button kind="tool" onClick={() => void back()}>
            {say('import.back')}
          </Button>
        )}
      </span>
    </Strip>
  );
}
