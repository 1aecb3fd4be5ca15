import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';

export interface RemoveButtonProps {
  /** What is taken out, for the button's name. */
  readonly name: string;
  /** The id of what takes focus when this row and its button are gone and no row follows. */
  readonly next: string;
  readonly onRemove: () => void;
}

/** Takes a row out; focus goes to the row that follows, or to what stands after the rows. */
export function RemoveButton({ name, next, onRemove }: RemoveButtonProps) {
  const say = useSay();
  return (
    <Button
      kind="bare"
      icon="cross"
      data-remove=""
      aria-label={say('note.remove.of', { name })}
      onClick={(event) => {
        const row = event.currentTarget.parentElement;
        const rows = [...(row?.parentElement?.querySelectorAll<HTMLElement>('[data-remove]') ?? [])];
        const after = rows[rows.indexOf(event.currentTarget) + 1];
        onRemove();
        (after ?? document.getElementById(next))?.focus();
      }}
    >
      {say('note.remove')}
    </Button>
  );
}
