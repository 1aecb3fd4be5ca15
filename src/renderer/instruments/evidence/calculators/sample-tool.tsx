import { useState } from 'react';
import type { CalculatorId } from '#domain/calculators/entries.ts';
import type { Note } from '#domain/note/record/note.ts';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import { CalculatorDialog } from './calculator-dialog.tsx';

/** What a calculator says about a sample: how many in all, where it says that, and why. */
export type SampleAnswer = Partial<Pick<Note['sample'], 'planned'>> & Pick<Note['sample'], 'power'>;

/** A button beside the sample that opens the calculators with the one that most tests of this kind need. */
export function SampleTool({
  kind,
  onAnswer,
}: {
  readonly kind: Note['kind'];
  readonly onAnswer: (answer: SampleAnswer) => void;
}) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const start: CalculatorId = kind === 'survey' ? 'survey' : 'shares';
  return (
    <>
      <Button kind="tool" icon="calculator" onClick={() => setOpen(true)}>
        {say('calculate.samples')}
      </Button>
      {open && (
        <CalculatorDialog
          start={start}
          into="sample"
          onInsert={(_, { sample, sentence }) =>
            onAnswer(sample === undefined ? { power: sentence } : { planned: sample, power: sentence })
          }
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
