import type { SourceView } from '#bridge/packs.ts';
import { useSay } from '#kit/words.ts';
import { Icon } from '#ui/icon.tsx';

/** A source that this Satchel keeps and cannot ask. */
export function KeptSource({ source: { kind, name } }: { readonly source: SourceView }) {
  const say = useSay();
  return (
    <li className="packs-source">
      <h3 className="packs-source__name">{name === '' ? say('sources.kept.name', { kind }) : name}</h3>
      <p className="packs-source__state">
        <Icon name="alert" small /> {say('sources.kept', { kind })}
      </p>
    </li>
  );
}
