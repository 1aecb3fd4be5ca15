import { figureText } from '#domain/figure-text.ts';
import { hasOtherSign, readNumber } from '#domain/read-number.ts';
import { useSay } from '#kit/words.ts';
import { ReadBox } from './read-box.tsx';

export interface NumberBoxProps {
  readonly id: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly unit?: string;
  /** Amounts and counts are not below nothing. */
  readonly signed?: boolean;
  readonly describedBy?: string | undefined;
}

const MOST_AMOUNT = 1e12;
const MOST_FIGURE = 1e15;

export function NumberBox({ id, value, onChange, unit = '', signed = false, describedBy }: NumberBoxProps) {
  const say = useSay();
  const read = (text: string): number | null | undefined => {
    const found = readNumber(text, unit);
    if (found === null || found === undefined) return found;
    const fits = signed ? Math.abs(found) <= MOST_FIGURE : found >= 0 && found <= MOST_AMOUNT;
    return fits ? found : undefined;
  };
  const write = (one: number | null): string => (one === null ? '' : figureText(one, unit));
  return (
    <ReadBox
      id={id}
      value={value}
      read={read}
      write={write}
      onChange={onChange}
      numeric
      describedBy={describedBy}
      refusal={(text) => {
        const said = { text: text.trim(), has: value === null ? 'no' : 'yes', saved: write(value) };
        return hasOtherSign(text, unit)
          ? say('note.number.otherSign', { ...said, isIn: unit.trim() === '' ? 'none' : 'one', unit })
          : say('note.number.unread', said);
      }}
    />
  );
}
