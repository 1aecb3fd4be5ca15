import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { ALL_NOTES, type Screen as At, toAddress } from '#domain/address.ts';
import { inOrder } from '#domain/note/register.ts';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { binNotes, dropNotes, useRegister } from '#store/notes/notes.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { useFrame } from '#ui/frame.ts';
import { Screen } from '#ui/screen.tsx';
import { kindWords } from './cell-words.ts';
import { setChosen, useChosen } from './chosen.ts';
import { ContextLists } from './context-lists.tsx';
import { setLastDone } from './last-done.ts';
import { RegisterKeys } from './register-keys.tsx';
import { RegisterTable } from './register-table.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { UndoStrip } from './undo-strip.tsx';

/** Notes that were put away: they can be put back, or removed for good. */
export function BinScreen({ screen }: { readonly screen: Extract<At, { screen: 'notes' }> }) {
  const say = useSay();
  const { language } = useSettings();
  const { go } = useFrame();
  const all = useRegister(false);
  const binned = useRegister(true);
  const ticked = useChosen();
  const [asked, setAsked] = useState(false);
  const rows = useMemo(
    () => inOrder(binned ?? [], screen.order, language, (row) => kindWords(row, say)),
    [binned, screen.order, language, say],
  );
  const some = rows.map(({ id }) => id).filter((id) => ticked.has(id));
  const ids = some.length > 0 ? some : rows.map(({ id }) => id);
  const which = some.length > 0 ? 'some' : 'all';

  const after = (fact: string): void => {
    document.querySelector<HTMLElement>('#main [data-screen-title]')?.focus();
    setChosen(new Set());
    setLastDone(null);
    tellOutcome(fact);
  };
  const putBack = async (): Promise<void> => {
    const back = await binNotes(ids, false);
    if (back.ok) after(say('bin.back.done', { count: ids.length }));
    else setLastDone({ problem: back.problem });
  };
  const remove = async (): Promise<void> => {
    flushSync(() => setAsked(false));
    const gone = await dropNotes(ids);
    if (gone.ok) after(say('bin.drop.done', { count: ids.length }));
    else setLastDone({ problem: gone.problem });
  };

  return (
    <Screen
      at={toAddress(screen)}
      ready={binned !== undefined}
      title={say('bin.title')}
      actions={
        rows.length > 0 ? (
          <span className="row register-actions">
            <Button kind="tool" onClick={() => void putBack()}>
              {say(`bin.back.${which}`, { count: ids.length })}
            </Button>
            <Button kind="tool" onClick={() => setAsked(true)}>
              {say(`bin.drop.${which}`, { count: ids.length })}
            </Button>
          </span>
        ) : undefined
      }
      contextList={<ContextLists screen={screen} rows={all ?? []} />}
      keys={rows.length > 0 ? <RegisterKeys /> : null}
    >
      <UndoStrip />
      {binned && rows.length === 0 ? (
        <Empty heading={say('bin.empty')} action={<a href={toAddress(ALL_NOTES)}>{say('bin.empty.action')}</a>}>
          {say('bin.empty.more')}
        </Empty>
      ) : null}
      {rows.length > 0 ? (
        <>
          <p className="register-lead muted">{say('bin.lead', { count: rows.length })}</p>
          <RegisterTable
            caption={say('register.table.bin')}
            rows={rows}
            chosen={ticked}
            order={screen.order}
            onOrder={(order) => go(toAddress({ ...screen, order }), 'replace')}
          />
        </>
      ) : null}
      {asked ? (
        <RemoveDialog count={ids.length} onRemove={() => void remove()} onClose={() => setAsked(false)} />
      ) : null}
    </Screen>
  );
}
