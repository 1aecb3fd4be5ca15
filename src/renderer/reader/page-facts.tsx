import type { ReactNode } from 'react';
import { toAddress } from '#domain/address.ts';
import { checkState, longDay } from '#domain/day.ts';
import type { PageMeta } from '#domain/pack/page.ts';
import type { WordKey } from '#domain/words/words.ts';
import { useSettings } from '#kit/settings.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { DataList } from '#ui/data-list.tsx';
import { type CitedPack, shownPublisher } from './citation.ts';

/** What a reader should know before relying on a page: who it is for, where it applies, how old it is. */
export function PageFactsList({
  meta,
  pack,
  marking,
}: {
  readonly meta: PageMeta;
  readonly pack: CitedPack;
  readonly marking: string;
}) {
  const say = useSay();
  const today = useToday();
  const { language } = useSettings();
  const past = checkState(meta.checkBy, today) === 'past';
  const stages = meta.stage.map((stage) => (
    <a key={stage} href={toAddress({ screen: 'library', stage })}>
      {say(`stage.${stage}`)}
    </a>
  ));
  const rows: readonly (readonly [WordKey, ReactNode])[] = [
    ['reader.facts.stage', stages.length > 0 ? joined(stages) : undefined],
    ['reader.facts.ask', listed(meta.ask, language)],
    ['reader.facts.audience', listed(meta.audience, language)],
    ['reader.facts.jurisdiction', meta.jurisdiction],
    ['reader.facts.owner', meta.owner],
    ['reader.facts.status', meta.status && listed([meta.status], language)],
    ['reader.facts.reviewed', meta.reviewed && longDay(meta.reviewed, language)],
    [
      'reader.facts.checkBy',
      meta.checkBy &&
        (past ? <b className="warn">{longDay(meta.checkBy, language)}</b> : longDay(meta.checkBy, language)),
    ],
    ['reader.facts.release', `${pack.title} ${pack.version}`],
    ['reader.facts.publisher', shownPublisher(pack, say)],
    ['reader.facts.marking', marking],
  ];
  const facts = rows.flatMap(([key, value]) => (value ? [{ key, name: say(key), value }] : []));
  return <DataList facts={facts} />;
}

/** `commercial, legal` as a sentence starts: the first letter large. */
function listed(words: readonly string[], language: string): string | undefined {
  const text = words.join(', ');
  return text === '' ? undefined : text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

const joined = (nodes: readonly ReactNode[]): ReactNode =>
  nodes.flatMap((node, at) => (at === 0 ? [node] : [', ', node]));
