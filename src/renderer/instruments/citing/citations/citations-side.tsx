import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { type Place, toAddress } from '#domain/address.ts';
import { type CitationState, keepAsItWas, needsLook, relyOn } from '#domain/note/citation-state.ts';
import type { NotePatch } from '#domain/note/rebase.ts';
import type { Citation, Note } from '#domain/note/record/note.ts';
import { rowBack } from '#domain/row-back.ts';
import type { Say } from '#domain/words/words.ts';
import { UnverifiedPack } from '#instruments/evidence/origin/origin-mark.tsx';
import { tellRemoved, useRemoved } from '#instruments/removal/last-removed.ts';
import { RemovedLine } from '#instruments/removal/removed-line.tsx';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { useCitationStates } from '#store/notes/citation-states.ts';
import { ReadBeside } from '../beside/read-beside.tsx';
import { ThenNow } from './then-now.tsx';
import './citations.css';

interface CitationsSideProps {
  readonly citations: readonly Citation[];
  /** `null` where the note is only read. */
  readonly edit: ((make: (note: Note) => NotePatch) => void) | null;
}

/** The list for its removals, and its heading. */
export const CITATIONS = 'citations';
const HEADING = 'citations-side';

const nameOf = ({ heading, title }: Citation): string => heading || title;

/** Beside a note: what has changed in the guidance that it relies on, and all that it relies on. */
export function CitationsSide({ citations, edit }: CitationsSideProps) {
  const say = useSay();
  const states = useCitationStates(citations);
  const [shown, setShown] = useState<string>();
  const list = useRef<HTMLHeadingElement>(null);
  const removed = useRemoved(CITATIONS);
  if ((citations.length === 0 && removed === null) || states === undefined) return null;
  const known = citations.flatMap((citation) => {
    const state = states.get(citation.id);
    return state ? [{ citation, state }] : [];
  });
  const open = known.find(({ citation }) => citation.id === shown);
  const replace = (next: Citation): void => {
    setShown(undefined);
    // What was pressed goes away with the strip.
    list.current?.focus();
    edit?.((note) => ({ citations: note.citations.map((one) => (one.id === next.id ? next : one)) }));
  };
  const remove = (gone: Citation): void => {
    edit?.((note) => ({ citations: note.citations.filter(({ id }) => id !== gone.id) }));
    tellRemoved({
      list: CITATIONS,
      words: say('cite.removed', { heading: nameOf(gone) }),
      undo: () => edit?.((note) => ({ citations: rowBack(note.citations, gone, citations) })),
      back: HEADING,
    });
  };
  const changed = known.filter(({ state }) => needsLook(state));
  return (
    <>
      {changed.length > 0 ? (
        <section>
          <h2>{say('cite.changed.title')}</h2>
          {changed.map(({ citation, state }) => (
            <div key={citation.id} className="sat-strip sat-strip--warn sat-citechanged" role="note">
              <div>
                <b>{nameOf(citation)}</b> {changedWords(citation, state, say)}{' '}
                <ShowButton citation={citation} state={state} onShow={setShown} />
              </div>
            </div>
          ))}
        </section>
      ) : null}
      <section>
        <h2 id={HEADING} ref={list} tabIndex={-1}>
          {say('note.field.citations')}
        </h2>
        <ul className="plain sat-cites">
          {known.map(({ citation, state }) => (
            <li key={citation.id}>
              <CitedLink citation={citation} state={state} />
              <span className="small muted">{stateWords(citation, state, say)}</span>
              <UnverifiedPack pack={citation.pack} release={citation.release} />
              <span className="row">
                <CitedBeside citation={citation} state={state} />
                {needsLook(state) ? null : <ShowButton citation={citation} state={state} onShow={setShown} />}
                {edit ? (
                  <button
                    type="button"
                    className="sat-linkbtn small"
                    aria-label={say('cite.remove.of', { heading: nameOf(citation) })}
                    onClick={() => remove(citation)}
                  >
                    {say('cite.remove')}
                  </button>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
        <RemovedLine list={CITATIONS} />
      </section>
      {open
        ? createPortal(
            <ThenNow
              citation={open.citation}
              state={open.state}
              onClose={() => setShown(undefined)}
              decide={
                edit && {
                  rely: () => {
                    if (open.state.at !== 'changed') return;
                    replace(relyOn(open.citation, open.state.now, new Date().toISOString()));
                    tellOutcome(say('cite.relied', { heading: nameOf(open.citation) }));
                  },
                  keep: () => {
                    replace(keepAsItWas(open.citation, open.state));
                    tellOutcome(say('cite.kept', { heading: nameOf(open.citation) }));
                  },
                }
              }
            />,
            // Not inside the panel, whose headings and sections look otherwise.
            document.body,
          )
        : null}
    </>
  );
}

interface CitedProps {
  readonly citation: Citation;
  readonly state: CitationState;
}

/** Where the cited section is now; `null` where it is no more. */
const placeNow = (state: CitationState): Place | null =>
  state.at === 'same' || state.at === 'changed' ? state.now.place : null;

function CitedLink({ citation, state }: CitedProps) {
  const name = nameOf(citation);
  const place = placeNow(state);
  if (!place) return <span>{name}</span>;
  const { section, ...page } = place;
  return <a href={toAddress({ screen: 'read', ...page, ...(section ? { section } : {}) })}>{name}</a>;
}

function CitedBeside({ citation, state }: CitedProps) {
  const place = placeNow(state);
  return place && <ReadBeside place={place} title={nameOf(citation)} />;
}

function ShowButton({ citation, state, onShow }: CitedProps & { readonly onShow: (id: string) => void }) {
  const say = useSay();
  const words = state.at === 'changed' ? 'cite.thenNow' : 'cite.words';
  return (
    <button
      type="button"
      className="sat-linkbtn small"
      aria-label={say(`${words}.of`, { heading: nameOf(citation) })}
      aria-haspopup="dialog"
      onClick={() => onShow(citation.id)}
    >
      {say(words)}
    </button>
  );
}

function changedWords({ packTitle, version }: Citation, state: CitationState, say: Say): string {
  return state.at === 'changed'
    ? say('cite.changed.since', { pack: packTitle, version: state.now.version })
    : say('cite.changed.gone', { pack: packTitle, version });
}

function stateWords({ packTitle, version }: Citation, state: CitationState, say: Say): string {
  switch (state.at) {
    case 'same':
      return say('cite.state.same', { pack: packTitle, version });
    case 'changed':
      return state.declined ? say('cite.state.declined', { version }) : say('cite.state.changed');
    case 'gone':
      return say('cite.state.gone', { pack: packTitle });
    case 'packGone':
      return say('cite.state.packGone', { pack: packTitle });
  }
}
