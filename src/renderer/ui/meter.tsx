import { useLayoutEffect, useRef } from 'react';

export interface MeterProps {
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
  /** The same in words: "3 of 6 packs". */
  readonly text?: string;
  /** A tick at this share, 0 to 1: from there it is much. */
  readonly mark?: number;
  readonly warn?: boolean;
  /** An amount that is measured, not a task that goes on. */
  readonly amount?: boolean;
}

/** How far something is. Stands beside its number in words, never alone. */
export function Meter({ label, value, text, mark, warn = false, amount = false }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  const bar = useRef<HTMLElement>(null);
  const tick = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // Set through the object model: the content policy refuses style attributes.
    bar.current?.style.setProperty('width', `${percent}%`);
    if (mark !== undefined) tick.current?.style.setProperty('left', `${mark * 100}%`);
  }, [percent, mark]);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take them
    <div
      className={warn ? 'sat-meter sat-meter--warn' : 'sat-meter'}
      role={amount ? 'meter' : 'progressbar'}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
    >
      <i ref={bar} />
      {mark !== undefined && <b ref={tick} />}
    </div>
  );
}
