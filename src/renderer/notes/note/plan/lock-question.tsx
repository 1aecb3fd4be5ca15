import { useLayoutEffect, useRef } from 'react';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';

interface LockQuestionProps {
  readonly onLock: () => void;
  readonly onKeepOpen: () => void;
}

/** Asked once before a plan is locked, where the button was: what cannot be changed afterwards, and what can. */
export function LockQuestion({ onLock, onKeepOpen }: LockQuestionProps) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  // It comes by a key press, in place of the button that was pressed.
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div
      className="sat-panel note-lock"
      role="group"
      aria-labelledby="lock-question"
      aria-describedby="lock-what"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onKeepOpen();
      }}
    >
      <h3 className="sat-h3" id="lock-question" ref={heading} tabIndex={-1}>
        {say('note.lock.ask')}
      </h3>
      <p className="small" id="lock-what">
        {say('note.lock.ask.what')}
      </p>
      <p className="small">{say('note.lock.ask.back')}</p>
      <div className="row note-ways">
        <Button onClick={onLock}>{say('note.lock.do')}</Button>
        <Button kind="tool" onClick={onKeepOpen}>
          {say('note.lock.not')}
        </Button>
      </div>
    </div>
  );
}
