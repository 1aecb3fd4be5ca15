import { EditorView } from '@codemirror/view';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { constructStyles } from './constructed-styles.ts';
import { type Host, openText } from './editing.ts';
import { takeText } from './taken-text.ts';

constructStyles(document);

/** Shows a note's text in `place`; `null` until it stands there. What is asked of the host is always the newest. */
export function useTextView(
  place: RefObject<HTMLElement | null>,
  id: string,
  text: string,
  host: Host,
): EditorView | null {
  const [view, setView] = useState<EditorView | null>(null);
  const latest = useRef({ text, host });
  useLayoutEffect(() => {
    latest.current = { text, host };
  });

  useLayoutEffect(() => {
    const parent = place.current;
    if (!parent) return undefined;
    const open = openText(id, latest.current.text);
    const { host: asked } = open;
    asked.label = () => latest.current.host.label();
    // Drawn at once, so that a text which differs afterwards can only have come from outside.
    asked.change = (changed) => flushSync(() => latest.current.host.change(changed));
    asked.pressed = (event) => latest.current.host.pressed(event);
    asked.pasted = (...args) => latest.current.host.pasted(...args);
    asked.dropped = (...args) => latest.current.host.dropped(...args);
    asked.cleaned = (pasted) => latest.current.host.cleaned(pasted);
    asked.tooLong = () => latest.current.host.tooLong();
    const made = new EditorView({ parent, state: open.state });
    setView(made);
    return () => {
      open.state = made.state;
      made.destroy();
      setView(null);
    };
  }, [place, id]);

  // Before the person can type again: what is typed stands on the text that came.
  useLayoutEffect(() => {
    const taken = view ? takeText(view.state, text) : null;
    if (taken) view?.dispatch(taken);
  }, [view, text]);
  return view;
}
