import { PERSONAL } from '#domain/note/choices.ts';
import type { Note } from '#domain/note/record/note.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useNote } from '#store/notes/note-context.ts';
import { ChoiceBox } from '../fields/choice-box.tsx';
import { FieldGroup, Small } from '../fields/field.tsx';
import { linesOf } from '../fields/lines-field.tsx';
import { TextBox } from '../fields/text-box.tsx';

/** Which data the test uses, and what covers it where it is about people. */
export function DataUse() {
  const say = useSay();
  const edit = useEdit();
  const use = useNote((note) => note.dataUse);
  const change = (patch: Partial<Note['dataUse']>) => edit((note) => ({ dataUse: { ...note.dataUse, ...patch } }));
  return (
    <FieldGroup id="data-use" label={say('note.field.dataUse')}>
      <div className="note-rowgrid">
        <Small id="data-personal" label={say('note.dataUse.personal')} wide>
          <ChoiceBox
            id="data-personal"
            value={use.personal}
            options={PERSONAL.map((value) => ({ value, label: say(`note.dataUse.personal.${value}`) }))}
            onChange={(personal) => personal !== '' && change({ personal })}
          />
        </Small>
        <Small id="data-sources" label={say('note.dataUse.sources')} wide>
          <TextBox
            id="data-sources"
            tall
            value={use.sources.join('\n')}
            onChange={(text) => change({ sources: linesOf(text) })}
          />
        </Small>
        <Small id="data-dpia" label={say('note.dataUse.dpiaRef')} wide>
          <TextBox id="data-dpia" value={use.dpiaRef} onChange={(dpiaRef) => change({ dpiaRef })} />
        </Small>
        <label className="sat-check note-small--wide">
          <input
            type="checkbox"
            checked={use.synthetic}
            onChange={(event) => change({ synthetic: event.target.checked })}
          />
          <span>{say('note.dataUse.synthetic')}</span>
        </label>
      </div>
    </FieldGroup>
  );
}
