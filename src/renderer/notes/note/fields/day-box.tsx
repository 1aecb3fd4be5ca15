import { useState } from 'react';
import { longDay } from '#domain/day.ts';
import { formatLocale } from '#domain/format-locale.ts';
import { readDay } from '#domain/read-day.ts';
import { useSettings } from '#kit/settings.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { useNoteDraft } from '#store/notes/note-drafts.ts';
import { Calendar } from '#ui/calendar.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Icon } from '#ui/icon.tsx';
import { ReadBox } from './read-box.tsx';

export interface DayBoxProps {
  readonly id: string;
  /** What the field is called, for the calendar beside it. */
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly describedBy?: string | undefined;
}

/**
 * A day in words or figures, with a calendar beside it for those who would rather choose. The browser's own field for
 * days shows them in the order of the system's country.
 */
export function DayBox({ id, label, value, onChange, describedBy }: DayBoxProps) {
  const say = useSay();
  const today = useToday();
  const { language } = useSettings();
  const [isOpen, setOpen] = useState(false);
  const [turn, setTurn] = useState(0);
  const [, setUnread] = useNoteDraft(id);
  const write = (day: string | null): string => (day === null ? '' : longDay(day, language).replaceAll('\u00a0', ' '));
  return (
    <div className="note-day">
      <div>
        <ReadBox
          // What was typed and could not be read goes when a day is chosen.
          key={turn}
          id={id}
          value={value}
          read={(text) => readDay(text, today, language)}
          write={write}
          onChange={onChange}
          describedBy={describedBy}
          refusal={(text) =>
            say('note.day.unread', { text: text.trim(), has: value === null ? 'no' : 'yes', saved: write(value) })
          }
        />
      </div>
      <button
        type="button"
        className="sat-btn note-day__pick"
        aria-label={say('note.day.choose', { label })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="calendar" small />
      </button>
      {isOpen && (
        <Dialog title={label} closeLabel={say('shell.close')} onClose={() => setOpen(false)} small>
          <Calendar
            day={value}
            today={today}
            locale={formatLocale(language)}
            previous={say('note.day.previousMonth')}
            next={say('note.day.nextMonth')}
            keys={say('note.day.keys')}
            onChoose={(day) => {
              onChange(day);
              setUnread('');
              setTurn(turn + 1);
              setOpen(false);
            }}
          />
        </Dialog>
      )}
    </div>
  );
}
