import type { CalculatorId } from '#domain/calculators/entries.ts';
import { useSay } from '#kit/words.ts';
import { Details } from '#ui/details.tsx';
import { PictureFigure } from '../charts/picture-figure.tsx';
import type { Outcome } from './outcome.ts';

/** The figure that was asked for, the sentence that goes into the note, and what shows it. */
export function AnswerPanel({ id, outcome }: { readonly id: CalculatorId; readonly outcome: Outcome }) {
  const say = useSay();
  return (
    <section className="sat-calc-answer" aria-label={say('calculate.answer')}>
      {'answer' in outcome ? (
        <>
          <dl className="sat-calc-figures">
            {outcome.answer.figures.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="sat-calc-sentence">{outcome.answer.sentence}</p>
          {outcome.answer.pictures.map((picture) => (
            <PictureFigure key={picture.kind} picture={picture} />
          ))}
        </>
      ) : (
        <p className="muted">{neededWords(say, outcome.notYet)}</p>
      )}
      <Details summary={say('calculate.how')}>
        <p>{say(`calculator.${id}.formula`)}</p>
      </Details>
    </section>
  );
}

/** Nobody is told off for a field they have not come to yet. */
function neededWords(say: ReturnType<typeof useSay>, { missing, field, row, words }: NotYetOf): string {
  if (!missing) return words;
  const name = say(`calculator.field.${field}`);
  return row === undefined ? say('calculate.stillNeeded', { name }) : say('calculate.stillNeededRow', { name, row });
}

type NotYetOf = Extract<Outcome, { notYet: unknown }>['notYet'];
