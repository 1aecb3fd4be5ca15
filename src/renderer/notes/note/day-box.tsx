import { longDay } from '#domain/day.ts';
import { readDay } from '#domain/read-day.ts';
import { useSettings } from '#store/settings.ts';
import { useToday } from '#store/today.ts';
import { useSay } from '#store/words.ts';
import { ReadBox } from './read-box.tsx';

export interface DayBoxProps {
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly describedBy?: string | undefined;
}

/** A day in words or figures. A calendar would need a mouse, and shows days in the order of the system's country. */
export function DayBox({ id, value, onChange, describedBy }: DayBoxProps) {
  const say = useSay();
  const today = useToday();
  const { language } = useSettings();
  const write = (day: string | null): string => (day === null ? '' : longDay(day, language).replaceAll('\u00a0', ' '));
  return (
    <ReadBox
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
  );
}
