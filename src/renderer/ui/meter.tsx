import { useLayoutEffect, useRef } from 'react';

export interface MeterProps {
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
  /** The same in words: "3 of 6 packs". */
  readonly text?: string;
}

/** Progress of a task. Stands beside its number in words, never alone. */
export function Meter({ label, value, text }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // Set through the object model: the content policy refuses style attributes.
    bar.current?.style.setProperty('width', `${percent}%`);
  }, [percent]);
  return (
    <div
      className="sat-meter"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
    >
      <i ref={bar} />
    </div>
  );
}
