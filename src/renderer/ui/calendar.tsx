import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import { addDays, addMonths, weeksOf } from './calendar-days.ts';
import './calendar.css';

export interface CalendarProps {
  /** `YYYY-MM-DD`, chosen before; `null` for none. */
  readonly day: string | null;
  readonly today: string;
  readonly locale: string;
  readonly previous: string;
  readonly next: string;
  /** How keys move, for those who cannot see it. */
  readonly keys: string;
  readonly onChoose: (day: string) => void;
}

const MOVES: Readonly<Record<string, (day: string, far: boolean) => string>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  Home: (day) => addDays(day, -weekday(day)),
  End: (day) => addDays(day, 6 - weekday(day)),
  PageUp: (day, far) => addMonths(day, far ? -12 : -1),
  PageDown: (day, far) => addMonths(day, far ? 12 : 1),
};

/** 0 for Monday. */
const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** A month to choose a day from. Arrow keys move by day and week, Page Up and Page Down by month, with Shift by year. */
export function Calendar({ day, today, locale, previous, next, keys, onChoose }: CalendarProps) {
  const [at, setAt] = useState(day ?? today);
  const grid = useRef<HTMLTableSectionElement>(null);
  const isFocusMoved = useRef(true);
  const heading = useId();
  const help = useId();
  useEffect(() => {
    if (!isFocusMoved.current) return;
    isFocusMoved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at]);

  const words = (of: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...of, timeZone: 'UTC' });
    return (one: string): string => format.format(new Date(`${one}T00:00:00Z`));
  };
  const whole = words({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const long = words({ weekday: 'long' });
  const short = words({ weekday: 'short' });
  const weeks = weeksOf(at);
  const pressed = (event: KeyboardEvent): void => {
    const move = event.ctrlKey || event.altKey || event.metaKey ? undefined : MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const next = move(at, event.shiftKey);
    // Where no day changes nothing is drawn: the focus would be moved by what is drawn later.
    isFocusMoved.current = next !== at;
    setAt(next);
  };
  return (
    <div className="sat-cal">
      <div className="sat-cal__head">
        <IconButton icon="back" label={previous} onClick={() => setAt(addMonths(at, -1))} />
        <h3 className="sat-h3" id={heading} aria-live="polite">
          {words({ month: 'long', year: 'numeric' })(at)}
        </h3>
        <IconButton icon="forward" label={next} onClick={() => setAt(addMonths(at, 1))} />
      </div>
      <p className="vh" id={help}>
        {keys}
      </p>
      <table aria-labelledby={heading} aria-describedby={help}>
        <thead>
          <tr>
            {weeks[0]?.map((one) => (
              <th key={one} scope="col" abbr={long(one)}>
                {short(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={grid} onKeyDown={pressed}>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((one) => (
                <td key={one}>
                  <button
                    type="button"
                    data-day={one}
                    tabIndex={one === at ? 0 : -1}
                    className={one.slice(0, 7) === at.slice(0, 7) ? undefined : 'is-other'}
                    aria-label={whole(one)}
                    aria-pressed={one === day}
                    aria-current={one === today ? 'date' : undefined}
                    onClick={() => onChoose(one)}
                  >
                    {Number(one.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
