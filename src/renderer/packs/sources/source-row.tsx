import { useId } from 'react';
import type { SourceView } from '#bridge/packs.ts';
import { announce } from '#kit/announce.ts';
import { bridge } from '#kit/bridge.ts';
import { useSettings } from '#kit/settings.ts';
import { sourcesNow, useFetching } from '#kit/sources.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { FetchMeter } from './fetch-meter.tsx';
import { SourcePacks } from './source-packs.tsx';
import { askedWords, isDoubtful, stateWords } from './source-state.ts';

interface SourceRowProps {
  readonly source: SourceView;
  readonly packs: readonly InstalledPack[];
  readonly onRemove: () => void;
}

export function SourceRow({ source, packs, onRemove }: SourceRowProps) {
  const say = useSay();
  const { language } = useSettings();
  const today = useToday();
  const fetching = useFetching();
  const name = useId();
  const now = new Date();
  const state = stateWords(source, packs, now, { say, language, today });
  const { id, kind, setBy, known, checking } = source;
  const asked = askedWords(known, { say, language, today });

  const check = async (): Promise<void> => {
    await bridge().call['sources:check'](id);
    // As it stands now, drawn or not: an answer may come within one drawing.
    const checked = sourcesNow().find((one) => one.id === id);
    if (checked === undefined) return;
    const words = stateWords({ ...checked, checking: false }, packs, new Date(), { say, language, today });
    announce(say('sources.checked', { source: source.name, state: words }));
  };
  return (
    <li className="packs-source">
      <h3 className="packs-source__name" id={name}>
        {source.name}
      </h3>
      <p className="small muted">
        {setBy === 'policy' ? <Icon name="lock" small /> : null} {say('sources.kind', { kind, by: setBy })}
      </p>
      <p className="packs-source__state">
        {isDoubtful(source, now) ? <Icon name="alert" small /> : null} {state}
      </p>
      {asked === '' ? null : <p className="small muted">{asked}</p>}
      <div className="row">
        <Button
          kind="tool"
          aria-label={say(checking ? 'sources.check.stop.of' : 'sources.check.of', { source: source.name })}
          onClick={() => void (checking ? bridge().call['sources:stopCheck'](id) : check())}
        >
          {say(checking ? 'sources.check.stop' : 'sources.check')}
        </Button>
        {setBy === 'policy' ? null : (
          <Button kind="tool" aria-label={say('sources.remove.of', { source: source.name })} onClick={onRemove}>
            {say('sources.remove')}
          </Button>
        )}
      </div>
      {fetching?.source === id ? <FetchMeter fetching={fetching} /> : null}
      <SourcePacks source={source} packs={packs} now={now} />
    </li>
  );
}
