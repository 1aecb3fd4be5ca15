import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type StripTone = 'ok' | 'warn' | 'bad' | 'info' | 'calm';

const ICONS: Readonly<Record<StripTone, IconName>> = {
  ok: 'tick',
  warn: 'alert',
  bad: 'alert',
  info: 'info',
  calm: 'info',
};

export interface StripProps {
  readonly tone: StripTone;
  /** What is so, in bold. */
  readonly fact: ReactNode;
  readonly icon?: IconName;
  /** Where, what was not touched, what to do. */
  readonly children?: ReactNode;
}

/** One standing message: icon, bold fact, what to do. In place, never a toast. */
export function Strip({ tone, fact, icon = ICONS[tone], children }: StripProps) {
  return (
    <div className={`sat-strip sat-strip--${tone}`} role="note">
      <Icon name={icon} />
      <div>
        <b>{fact}</b> {children}
      </div>
    </div>
  );
}
