import type { ComponentPropsWithRef } from 'react';
import './link-button.css';

/** A button that looks like a link: it does something here, where a row of boxes would be too much. */
export function LinkButton({ children, ...rest }: Omit<ComponentPropsWithRef<'button'>, 'className' | 'type'>) {
  return (
    <button {...rest} type="button" className="sat-link">
      {children}
    </button>
  );
}
