import { useEffect, useRef, useState } from 'react';
import { MOST_DROPPED } from '#bridge/packs.ts';
import { bridge } from '#kit/bridge.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { installFrom } from '#store/packs/installs.ts';

/** Takes pack files dropped anywhere on the window. Nothing that is dropped ever leads away from the app. */
export function DropTarget({ onDrop }: { readonly onDrop: () => void }) {
  const say = useSay();
  const [over, setOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });

  useEffect(() => {
    const closed = () => setOver(false);
    // Pictures are for the text of a note, which takes them itself.
    const hasOnlyPictures = (event: DragEvent) =>
      [...(event.dataTransfer?.items ?? [])].every(({ type }) => type.startsWith('image/'));
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const dragged = (event: DragEvent) => {
      // Text may still be dragged into a field.
      if (!hasFiles(event)) {
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
        return;
      }
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(!hasOnlyPictures(event));
    };
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent) => {
      if (!hasFiles(event)) {
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
        return;
      }
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > MOST_DROPPED) {
        tellOutcome(say('shell.drop.tooMany', { count: files.length, most: MOST_DROPPED }));
        return;
      }
      void installFrom(bridge().dropped(files)).then((any) => {
        if (any) latest.current();
      });
    };
    window.addEventListener('dragenter', dragged);
    window.addEventListener('dragover', dragged);
    window.addEventListener('dragleave', left);
    // Before anything that keeps the drop to itself.
    window.addEventListener('drop', closed, true);
    window.addEventListener('drop', dropped);
    return () => {
      window.removeEventListener('dragenter', dragged);
      window.removeEventListener('dragover', dragged);
      window.removeEventListener('dragleave', left);
      window.removeEventListener('drop', closed, true);
      window.removeEventListener('drop', dropped);
    };
  }, [say]);

  return over ? (
    <div className="sat-drop">
      <p>{say('shell.drop')}</p>
    </div>
  ) : null;
}
