import { type ReactNode, useState } from 'react';
import { isFiltered, NO_FILTERS, toAddress } from '#domain/address.ts';
import { FOUND_TYPES } from '#domain/found-type.ts';
import { REVIEWED, reviewedSince } from '#domain/reviewed.ts';
import { STAGES } from '#domain/stage.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import type { Results } from '#search/results.ts';
import { usePacks } from '#store/packs/packs.ts';
import { useFrame } from '#ui/frame.ts';
import type { Asked } from './use-results.ts';

interface FiltersProps {
  readonly asked: Asked;
  readonly counts: Results['counts'];
  readonly id: string;
  /** The way out stands here; where nothing is found it stands with the words that say so. */
  readonly clearable: boolean;
}

/** More audiences than this would hide the group below: at first those of most results are shown. */
const MOST_AUDIENCES = 12;

/** Kinds, packs, stages, readers and age, each value with how many it would give. One that would give none cannot be ticked. */
export function Filters({ asked, counts, id, clearable }: FiltersProps) {
  const say = useSay();
  const { go } = useFrame();
  const today = useToday();
  const packs = usePacks() ?? [];
  const [all, setAll] = useState(false);
  const every = Object.keys(counts.audiences).length;
  const audiences = shownAudiences(counts.audiences, asked.audiences, all ? every : MOST_AUDIENCES);
  const change = (next: Partial<Asked>): void => go(toAddress({ screen: 'search', ...asked, ...next }), 'replace');
  return (
    <div className="sat-filters" id={id}>
      <Group
        legend={say('found.type')}
        values={FOUND_TYPES.map((type) => ({
          value: type,
          label: say(`found.type.${type}`),
          count: counts.types[type],
        }))}
        ticked={asked.types.length === 0 ? FOUND_TYPES : asked.types}
        onChange={(values) => {
          const types = FOUND_TYPES.filter((type) => values.includes(type));
          // All of them is no filter, and none of them would find nothing.
          change({ types: types.length === FOUND_TYPES.length ? [] : types });
        }}
      />
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
      <Group
        legend={say('search.filter.reviewed')}
        values={REVIEWED.map((value) => ({
          value,
          label: say(`search.filter.reviewed.${value}`),
          count: counts.reviewed[reviewedSince(value, today)] ?? 0,
        }))}
        ticked={asked.reviewed}
        onChange={(values) => change({ reviewed: REVIEWED.filter((one) => values.includes(one)) })}
      />
      <Group
        legend={say('search.filter.audience')}
        values={audiences.map((value) => ({
          value,
          label: value.charAt(0).toLocaleUpperCase() + value.slice(1),
          count: counts.audiences[value] ?? 0,
        }))}
        ticked={asked.audiences}
        onChange={(values) => change({ audiences: values })}
      >
        {every > MOST_AUDIENCES ? (
          <button type="button" className="sat-btn" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? say('search.filter.fewer') : say('search.filter.all', { count: every })}
          </button>
        ) : null}
      </Group>
      {clearable && isFiltered(asked) ? (
        <a href={toAddress({ screen: 'search', query: asked.query, ...NO_FILTERS })}>{say('search.filter.clear')}</a>
      ) : null}
    </div>
  );
}

/** By name, so that they keep their places while numbers change. */
function shownAudiences(
  counts: Readonly<Record<string, number>>,
  ticked: readonly string[],
  most: number,
): readonly string[] {
  const first = Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([audience]) => audience);
  return [...new Set([...first, ...ticked])].sort((a, b) => a.localeCompare(b));
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
  readonly children?: ReactNode;
}

function Group({ legend, values, ticked, onChange, children }: GroupProps) {
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
      {children}
    </fieldset>
  );
}
