import type { KeyboardEvent } from 'react';
import { TEMPLATES, type Template } from '#domain/note/templates.ts';
import { useSay } from '#kit/words.ts';
import { LinkButton } from '#ui/link-button.tsx';
import './new.css';

interface TemplateTableProps {
  /** `null`: a blank note. */
  readonly onBegin: (template: Template | null) => void;
}

/** What to begin with, one row each: its name, when to use it, what it measures. ↑ ↓ move. */
export function TemplateTable({ onBegin }: TemplateTableProps) {
  const say = useSay();
  const pressed = (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target instanceof HTMLButtonElement)) return;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.indexOf(event.target);
    const last = buttons.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (at < 0 || to === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(to, last))]?.focus();
  };
  return (
    <table className="govuk-table sat-dense new-table">
      <caption className="vh">{say('new.table')}</caption>
      <thead>
        <tr>
          <th scope="col" className="govuk-table__header new-name">
            {say('new.column.name')}
          </th>
          <th scope="col" className="govuk-table__header">
            {say('new.column.when')}
          </th>
          <th scope="col" className="govuk-table__header new-measures">
            {say('new.column.measures')}
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={pressed}>
        <Row
          name={say('new.blank')}
          when={say('new.blank.when')}
          measures={say('new.blank.measures')}
          onBegin={() => onBegin(null)}
        />
        {TEMPLATES.map((template) => (
          <Row
            key={template.id}
            name={say(`template.${template.id}.name`)}
            when={say(`template.${template.id}.when`)}
            measures={template.metrics[0] ? say(template.metrics[0].name) : ''}
            onBegin={() => onBegin(template)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly name: string;
  readonly when: string;
  readonly measures: string;
  readonly onBegin: () => void;
}

function Row({ name, when, measures, onBegin }: RowProps) {
  return (
    <tr
      onClick={() => {
        if (getSelection()?.isCollapsed !== false) onBegin();
      }}
    >
      <th scope="row" className="govuk-table__header">
        <LinkButton
          onClick={(event) => {
            event.stopPropagation();
            onBegin();
          }}
        >
          {name}
        </LinkButton>
      </th>
      <td className="govuk-table__cell">{when}</td>
      <td className="govuk-table__cell new-measures">{measures}</td>
    </tr>
  );
}
