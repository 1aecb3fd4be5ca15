import { figureText } from '#domain/figure-text.ts';
import { hasOtherSign, type NumberKind, numberFault, readNumber } from '#domain/read-number.ts';
import { useSay } from '#kit/words.ts';
import { ReadBox } from './read-box.tsx';

export interface NumberBoxProps {
  readonly id: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly unit?: string;
  /** An amount where nothing is said. */
  readonly kind?: NumberKind;
  readonly describedBy?: string | undefined;
}

export function NumberBox({ id, value, onChange, unit = '', kind = 'amount', describedBy }: NumberBoxProps) {
  const say = useSay();
  const read = (text: string): number | null | undefined => {
    const found = readNumber(text, unit);
    return typeof found === 'number' && numberFault(found, kind) !== null ? undefined : found;
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
        const found = readNumber(text, unit);
        const why = typeof found === 'number' ? numberFault(found, kind) : null;
        if (why !== null) return say('note.number.refused', { ...said, why });
        return hasOtherSign(text, unit)
          ? say('note.number.otherSign', { ...said, isIn: unit.trim() === '' ? 'none' : 'one', unit })
          : say('note.number.unread', said);
      }}
    />
  );
}
