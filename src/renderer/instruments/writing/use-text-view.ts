import type { EditorView } from '@codemirror/view';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { constructStyles } from './constructed-styles.ts';
import { type Host, type OpenText, openText } from './editing.ts';
import { takeText } from './taken-text.ts';

constructStyles(document);

interface Shown {
  readonly open: OpenText;
  readonly view: EditorView;
}

/** Shows a note's text in `place`; `null` until it stands there. What is asked of the host is always the newest. */
export function useTextView(place: RefObject<HTMLElement | null>, id: string, text: string, host: Host): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
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
    asked.covered = () => latest.current.host.covered();
    asked.say = (...args) => latest.current.host.say(...args);
    // Drawn at once, so that a text which differs afterwards can only have come from outside.
    asked.change = (changed) => flushSync(() => latest.current.host.change(changed));
    asked.pressed = (event) => latest.current.host.pressed(event);
    asked.pasted = (...args) => latest.current.host.pasted(...args);
    asked.dropped = (...args) => latest.current.host.dropped(...args);
    asked.cleaned = (pasted) => latest.current.host.cleaned(pasted);
    asked.tooLong = () => latest.current.host.tooLong();
    setShown({ open, view: open.show(parent) });
    return () => {
      open.hide();
      setShown(null);
    };
  }, [place, id]);

  // Before the person can type again: what is typed stands on the text that came.
  useLayoutEffect(() => {
    const taken = shown ? takeText(shown.view.state, text) : null;
    if (taken) shown?.view.dispatch(taken);
  }, [shown, text]);
  return shown;
}
