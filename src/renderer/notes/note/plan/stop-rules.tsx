import { RemovedLine } from '#instruments/removal/removed-line.tsx';
import { useSay } from '#kit/words.ts';
import { useEdit, useNote } from '#store/notes/note-context.ts';
import { Button } from '#ui/button.tsx';
import { FieldGroup } from '../fields/field.tsx';
import { RemoveButton } from '../fields/remove-button.tsx';
import { TextBox } from '../fields/text-box.tsx';
import { useTakeOut } from '../fields/use-take-out.ts';

/** What ends the test at once. */
export function StopRules() {
  const say = useSay();
  const edit = useEdit();
  const takeOut = useTakeOut('stopRules');
  const rules = useNote((note) => note.stopRules);
  const add = () => {
    const id = crypto.randomUUID();
    edit((note) => ({ stopRules: [...note.stopRules, { id, text: '' }] }));
    requestAnimationFrame(() => document.getElementById(`stop-${id}`)?.focus());
  };
  return (
    <FieldGroup id="stop-rules" label={say('note.field.stopRules')} hint={say('note.stopRules.hint')}>
      {rules.map((rule, at) => (
        <div key={rule.id} className="note-line">
          <label className="vh" htmlFor={`stop-${rule.id}`}>
            {say('note.stopRule', { number: at + 1 })}
          </label>
          <div>
            <TextBox
              id={`stop-${rule.id}`}
              value={rule.text}
              wraps
              onChange={(text) =>
                edit((note) => ({
                  stopRules: note.stopRules.map((one) => (one.id === rule.id ? { ...one, text } : one)),
                }))
              }
            />
          </div>
          <RemoveButton
            name={say('note.stopRule', { number: at + 1 })}
            onRemove={() =>
              takeOut({
                id: rule.id,
                name: say('note.stopRule', { number: at + 1 }),
                list: 'stop-rules',
                back: `stop-${rule.id}`,
              })
            }
          />
        </div>
      ))}
      <RemovedLine list="stop-rules" />
      <Button id="add-stop-rule" kind="tool" icon="plus" onClick={add}>
        {say('note.stopRule.add')}
      </Button>
    </FieldGroup>
  );
}
