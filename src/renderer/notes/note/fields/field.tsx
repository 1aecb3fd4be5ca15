import type { ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

export const hintId = (id: string): string => `${id}-hint`;

/** One control with its label before it. `id` is the control's. */
export function Field({ id, label, hint, children }: FieldProps & { readonly id: string }) {
  return (
    <div className="note-field">
      <label htmlFor={id}>{label}</label>
      <div>
        <Hint id={id} hint={hint} />
        {children}
      </div>
    </div>
  );
}

/** Several controls under one name. `id` names the group. */
export function FieldGroup({ id, label, hint, children }: FieldProps & { readonly id: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand beside its fields
    <div
      className="note-field"
      role="group"
      aria-labelledby={`${id}-name`}
      aria-describedby={hint === undefined ? undefined : hintId(id)}
    >
      <span className="note-field__name" id={`${id}-name`}>
        {label}
      </span>
      <div>
        <Hint id={id} hint={hint} />
        {children}
      </div>
    </div>
  );
}

/** What is written and cannot be changed here. */
export function SaidField({ id, label, children }: FieldProps & { readonly id?: string }) {
  return (
    <div className="note-field" id={id}>
      <span className="note-field__name">{label}</span>
      <div className="note-said">{children}</div>
    </div>
  );
}

/** A control inside a group, with its small label above it. */
export function Small({
  id,
  label,
  wide,
  children,
}: FieldProps & { readonly id: string; readonly wide?: boolean | 'half' }) {
  const width = wide === 'half' ? ' note-small--half' : wide ? ' note-small--wide' : '';
  return (
    <div className={`note-small${width}`}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

function Hint({ id, hint }: { readonly id: string; readonly hint: string | undefined }) {
  return hint === undefined ? null : (
    <p className="note-hint" id={hintId(id)}>
      {hint}
    </p>
  );
}
