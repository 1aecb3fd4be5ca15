import type { ReactNode } from 'react';
import { Icon } from '#ui/icon.tsx';

/** One sentence at a field: what is wrong and what stays as it was. */
export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p className="note-error" id={`${id}-error`}>
      <Icon name="alert" small /> <span>{children}</span>
    </p>
  );
}
