import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { COLUMNS, REGISTER_STATES, type RegisterOrder, type RegisterRow } from '#domain/note/register.ts';
import { stateWords } from '#domain/note/state-words.ts';
import { useSay } from '#kit/words.ts';
import { useRowWindow } from '#ui/use-row-window.ts';
import { setChosen, toggleChosen } from './chosen.ts';
import { RegisterLine } from './register-line.tsx';
import { SortHead } from './sort-head.tsx';

interface RegisterTableProps {
  readonly caption: string;
  readonly rows: readonly RegisterRow[];
  readonly chosen: ReadonlySet<string>;
  readonly order: RegisterOrder;
  readonly onOrder: (order: RegisterOrder) => void;
}

/** A page of rows, for the keys that move by one. */
const PAGE = 10;

/** The experiments as rows: ↑ ↓ move, Space chooses, Enter and a click open. Only rows in sight are drawn. */
export function RegisterTable({ caption, rows, chosen, order, onOrder }: RegisterTableProps) {
  const say = useSay();
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const [focused, setFocused] = useState<string | null>(null);
  const { body, parts, places } = useRowWindow(ids, focused);
  // Tags never wrap, so their column is as wide as the longest of this language.
  const letters = Math.max(...REGISTER_STATES.map((state) => say(stateWords(state)).length));
  const every = useMemo(() => ids.length > 0 && ids.every((id) => chosen.has(id)), [ids, chosen]);
  const some = useMemo(() => chosen.size > 0 && ids.some((id) => chosen.has(id)), [ids, chosen]);

  const moveTo = (at: number, control: 'a' | 'input'): void => {
    const id = ids[Math.max(0, Math.min(at, ids.length - 1))];
    if (id === undefined) return;
    flushSync(() => setFocused(id));
    lineOf(body.current, id)?.querySelector<HTMLElement>(control)?.focus();
  };
  const pressed = (event: KeyboardEvent<HTMLElement>): void => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    const id = line?.dataset.row;
    const at = id === undefined ? undefined : places.get(id);
    if (!line || id === undefined || at === undefined) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const control = event.target instanceof HTMLInputElement ? 'input' : 'a';
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE, PageUp: at - PAGE, Home: 0, End: ids.length }[
      event.key
    ];
    if (to !== undefined) moveTo(to, control);
    else if (event.key === ' ' && control === 'a') toggleChosen(id);
    else if (event.key === 'Enter' && control === 'input') line.querySelector('a')?.click();
    else return;
    event.preventDefault();
  };

  // From the title, where focus is when the screen is new, ↓ comes to the first row.
  useEffect(() => {
    const down = (event: globalThis.KeyboardEvent): void => {
      const from = event.target instanceof Element && event.target.matches('[data-screen-title]');
      if (!from || event.key !== 'ArrowDown' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
        return;
      const link = body.current?.querySelector<HTMLElement>('[data-row] a');
      if (!link) return;
      event.preventDefault();
      link.focus();
    };
    document.addEventListener('keydown', down);
    return () => document.removeEventListener('keydown', down);
  }, [body]);

  return (
    <div className="register-box">
      <table
        className="govuk-table sat-dense register-table"
        aria-rowcount={rows.length + 1}
        style={{ '--register-letters': letters } as CSSProperties}
      >
        <caption className="vh">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <td className="govuk-table__header register-tick">
              <label className="sat-check">
                <input
                  type="checkbox"
                  checked={every}
                  ref={(box) => {
                    if (box) box.indeterminate = some && !every;
                  }}
                  onChange={() => setChosen(new Set(every ? [] : ids))}
                />
                <span className="vh">{say('register.choose.all', { count: rows.length })}</span>
              </label>
            </td>
            {COLUMNS.map((column) => (
              <SortHead key={column} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody
          ref={body}
          onKeyDown={pressed}
          onClick={openRow}
          onFocus={({ target }) => setFocused(target.closest<HTMLElement>('[data-row]')?.dataset.row ?? null)}
        >
          {parts.flatMap((part) =>
            'gap' in part ? (
              // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of nothing takes no focus
              <tr key={part.key} aria-hidden="true" className="register-gap">
                <td style={{ height: `${part.gap}px` }} />
              </tr>
            ) : (
              rows
                .slice(part.rows.from, part.rows.to)
                .map((row, at) => (
                  <RegisterLine key={row.id} row={row} at={part.rows.from + at} chosen={chosen.has(row.id)} />
                ))
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** The whole row opens, unless words in it were being marked. */
function openRow({ target, button }: MouseEvent<HTMLElement>): void {
  if (!(target instanceof Element) || button !== 0 || target.closest('a, label, input')) return;
  if (getSelection()?.isCollapsed === false) return;
  target.closest('[data-row]')?.querySelector('a')?.click();
}

const lineOf = (body: HTMLElement | null, id: string): Element | null =>
  body?.querySelector(`[data-row="${CSS.escape(id)}"]`) ?? null;
