import { memo } from 'react';
import { toAddress } from '#domain/address.ts';
import { momentWords } from '#domain/moment.ts';
import { formOfRow, type RegisterRow, SUM_COLUMNS } from '#domain/note/register.ts';
import { stateTone } from '#domain/note/state-tone.ts';
import { stateWords } from '#domain/note/state-words.ts';
import { shortened } from '#domain/shortened.ts';
import { useSettings } from '#kit/settings.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { Icon } from '#ui/icon.tsx';
import { Tag } from '#ui/label.tsx';
import { kindWords, spentWords, sumWords } from './cell-words.ts';
import { toggleChosen } from './chosen.ts';

/** Characters of an owner or a reason that a row shows. */
const LONGEST = 80;

interface RegisterLineProps {
  readonly row: RegisterRow;
  /** From 0, in the whole list. */
  readonly at: number;
  readonly chosen: boolean;
}

/** One note: the tick and its title; of an experiment its owner, where it stands, what was decided and why. */
export const RegisterLine = memo(function RegisterLine({ row, at, chosen }: RegisterLineProps) {
  const say = useSay();
  const { language } = useSettings();
  const today = useToday();
  const question = row.question === '' ? say('notes.untitled') : row.question;
  const isPlain = formOfRow(row) === 'note';
  const tag = isPlain ? null : <Tag tone={stateTone(row.state)}>{say(stateWords(row.state))}</Tag>;
  return (
    <tr data-row={row.id} aria-rowindex={at + 2} className={chosen ? 'is-sel' : undefined}>
      <td className="govuk-table__cell register-tick">
        <label className="sat-check">
          <input type="checkbox" checked={chosen} onChange={() => toggleChosen(row.id)} />
          <span className="vh">{say('register.choose', { question })}</span>
        </label>
      </td>
      <th scope="row" className="govuk-table__header">
        <span className="register-named">
          <Icon name={isPlain ? 'page' : 'experiment'} small />
          <a href={toAddress({ screen: 'note', id: row.id })}>{question}</a>
        </span>
        {isPlain ? <span className="register-form small muted">{say('form.note')}</span> : null}
        {isPlain || row.ownerRole === '' ? null : (
          <span className="register-second small muted">{shortened(row.ownerRole, LONGEST)}</span>
        )}
        <span className="register-substate">{tag}</span>
      </th>
      <td className="govuk-table__cell register-state">{tag}</td>
      <td className="govuk-table__cell">{isPlain ? null : <DecisionWords row={row} />}</td>
      <td className="govuk-table__cell register-kind">{kindWords(row, say)}</td>
      <td className="govuk-table__cell register-spent num">{isPlain ? null : spentWords(row, say)}</td>
      {SUM_COLUMNS.map((field) => (
        <td key={field} className="govuk-table__cell register-sum num">
          {isPlain ? null : sumWords(row.sums[field], say)}
        </td>
      ))}
      <td className="govuk-table__cell register-changed">{momentWords(row.changed, today, language, say)}</td>
    </tr>
  );
});

function DecisionWords({ row: { decision, state, because } }: { readonly row: RegisterRow }) {
  const say = useSay();
  const off = state === 'abandoned' || state === 'superseded';
  return (
    <>
      {decision === 'none' ? (
        <span className="muted">{say(off ? 'register.none' : 'register.not.yet')}</span>
      ) : (
        <b>{say(`decision.${decision}`)}</b>
      )}
      {because === '' ? null : <span className="register-second small muted">{shortened(because, LONGEST)}</span>}
    </>
  );
}
