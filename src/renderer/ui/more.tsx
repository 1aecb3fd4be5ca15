import { type FocusEventHandler, useEffect, useId, useRef, useState } from 'react';
import { Icon } from './icon.tsx';

/** What is behind "More": a way to another screen, or something that is done here. */
export type MoreEntry = {
  readonly key: string;
  readonly label: string;
} & ({ readonly href: string } | { readonly run: () => void });

interface MoreProps {
  /** Says what is behind it: the button shows no word. */
  readonly label: string;
  readonly entries: readonly MoreEntry[];
  /** Looks like the tools that it follows. */
  readonly look?: 'sat-btn' | 'sat-iconbtn';
  /** Of the button, where it is one of several with one tab stop. */
  readonly tabIndex?: number;
  readonly onFocus?: FocusEventHandler;
}

/** What is seldom done: a list that opens under its button. Tab goes through it, Esc closes it. */
export function More({ label, entries, look = 'sat-btn', tabIndex, onFocus }: MoreProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    // Where the button stands at the foot of the window.
    list.current?.scrollIntoView({ block: 'nearest' });
    const away = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('keydown', pressed);
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [open]);
  const act = (run: () => void) => () => {
    setOpen(false);
    opener.current?.focus();
    run();
  };
  return (
    <div className="sat-more" ref={root}>
      <button
        ref={opener}
        type="button"
        className={look}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        tabIndex={tabIndex}
        onFocus={onFocus}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" small />
      </button>
      <ul id={id} className="plain" ref={list} hidden={!open}>
        {entries.map((entry) => (
          <li key={entry.key}>
            {'href' in entry ? (
              <a className="sat-btn sat-btn--bare" href={entry.href}>
                {entry.label}
              </a>
            ) : (
              <button type="button" className="sat-btn sat-btn--bare" onClick={act(entry.run)}>
                {entry.label}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
