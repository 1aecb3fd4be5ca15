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
  return (
    <dialog
      ref={node}
      className={small ? 'sat-dialog sat-dialog--small' : 'sat-dialog'}
      aria-labelledby={heading}
      {...closedBy(onClose)}
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

/**
 * The ways in which the browser closes a dialog. Whoever shows it knows with the key itself: the event that it is closed
 * comes later, when focus is back, and would close what was opened again meanwhile.
 */
export function closedBy(onClose: () => void) {
  const isOwn = ({ target, currentTarget }: SyntheticEvent): boolean => target === currentTarget;
  return {
    onCancel: (event: SyntheticEvent): void => {
      if (!isOwn(event)) return;
      event.preventDefault();
      onClose();
    },
    onClose: (event: SyntheticEvent): void => {
      if (isOwn(event)) onClose();
    },
  };
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
