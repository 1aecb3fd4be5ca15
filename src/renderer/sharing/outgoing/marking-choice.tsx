import { type Ref, useId } from 'react';
import type { Marking } from '#domain/bundle/marking.ts';
import { MARKINGS } from '#domain/note/choices.ts';
import { useSay } from '#kit/words.ts';
import { RadioChoice } from './radio-choice.tsx';

interface MarkingChoiceProps {
  readonly value: Marking | null;
  readonly onChange: (marking: Marking) => void;
  readonly error: string | undefined;
  readonly first: Ref<HTMLInputElement>;
}

/** The marking of what leaves. None is chosen beforehand. */
export function MarkingChoice({ value, onChange, error, first }: MarkingChoiceProps) {
  const say = useSay();
  return (
    <RadioChoice
      id={useId()}
      legend={say('note.field.marking')}
      hint={say('share.marking.hint')}
      error={error}
      value={value}
      first={first}
      options={MARKINGS.map((marking) => ({ value: marking, label: marking }))}
      onChange={onChange}
    />
  );
}
