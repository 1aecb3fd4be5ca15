import { memo, useEffect, useState } from 'react';
import { besideAddress } from '#domain/address.ts';
import { checkState, longDay } from '#domain/day.ts';
import { foundTypeOf } from '#domain/found-type.ts';
import { UnverifiedPack } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSettings } from '#kit/settings.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { wordsToMark } from '#search/marks.ts';
import type { Hit } from '#search/results.ts';
import { mark } from '#search/snippet.ts';
import type { Why } from '#search/why.ts';
import { wordsOf } from '#search/words/analyse.ts';
import { noteAtHand } from '#store/notes/note-at-hand.ts';
import { loadFound } from '#store/notes/note-sections.ts';
import { searchClient } from './client.ts';
import { HitName } from './hit-name.tsx';
import { Reasons } from './reasons.tsx';
import { addressOf, marksOfHit } from './result-item.tsx';
import { Runs } from './runs.tsx';

const LONGEST = 900;

/** What stands in the panel is changed when the keys rest: it is not read while one types. */
const REST_MS = 200;

interface Shown {
  readonly hit: Hit;
  readonly query: string;
  readonly text: string;
  readonly why: Why | null;
}

/** The section of the selected result, as plain text, with how old it is. It never takes focus. */
export function Preview({ hit, query }: { readonly hit: Hit; readonly query: string }) {
  const say = useSay();
  const [shown, setShown] = useState<Shown>();

  useEffect(() => {
    let stale = false;
    const timer = window.setTimeout(async () => {
      const [section, why] = await Promise.all([loadFound(hit), searchClient().why(query, hit)]);
      if (!stale) setShown({ hit, query, text: section?.text ?? '', why });
    }, REST_MS);
    return () => {
      stale = true;
      window.clearTimeout(timer);
    };
  }, [hit, query]);

  return shown ? <ShownSection shown={shown} /> : <p className="small muted">{say('search.preview.title')}</p>;
}

/** Not drawn anew with each letter typed: its words are marked and its reasons put into sentences, which costs. */
const ShownSection = memo(({ shown }: { readonly shown: Shown }) => {
  const say = useSay();
  const today = useToday();
  const { language } = useSettings();
  const { hit, query, why } = shown;
  const note = noteAtHand.use();
  const paragraphs = cut(shown.text);
  const asked = wordsToMark(marksOfHit(hit, query), paragraphs.flatMap(wordsOf));
  const worth = (word: string): number => (asked.has(word) ? 1 : 0);
  return (
    <>
      <p className="small muted">{say('search.preview.title')}</p>
      <h2 className="search-preview__title">
        <HitName hit={hit} />
      </h2>
      <div className="stack search-preview">
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>
            <Runs runs={mark(paragraph, worth)} />
          </p>
        ))}
      </div>
      <p className="sat-meta search-preview__age">
        <UnverifiedPack pack={hit.pack} />
        {hit.reviewed === undefined ? null : (
          <span>{say('search.reviewed', { day: longDay(hit.reviewed, language) })}</span>
        )}
        {hit.checkBy !== undefined && checkState(hit.checkBy, today) === 'past' ? (
          <span className="warn">{say('search.due', { day: longDay(hit.checkBy, language) })}</span>
        ) : null}
      </p>
      <p>
        <a className="sat-btn" href={addressOf(hit)} data-marks={marksOfHit(hit, query)}>
          {say('search.preview.open')} <kbd>Enter</kbd>
        </a>
      </p>
      {note !== null && foundTypeOf(hit.pack) === 'guidance' ? (
        <p>
          <a href={besideAddress(note.id, hit)}>{say('beside.open', { title: note.title || say('notes.untitled') })}</a>{' '}
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </p>
      ) : null}
      {why ? <Reasons why={why} lead={hit.section === ''} type={foundTypeOf(hit.pack)} /> : null}
    </>
  );
});

/** The first paragraphs, whole words, at most `LONGEST` characters; each once. */
function cut(text: string): readonly string[] {
  const short = text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST))}…`;
  return [...new Set(short.split(/\n+/).filter((line) => line.trim() !== ''))];
}
