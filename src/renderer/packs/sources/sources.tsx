import { useEffect, useRef } from 'react';
import { bridge } from '#kit/bridge.ts';
import { setKeptSizes, useFetching, useSources } from '#kit/sources.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import { AddSource } from './add-source.tsx';
import { KeptSource } from './kept-source.tsx';
import { SourceRow } from './source-row.tsx';
import './sources.css';

/** Where packs come from: how each source stands, what it has, and another one. */
export function Sources({ packs }: { readonly packs: readonly InstalledPack[] }) {
  const say = useSay();
  const sources = useSources();
  const heading = useRef<HTMLHeadingElement>(null);
  const here = packs
    .flatMap(({ id, hash, other }) => [hash, ...(other ? [other.hash] : [])].map((one) => `${id} ${one}`))
    .join('\n');
  // What came of an update is looked at when it has.
  const fetching = useFetching() !== null;
  // What belongs to a pack that was taken off, or to a release that was replaced, gives its space back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came with a fetch is weighed, too
  useEffect(() => {
    const releases = (here === '' ? [] : here.split('\n')).map((one) => {
      const [pack = '', sha256 = ''] = one.split(' ');
      return { pack, sha256 };
    });
    void bridge()
      .call['sources:installed'](releases)
      .then((answer) => {
        if (answer.ok) setKeptSizes(answer.value);
      });
  }, [here, fetching]);
  if (sources === undefined) return null;

  const remove = async (id: string, name: string): Promise<void> => {
    const answer = await bridge().call['sources:remove'](id);
    if (!answer.ok) return;
    heading.current?.focus();
    tellOutcome(say('sources.removed', { source: name }));
  };
  return (
    <section className="sat-sec packs-sources" aria-labelledby="packs-sources">
      <h2 className="sat-h2" id="packs-sources" tabIndex={-1} ref={heading}>
        {say('sources.title')}
      </h2>
      <p className="packs-sources__lead">{say(sources.length === 0 ? 'sources.empty' : 'sources.lead')}</p>
      {sources.length === 0 ? null : (
        <ul className="packs-sources__list">
          {sources.map((source) =>
            source.kind === 'newer' || source.kind === 'unread' ? (
              <KeptSource key={source.id} source={source} />
            ) : (
              <SourceRow
                key={source.id}
                source={source}
                packs={packs}
                onRemove={() => void remove(source.id, source.name)}
              />
            ),
          )}
        </ul>
      )}
      <AddSource others={sources.length} />
    </section>
  );
}
