import { useEffect, useId, useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { announce } from '#kit/announce.ts';
import { bridge } from '#kit/bridge.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Strip } from '#ui/strip.tsx';

const ADDRESS = 'packs-add-address';

/** Another source: an address that is typed, or a folder or file chosen by the system's own dialog. */
export function AddSource({ others }: { readonly others: number }) {
  const say = useSay();
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  /** Whether what was refused is what stands in the field. */
  const [isTyped, setTyped] = useState(false);
  const refusal = useId();
  const [isMissing, setMissing] = useState(false);
  const [asking, setAsking] = useState(false);

  // A source that came stands above the field and moves it on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the list grows
  useEffect(() => {
    const field = document.getElementById(ADDRESS);
    if (field && document.activeElement === field) field.scrollIntoView({ block: 'nearest' });
  }, [others]);

  const add = async (work: Promise<Result<'added' | 'cancelled' | null>>, typed = false): Promise<void> => {
    setProblem(null);
    setMissing(false);
    setTyped(typed);
    setAsking(true);
    announce(say('sources.adding'));
    const answer = await work;
    setAsking(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      const { fact, more } = problemWords(answer.problem, say);
      announce(`${fact} ${more}`);
    } else if (answer.value !== 'cancelled') {
      setAddress('');
      tellOutcome(say('sources.added'));
    }
  };
  const submit = (): void => {
    const typed = address.trim();
    if (typed !== '') {
      void add(bridge().call['sources:add'](typed), true);
      return;
    }
    setProblem(null);
    setMissing(true);
    announce(say('sources.address.missing'));
    document.getElementById(ADDRESS)?.focus();
  };
  const words = problem && problemWords(problem, say);
  const isWrong = isMissing || (words !== null && isTyped);
  return (
    <div className="packs-add">
      <label className="govuk-label" htmlFor={ADDRESS}>
        {say('sources.address')}
      </label>
      <div className="row">
        <input
          id={ADDRESS}
          type="text"
          className="govuk-input packs-add__address"
          value={address}
          maxLength={2_048}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? refusal : undefined}
          onChange={(event) => setAddress(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) submit();
          }}
        />
        <Button kind="tool" onClick={submit}>
          {say('sources.address.add')}
        </Button>
      </div>
      <div className="row">
        <Button kind="tool" onClick={() => void add(bridge().call['sources:choose']('folder'))}>
          {say('sources.add.folder')}
        </Button>
        <Button kind="tool" onClick={() => void add(bridge().call['sources:choose']('file'))}>
          {say('sources.add.file')}
        </Button>
      </div>
      {isMissing ? (
        <p id={refusal} className="packs-add__missing">
          <Icon name="alert" small /> {say('sources.address.missing')}
        </p>
      ) : null}
      {asking ? <p className="muted">{say('sources.adding')}</p> : null}
      {words ? (
        <div id={refusal}>
          <Strip tone="warn" fact={words.fact}>
            {words.more}
          </Strip>
        </div>
      ) : null}
    </div>
  );
}
