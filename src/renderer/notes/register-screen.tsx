import { useEffect, useMemo, useRef } from 'react';
import { ALL_NOTES, type Screen as At, NEW_NOTE, toAddress } from '#domain/address.ts';
import { inOrder, isNarrowed, passesRegister, type RegisterRow } from '#domain/note/register.ts';
import { announce } from '#kit/announce.ts';
import { useSettings, useStart } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { useRegister } from '#store/notes/notes.ts';
import { Empty } from '#ui/empty.tsx';
import { useFrame } from '#ui/frame.ts';
import { Screen } from '#ui/screen.tsx';
import { DiskStrip, RecoveredStrip } from './recovered-strip.tsx';
import { BinScreen } from './register/bin-screen.tsx';
import { kindWords } from './register/cell-words.ts';
import { useChosen } from './register/chosen.ts';
import { ChosenActions } from './register/chosen-actions.tsx';
import { ContextLists } from './register/context-lists.tsx';
import { FilterBar } from './register/filter-bar.tsx';
import { RegisterKeys } from './register/register-keys.tsx';
import { RegisterTable } from './register/register-table.tsx';
import { SavedFilterBar } from './register/saved-filter-bar.tsx';
import { UndoStrip } from './register/undo-strip.tsx';
import './register/register.css';

type RegisterAt = Extract<At, { screen: 'notes' }>;

/** All notes; of experiments where they stand and what was decided, the stopped and failed ones too. */
export const RegisterScreen = ({ screen }: { readonly screen: RegisterAt }) =>
  screen.binned ? <BinScreen screen={screen} /> : <Register screen={screen} />;

const ANNOUNCE_MS = 500;

function Register({ screen }: { readonly screen: RegisterAt }) {
  const say = useSay();
  const { guidanceOnly } = useStart();
  const { language } = useSettings();
  const { go } = useFrame();
  const all = useRegister(false);
  const ticked = useChosen();
  const sorted = useMemo(
    () => inOrder(all ?? [], screen.order, language, (row) => kindWords(row, say)),
    [all, screen.order, language, say],
  );
  const rows = useMemo(() => sorted.filter((row) => passesRegister(row, screen)), [sorted, screen]);
  const chosen = rows.map(({ id }) => id).filter((id) => ticked.has(id));
  useAnnounced(all && rows.length, screen);

  const actions = (
    <span className="row register-actions">
      <a className="sat-btn" href={toAddress({ screen: 'import' })}>
        {say('import.open')}
      </a>
      <ChosenActions ids={chosen} onGone={() => focusBeside(rows, ticked)} />
      <a className="sat-btn" href={toAddress({ screen: 'new' })}>
        {say('new.fromTemplate')}
      </a>
      <a className="govuk-button" href={toAddress(NEW_NOTE)}>
        {say('register.new')}
      </a>
    </span>
  );
  const none = all !== undefined && all.length === 0;
  return (
    <Screen
      at={toAddress(screen)}
      ready={all !== undefined}
      title={say('notes.title')}
      actions={none ? undefined : actions}
      contextList={<ContextLists screen={screen} rows={all ?? []} />}
      keys={rows.length > 0 ? <RegisterKeys /> : null}
    >
      <DiskStrip />
      <RecoveredStrip />
      <UndoStrip />
      {none && !guidanceOnly && !isNarrowed(screen) ? (
        <Empty
          heading={say('register.empty')}
          action={
            <>
              <a className="govuk-button" href={toAddress(NEW_NOTE)}>
                {say('register.new')}
              </a>
              <a className="sat-btn" href={toAddress({ screen: 'new' })}>
                {say('new.fromTemplate')}
              </a>
              <a className="sat-btn" href={toAddress({ screen: 'import' })}>
                {say('import.open')}
              </a>
            </>
          }
        >
          {say('register.empty.more')}
        </Empty>
      ) : null}
      {all && (all.length > 0 || isNarrowed(screen)) ? (
        <FilterBar screen={screen} rows={all} shown={rows.length}>
          <SavedFilterBar screen={screen} />
        </FilterBar>
      ) : null}
      {all && rows.length === 0 && isNarrowed(screen) ? (
        <Empty
          heading={say('register.filtered')}
          action={<a href={toAddress({ ...ALL_NOTES, order: screen.order })}>{say('register.filtered.action')}</a>}
        >
          {say('register.filtered.more', { all: all.length })}
        </Empty>
      ) : null}
      {rows.length > 0 ? (
        <RegisterTable
          caption={say('register.table')}
          rows={rows}
          chosen={ticked}
          order={screen.order}
          onOrder={(order) => go(toAddress({ ...screen, order }), 'replace')}
        />
      ) : null}
    </Screen>
  );
}

/** Focus goes to the row that takes the place of those that go, else to the title. */
function focusBeside(rows: readonly RegisterRow[], going: ReadonlySet<string>): void {
  const first = rows.findIndex(({ id }) => going.has(id));
  const next = rows.slice(first).find(({ id }) => !going.has(id)) ?? rows.slice(0, first).at(-1);
  const link = next && document.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.id)}"] a`);
  (link ?? document.querySelector<HTMLElement>('#main [data-screen-title]'))?.focus();
}

/** Tells a screen reader how many are left, half a second after the filter was changed. */
function useAnnounced(shown: number | undefined, screen: RegisterAt): void {
  const say = useSay();
  const before = useRef(screen);
  useEffect(() => {
    if (shown === undefined || before.current === screen) return undefined;
    const timer = window.setTimeout(() => {
      before.current = screen;
      announce(say('register.announce', { shown }));
    }, ANNOUNCE_MS);
    return () => window.clearTimeout(timer);
  }, [shown, screen, say]);
}
