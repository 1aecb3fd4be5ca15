import { useMemo, useRef } from 'react';
import { toAddress } from '#domain/address.ts';
import type { Status } from '#domain/note/choices.ts';
import { waysOn } from '#domain/note/lifecycle.ts';
import { missingFor } from '#domain/note/missing.ts';
import { missingWords } from '#domain/words/missing-words.ts';
import { announce } from '#store/announce.ts';
import { useCommandHandler } from '#store/command-handlers.ts';
import { tellOutcome } from '#store/status.ts';
import { useSay } from '#store/words.ts';
import { Button } from '#ui/button.tsx';
import { fieldOf } from './missing-field.ts';
import { findPersonal, moveNote } from './move.ts';
import { useNote, useOpenNote } from './note-context.ts';

/** What the next step still asks for, each a link to its field, and the ways on. Never greyed out: it says what is missing. */
export function NextStep() {
  const say = useSay();
  const saver = useOpenNote();
  const status = useNote((note) => note.status);
  const ended = useNote((note) => note.ending !== null);
  const heading = useRef<HTMLHeadingElement>(null);
  const ways = ended ? [] : waysOn({ status, ending: null });
  const [next, ...others] = ways.filter((way) => way !== 'stopped');

  const move = async (to: Status): Promise<void> => {
    const moved = await moveNote(saver, to);
    if ('moved' in moved) {
      tellOutcome(say(to === 'ready' ? 'note.moved.ready' : 'note.moved', { status: say(`status.${to}`) }));
      return;
    }
    heading.current?.focus();
    announce(say('note.missing', { count: moved.missing.length }), { assertive: true });
  };
  useCommandHandler('moveOn', next === undefined ? null : () => void move(next));

  if (next === undefined) return null;
  return (
    <section aria-labelledby="before">
      <h2 id="before" ref={heading} tabIndex={-1}>
        {say('note.before', { status: say(`status.${next}`) })}
      </h2>
      <MissingList to={next} />
      <div className="row note-ways">
        <Button onClick={() => void move(next)}>{say('note.moveTo', { status: say(`status.${next}`) })}</Button>
        {others.map((way) => (
          <Button key={way} kind="tool" onClick={() => void move(way)}>
            {say('note.backTo', { status: say(`status.${way}`) })}
          </Button>
        ))}
      </div>
      {(next === 'planned' || next === 'ready') && (
        <p className="small muted">{say(next === 'planned' ? 'note.lock.after' : 'note.lock.now')}</p>
      )}
    </section>
  );
}

function MissingList({ to }: { readonly to: Status }) {
  const say = useSay();
  const saver = useOpenNote();
  const id = saver.row().id;
  // As text, so that the list is drawn again only when it has changed.
  const found = useNote((note) =>
    JSON.stringify(
      missingFor(note, to, findPersonal).map((one) => ({ words: missingWords(one, say), field: fieldOf(one, note) })),
    ),
  );
  const missing = useMemo(() => JSON.parse(found) as readonly { words: string; field: string }[], [found]);
  if (missing.length === 0) return <p className="small muted">{say('note.nothingMissing')}</p>;
  return (
    <>
      <p className="small muted">{say('note.missing', { count: missing.length })}</p>
      <ul className="plain note-missing">
        {missing.map(({ words, field }) => (
          <li key={words}>
            <a href={toAddress({ screen: 'note', id, section: field })}>{words}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
