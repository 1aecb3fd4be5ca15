import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import { forgetRemoved, useRemoved } from './last-removed.ts';
import './removal.css';

/**
 * What was taken out of a list, with the way back. It has focus: the button that was pressed is gone, and no second press
 * of the same key takes out more.
 */
export function RemovedLine({ list }: { readonly list: string }) {
  const say = useSay();
  const removed = useRemoved(list);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (removed) button.current?.focus();
  }, [removed]);
  useEffect(() => () => forgetRemoved(list), [list]);
  if (!removed) return null;
  const undo = async (): Promise<void> => {
    // Focus must not be nowhere while the row is on its way back.
    await flushSync(() => removed.undo());
    tellOutcome(say('removed.undone'));
    document.getElementById(removed.back)?.focus();
    forgetRemoved(list);
  };
  return (
    <p className="sat-removed sat-noprint">
      <span>{removed.words}</span>
      <Button ref={button} kind="tool" onClick={() => void undo()}>
        {say('removed.undo')}
      </Button>
    </p>
  );
}
