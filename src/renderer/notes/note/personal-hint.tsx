import { useEffect, useRef, useState } from 'react';
import type { Finding } from '#domain/personal-data/finding.ts';
import { findPersonalData } from '#domain/personal-data.ts';
import { announce } from '#kit/announce.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useNote } from '#store/notes/note-context.ts';
import { Icon } from '#ui/icon.tsx';
import { LinkButton } from '#ui/link-button.tsx';

/** Milliseconds without a key before it speaks. */
const PAUSE = 1_000;
/** Of many findings only the first are read out; all are listed. */
const SPOKEN = 3;

/** Says below a field what looks like details of a person. It never stops anyone. */
export function PersonalHint({ id, text }: { readonly id: string; readonly text: string }) {
  const say = useSay();
  const edit = useEdit();
  const notPersonal = useNote((note) => note.notPersonal);
  const [scanned, setScanned] = useState<readonly Finding[]>(() => findPersonalData(text));
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return undefined;
    }
    const timer = setTimeout(() => setScanned(findPersonalData(text)), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);

  const found = distinct(scanned).filter((one) => !notPersonal.includes(one.text) && text.includes(one.text));
  const spoken = found
    .slice(0, SPOKEN)
    .map((one) => say(`personal.${one.kind}`))
    .join(' ');
  const said = useRef(spoken);
  useEffect(() => {
    if (spoken !== '' && spoken !== said.current) announce(spoken);
    said.current = spoken;
  }, [spoken]);

  const dismiss = (words: string): void => {
    edit((note) => ({ notPersonal: [...note.notPersonal, words].slice(-500) }));
    const field = document.getElementById(id);
    (field?.querySelector<HTMLElement>('[contenteditable="true"]') ?? field)?.focus();
  };
  if (found.length === 0) return <div id={`${id}-personal`} />;
  return (
    <div id={`${id}-personal`} className="note-personal">
      {found.map((one) => (
        <p key={one.text} className="sat-strip sat-strip--warn">
          <Icon name="alert" small />
          <span>
            <b>{one.text}</b> {say(`personal.${one.kind}`)}{' '}
            <LinkButton onClick={() => dismiss(one.text)}>
              {say('note.notPersonal')}
              <span className="vh"> {say('note.notPersonal.of', { text: one.text })}</span>
            </LinkButton>
          </span>
        </p>
      ))}
    </div>
  );
}

const distinct = (found: readonly Finding[]): readonly Finding[] =>
  found.filter((one, at) => found.findIndex(({ text }) => text === one.text) === at);
