import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

interface RemoveDialogProps {
  readonly count: number;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Asks once before notes go for good. */
export function RemoveDialog({ count, onRemove, onClose }: RemoveDialogProps) {
  const say = useSay();
  return (
    <Dialog
      small
      title={say('bin.drop.title', { count })}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button kind="warning" onClick={onRemove}>
            {say('bin.drop.some', { count })}
          </Button>
          <Button onClick={onClose}>{say('bin.drop.keep', { count })}</Button>
        </>
      }
    >
      <p>{say('bin.drop.more', { count })}</p>
    </Dialog>
  );
}
