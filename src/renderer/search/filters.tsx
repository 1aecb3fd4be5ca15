import { toAddress } from '#domain/address.ts';
import { STAGES } from '#domain/stage.ts';
import type { Results } from '#search/results.ts';
import { usePacks } from '#store/packs.ts';
import { useSay } from '#store/words.ts';
import { useFrame } from '#ui/frame.ts';
import type { Asked } from './use-results.ts';

interface FiltersProps {
  readonly asked: Asked;
  readonly counts: Results['counts'];
  readonly id: string;
}

/** Which packs and stages, each with how many it would give. A value that would give none cannot be ticked. */
export function Filters({ asked, counts, id }: FiltersProps) {
  const say = useSay();
  const { go } = useFrame();
  const packs = usePacks() ?? [];
  const change = (next: Partial<Asked>): void => go(toAddress({ screen: 'search', ...asked, ...next }), 'replace');
  return (
    <div className="sat-filters" id={id}>
      <Group
        legend={say('search.filter.pack')}
        values={packs.map((pack) => ({
          value: pack.id,
          label: pack.title,
          count: counts.packs[pack.id] ?? 0,
          lang: pack.language,
        }))}
        ticked={asked.packs}
        onChange={(values) => change({ packs: values })}
      />
      <Group
        legend={say('search.filter.stage')}
        values={STAGES.map((stage) => ({ value: stage, label: say(`stage.${stage}`), count: counts.stages[stage] }))}
        ticked={asked.stages}
        onChange={(values) => change({ stages: STAGES.filter((stage) => values.includes(stage)) })}
      />
      {asked.packs.length + asked.stages.length > 0 ? (
        <a href={toAddress({ screen: 'search', query: asked.query, packs: [], stages: [] })}>
          {say('search.filter.clear')}
        </a>
      ) : null}
    </div>
  );
}

interface Value {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly lang?: string;
}

interface GroupProps {
  readonly legend: string;
  readonly values: readonly Value[];
  readonly ticked: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

function Group({ legend, values, ticked, onChange }: GroupProps) {
  if (values.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {values.map(({ value, label, count, lang }) => {
        const on = ticked.includes(value);
        const none = count === 0 && !on;
        return (
          <label key={value} className="sat-check">
            <input
              type="checkbox"
              checked={on}
              aria-disabled={none || undefined}
              onChange={() => {
                if (!none) onChange(on ? ticked.filter((one) => one !== value) : [...ticked, value]);
              }}
            />
            <span lang={lang}>{label}</span>
            <span className="n">{count}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
