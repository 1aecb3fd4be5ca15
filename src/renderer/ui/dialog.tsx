import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react';
import { IconButton } from './button.tsx';

export interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly small?: boolean;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A native modal dialog: focus goes to its title, stays inside, and returns to what opened it. */
export function Dialog({ title, closeLabel, onClose, small = false, footer, children }: DialogProps) {
  const heading = useId();
  const node = useModal();
  const closed = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget) onClose();
  };
  return (
    <dialog
      ref={node}
      className={small ? 'sat-dialog sat-dialog--small' : 'sat-dialog'}
      aria-labelledby={heading}
      onClose={closed}
    >
      <header>
        {/* biome-ignore lint/a11y/noAutofocus: a dialog opens on its title, as the keyboard rules say */}
        <h2 id={heading} tabIndex={-1} autoFocus>
          {title}
        </h2>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </header>
      <div className="body">{children}</div>
      {footer !== undefined && <footer>{footer}</footer>}
    </dialog>
  );
}

/** Shows the dialog while it is mounted and gives focus back to the opener afterwards. */
export function useModal() {
  const node = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = node.current;
    if (!dialog) return undefined;
    const opener = document.activeElement;
    dialog.showModal();
    const first = dialog.querySelector<HTMLElement>('[data-first], h2[tabindex="-1"]');
    first?.focus();
    return () => {
      const focusInside = dialog.contains(document.activeElement) || document.activeElement === document.body;
      if (dialog.open) dialog.close();
      if (focusInside && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return node;
}
