import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ALL_NOTES, type Screen as At, toAddress } from '#domain/address.ts';
import { isNarrowed } from '#domain/note/register.ts';
import { stateWords } from '#domain/note/state-words.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { windowDrafts } from '#store/own/draft-keeper.ts';
import { keepFilter, removeFilter, type SavedFilter, useSavedFilters } from '#store/own/saved-filters.ts';
import { useDraftsRead } from '#store/own/use-draft.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { decisionWords } from './cell-words.ts';
import { FilterName } from './filter-name.tsx';
import { setLastDone } from './last-done.ts';

type RegisterAt = Extract<At, { screen: 'notes' }>;

/** Keeps the present filter under a name; one that is kept can be renamed and removed. */
export function SavedFilterBar({ screen }: { readonly screen: RegisterAt }) {
  const say = useSay();
  const saved = useSavedFilters();
  const here = addressOf(screen);
  useDraftsRead(here);
  const [asking, setAsking] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  if (!saved || !isNarrowed(screen)) return null;
  const known = saved.find((filter) => addressOf(filter) === here);
  const done = (): void => {
    flushSync(() => setAsking(''));
    opener.current?.focus();
  };
  const keep = (name: string): void => {
    const { forms, states, decisions, stages, owners, tags } = screen;
    const id = known?.id ?? crypto.randomUUID();
    const kept = keepFilter({ id, name, forms, states, decisions, stages, owners, tags });
    windowDrafts().take(here, { 'filter-name': undefined }, kept);
    void kept.then(() => tellOutcome(say('register.save.kept', { name })));
    done();
  };
  const remove = (filter: SavedFilter): void => {
    document.querySelector<HTMLElement>('#main [data-screen-title]')?.focus();
    const fact = say('register.saved.removed', { name: filter.name });
    void removeFilter(filter.id).then(() => tellOutcome(fact));
    setLastDone({ fact, more: '', undo: () => keepFilter(filter) });
  };
  if (asking === here) {
    return (
      <FilterName
        of={here}
        name={known?.name ?? suggested(screen)}
        taken={saved.filter(({ id }) => id !== known?.id).map(({ name }) => name)}
        onKeep={keep}
        onCancel={done}
      />
    );
  }
  const ask = (
    <LinkButton ref={opener} onClick={() => setAsking(here)}>
      {say(known ? 'register.saved.rename' : 'register.save')}
    </LinkButton>
  );
  if (!known) return ask;
  return (
    <span className="register-kept">
      <span className="small muted">{say('register.saved.is', { name: known.name })}</span>
      {ask}
      <LinkButton onClick={() => remove(known)}>{say('register.saved.remove')}</LinkButton>
    </span>
  );

  function suggested({ forms, states, decisions, stages, owners, tags }: RegisterAt): string {
    const parts = [
      ...forms.map((form) => say(`form.${form}.many`)),
      ...states.map((state) => say(stateWords(state))),
      ...decisions.map((decision) => decisionWords(decision, say)),
      ...stages.map((stage) => say(`stage.${stage}`)),
      ...owners,
      ...tags,
    ];
    return parts.join(', ').slice(0, 60);
  }
}

/** The same for the same filter, whatever the order of the list. */
const addressOf = ({ forms, states, decisions, stages, owners, tags }: Omit<SavedFilter, 'id' | 'name'>): string =>
  toAddress({ ...ALL_NOTES, forms, states, decisions, stages, owners, tags });
