import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react';
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
        <h2 id={heading} tabIndex={-1} data-first="">
          {title}
        </h2>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1) */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      <div className="body" role="group" aria-labelledby={heading} tabIndex={0}>
        {children}
      </div>
      {footer !== undefined && <footer>{footer}</footer>}
    </dialog>
  );
}

/** Shows the dialog while it is mounted. The browser gives focus back to the opener when it closes. */
export function useModal() {
  const node = useRef<HTMLDialogElement>(null);
  // A layout effect, so that the dialog is closed before it is taken out: else focus is lost.
  useLayoutEffect(() => {
    const dialog = node.current;
    if (!dialog) return undefined;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => dialog.close();
  }, []);
  return node;
}
