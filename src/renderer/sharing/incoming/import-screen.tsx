import { useEffect, useRef } from 'react';
import { type Screen as At, toAddress } from '#domain/address.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { announce } from '#kit/announce.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { isTakenIn } from '#store/exchange/arrival.ts';
import {
  cancelImport,
  chooseImport,
  type ImportState,
  lookAtNext,
  useImports,
  useLastImports,
} from '#store/exchange/imports.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Screen } from '#ui/screen.tsx';
import { Strip } from '#ui/strip.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportPreview } from './import-preview.tsx';
import { LastImports } from './last-imports.tsx';
import { Working } from './working.tsx';
import './import.css';

/** A file of notes on its way in: what is in it, how it stands to what is here, and a way back. */
export function ImportScreen({ screen }: { readonly screen: Extract<At, { screen: 'import' }> }) {
  const say = useSay();
  const { state, waiting } = useImports();
  const last = useLastImports();
  const at = useRef(state.at);
  const told = useRef<ImportState>(state);
  useEffect(() => {
    if (told.current === state) return;
    told.current = state;
    if (state.at === 'refused') announce(problemWords(state.problem, say).fact, { assertive: true });
    if (state.at === 'looked')
      announce(
        state.problem
          ? problemWords(state.problem, say).fact
          : say('import.announce', {
              count: state.looked.compared.filter(isTakenIn).length,
              all: state.looked.compared.length,
            }),
      );
    if (state.at === 'done') tellOutcome(say('import.done', { count: state.row.notes.length, file: state.row.file }));
  }, [state, say]);
  // What had the focus went away with the step before.
  useEffect(() => {
    if (at.current === state.at) return;
    at.current = state.at;
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('#main h1')?.focus();
  }, [state.at]);

  const looked = state.at === 'looked' || state.at === 'taking' ? state.looked : null;
  const title = looked ? say('import.title.from', { file: looked.offer.file }) : say('import.title');
  const choose = (
    <Button kind="go" onClick={() => void chooseImport()}>
      {say('import.choose')}
    </Button>
  );
  const next =
    waiting.length === 0 ? null : (
      <p className="sat-do">
        <Button kind="tool" onClick={() => void lookAtNext()}>
          {say('import.next', { count: waiting.length })}
        </Button>
      </p>
    );
  const words = state.at === 'refused' ? problemWords(state.problem, say) : null;
  const isIdle = state.at === 'none' || state.at === 'refused' || state.at === 'done' || state.at === 'takenBack';
  return (
    <Screen at={toAddress(screen)} ready={last !== undefined} title={title}>
      <div className="sharing-in">
        {words ? (
          <Strip tone="bad" fact={words.fact}>
            {words.more}
          </Strip>
        ) : null}
        {state.at === 'opening' || state.at === 'reading' ? (
          <Working
            label={say('import.reading', { file: state.file })}
            text={`${say('import.reading', { file: state.file })}: ${say(`import.${state.at}.count`, { ...state.progress })}`}
            progress={state.progress}
          >
            <Button kind="tool" onClick={cancelImport}>
              {say('import.stop')}
            </Button>
          </Working>
        ) : null}
        {state.at === 'done' ? <ImportDone row={state.row} /> : null}
        {state.at === 'takenBack' ? <Strip tone="ok" fact={say('import.takenBack', { ...state.taken })} /> : null}
        {looked ? (
          <ImportPreview
            looked={looked}
            progress={state.at === 'taking' ? state.progress : null}
            problem={state.at === 'looked' ? state.problem : undefined}
          />
        ) : null}
        {isIdle ? (
          <>
            {next}
            <Empty heading={say('import.start')} action={choose}>
              {say('import.start.more')}
            </Empty>
            <LastImports rows={last ?? []} />
          </>
        ) : null}
      </div>
    </Screen>
  );
}
