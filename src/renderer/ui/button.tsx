import type { ComponentPropsWithRef } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className' | 'type'> {
  /** `go`: the one green button of a screen. `tool`: 1 px edge, for toolbars. */
  readonly kind?: 'go' | 'secondary' | 'warning' | 'tool' | 'bare';
  readonly icon?: IconName;
  readonly submit?: boolean;
}

const CLASSES = {
  go: 'govuk-button',
  secondary: 'govuk-button govuk-button--secondary',
  warning: 'govuk-button govuk-button--warning',
  tool: 'sat-btn',
  bare: 'sat-btn sat-btn--bare',
} as const;

/** A button with a word: verb and thing. Never disabled: it says what is missing instead. */
export function Button({ kind = 'secondary', icon, submit = false, children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={submit ? 'submit' : 'button'} className={CLASSES[kind]}>
      {icon && <Icon name={icon} small={kind === 'tool' || kind === 'bare'} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className' | 'type' | 'children'> {
  readonly icon: IconName;
  /** Its name, as there is no word in sight. Only for Back, Forward, Close and More. */
  readonly label: string;
  /** Has nothing to do now, but keeps its place in the tab order. */
  readonly idle?: boolean;
}

export function IconButton({ icon, label, idle = false, onClick, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className="sat-iconbtn"
      aria-label={label}
      aria-disabled={idle || undefined}
      onClick={idle ? undefined : onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
