import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';

export interface RemoveButtonProps {
  /** What is taken out, for the button's name. */
  readonly name: string;
  readonly onRemove: () => void;
}

/** Takes a row out. Focus goes to the line that says so, see `RemovedLine`. */
export function RemoveButton({ name, onRemove }: RemoveButtonProps) {
  const say = useSay();
  return (
    <Button kind="bare" icon="cross" aria-label={say('note.remove.of', { name })} onClick={onRemove}>
      {say('note.remove')}
    </Button>
  );
}
