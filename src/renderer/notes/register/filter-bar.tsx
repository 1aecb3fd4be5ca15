import type { ReactNode } from 'react';
import { ALL_NOTES, type Screen as At, toAddress } from '#domain/address.ts';
import { FORMS } from '#domain/note/form.ts';
import {
  countRegister,
  DECISION_STATES,
  formOfRow,
  isNarrowed,
  REGISTER_STATES,
  type RegisterFilters,
  type RegisterRow,
  showsStopped,
} from '#domain/note/register.ts';
import { stateWords } from '#domain/note/state-words.ts';
import { STAGES } from '#domain/stage.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { useSay } from '#kit/words.ts';
import { useFrame } from '#ui/frame.ts';
import { decisionWords } from './cell-words.ts';
import { FilterButton } from './filter-button.tsx';

interface FilterBarProps {
  readonly screen: Extract<At, { screen: 'notes' }>;
  readonly rows: readonly RegisterRow[];
  readonly shown: number;
  /** Saving the filter, or renaming it. */
  readonly children: ReactNode;
}

/** What the register is narrowed to, and how many of how many that leaves. */
export function FilterBar({ screen, rows, shown, children }: FilterBarProps) {
  const say = useSay();
  const { go } = useFrame();
  useCommandHandler('filters', () => document.querySelector<HTMLElement>('.register-filter button')?.focus());
  const counts = countRegister(rows, screen);
  const change = (filters: Partial<RegisterFilters>): void => go(toAddress({ ...screen, ...filters }), 'replace');
  const low = (label: string): string => label.toLocaleLowerCase();
  const same = (label: string): string => label;
  const named = (of: ReadonlyMap<string, number>, ticked: readonly string[]) =>
    [...new Set([...of.keys(), ...ticked])]
      .sort((a, b) => a.localeCompare(b))
      .map((value) => ({ value, label: value, count: of.get(value) ?? 0 }));
  const owners = named(counts.owners, screen.owners);
  const tags = named(counts.tags, screen.tags);
  const narrowed = isNarrowed(screen);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset of the boxes is in each of them
    <div className="register-filters" role="group" aria-label={say('register.filters')}>
      <FilterButton
        name={say('register.filter.forms')}
        values={FORMS.map((value) => ({
          value,
          label: say(`form.${value}.many`),
          count: counts.forms.get(value) ?? 0,
        }))}
        ticked={screen.forms}
        inLine={low}
        onChange={(ticked) => change({ forms: FORMS.filter((one) => ticked.includes(one)) })}
      />
      <FilterButton
        name={say('note.field.status')}
        values={REGISTER_STATES.map((value) => ({
          value,
          label: say(stateWords(value)),
          count: counts.states.get(value) ?? 0,
        }))}
        ticked={screen.states}
        inLine={low}
        onChange={(ticked) => change({ states: REGISTER_STATES.filter((one) => ticked.includes(one)) })}
      />
      <FilterButton
        name={say('note.field.decision')}
        values={DECISION_STATES.map((value) => ({
          value,
          label: decisionWords(value, say),
          count: counts.decisions.get(value) ?? 0,
        }))}
        ticked={screen.decisions}
        inLine={low}
        onChange={(ticked) => change({ decisions: DECISION_STATES.filter((one) => ticked.includes(one)) })}
      />
      <FilterButton
        name={say('note.field.stage')}
        values={STAGES.map((value) => ({
          value,
          label: say(`stage.${value}`),
          count: counts.stages.get(value) ?? 0,
        }))}
        ticked={screen.stages}
        inLine={low}
        onChange={(ticked) => change({ stages: STAGES.filter((one) => ticked.includes(one)) })}
      />
      {owners.length > 0 ? (
        <FilterButton
          name={say('note.field.ownerRole')}
          values={owners}
          ticked={screen.owners}
          inLine={same}
          onChange={(ticked) => change({ owners: ticked })}
        />
      ) : null}
      {tags.length > 0 ? (
        <FilterButton
          name={say('note.field.tags')}
          values={tags}
          ticked={screen.tags}
          inLine={same}
          onChange={(ticked) => change({ tags: ticked })}
        />
      ) : null}
      {narrowed ? <a href={toAddress({ ...ALL_NOTES, order: screen.order })}>{say('register.clear')}</a> : null}
      {children}
      <p className="register-count muted small">{countWords()}</p>
    </div>
  );

  function countWords(): string {
    const experiments = rows.filter((row) => formOfRow(row) === 'experiment').length;
    const all = rows.length;
    const notes = all - experiments;
    if (!narrowed) {
      if (experiments === 0) return say('register.count.notes', { notes });
      return say(notes === 0 ? 'register.count.all' : 'register.count.both', { notes, experiments });
    }
    // Of plain notes none was stopped.
    const asks = screen.forms.length === 0 || screen.forms.includes('experiment');
    if (!asks || experiments === 0) return say('register.count.plain', { shown, all });
    return say(showsStopped(screen) ? 'register.count.some' : 'register.count.left', { shown, all });
  }
}
