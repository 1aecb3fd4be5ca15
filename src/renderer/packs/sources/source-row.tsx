import { useEffect, useId, useRef } from 'react';
import type { SourceView } from '#bridge/packs.ts';
import type { ListedRelease } from '#domain/pack/source.ts';
import { sizeWords } from '#domain/size.ts';
import { announce } from '#kit/announce.ts';
import { bridge } from '#kit/bridge.ts';
import { useSettings } from '#kit/settings.ts';
import { endFetching, useFetching } from '#kit/sources.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { installFrom } from '#store/packs/installs.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import { Button } from '#ui/button.tsx';
import { FetchMeter } from './fetch-meter.tsx';
import { askedWords, gives, offerOf, stateWords } from './source-state.ts';

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

  // What a person asked for is told when it has come.
  const wasAsked = useRef(false);
  useEffect(() => {
    if (!wasAsked.current || checking) return;
    wasAsked.current = false;
    announce(say('sources.checked', { source: source.name, state }));
  }, [checking, say, source.name, state]);

  const check = async (): Promise<void> => {
    // Before it is asked: its answer may be drawn before this one comes.
    wasAsked.current = true;
    await bridge().call['sources:check'](id);
  };
  return (
    <li className="packs-source">
      <h3 className="packs-source__name" id={name}>
        {source.name}
      </h3>
      <p className="small muted">{say('sources.kind', { kind, by: setBy })}</p>
      <p className="packs-source__state">{state}</p>
      {asked === '' ? null : <p className="small muted">{asked}</p>}
      {known.packs.length === 0 ? null : (
        <ul className="packs-source__packs" aria-label={say('sources.packs', { source: source.name })}>
          {known.packs.map((pack) => (
            <SourcePack key={pack.id} source={source} pack={pack} packs={packs} gives={gives(source, now)} />
          ))}
        </ul>
      )}
      {fetching?.source === id ? <FetchMeter fetching={fetching} /> : null}
      <div className="row">
        <Button kind="tool" aria-label={say('sources.check.of', { source: source.name })} onClick={() => void check()}>
          {say('sources.check')}
        </Button>
        {setBy === 'policy' ? null : (
          <Button kind="tool" aria-label={say('sources.remove.of', { source: source.name })} onClick={onRemove}>
            {say('sources.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}

interface SourcePackProps {
  readonly source: SourceView;
  readonly pack: ListedRelease;
  readonly packs: readonly InstalledPack[];
  readonly gives: boolean;
}

function SourcePack({ source, pack, packs, gives: isGiven }: SourcePackProps) {
  const say = useSay();
  const { language } = useSettings();
  const { id, title, version, publisher, size } = pack;
  const offer = offerOf(pack, packs);
  const words =
    offer === 'none'
      ? say('sources.pack.installed')
      : size === null
        ? say(`sources.${offer}.unsized`)
        : say(`sources.${offer}`, { size: sizeWords(size, language) });
  const update = async (): Promise<void> => {
    const brought = bridge().call['sources:update'](source.id, id);
    await installFrom(brought.then((answer) => (answer.ok ? { ok: true, value: [answer.value] } : answer)));
    endFetching();
  };
  return (
    <li>
      <span>
        <b>{title}</b> {say('sources.pack', { version, publisher })}
      </span>
      {offer === 'none' ? <span className="small muted">{words}</span> : null}
      {offer !== 'none' && isGiven ? (
        <Button
          kind="tool"
          aria-label={say('sources.update.of', { button: words, pack: title, version })}
          onClick={() => void update()}
        >
          {words}
        </Button>
      ) : null}
    </li>
  );
}
