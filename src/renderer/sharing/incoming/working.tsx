import { type ReactNode, useEffect, useState } from 'react';
import type { Progress } from '#store/exchange/bundle-in.ts';
import { Meter } from '#ui/meter.tsx';

interface WorkingProps {
  readonly label: string;
  readonly text: string;
  readonly progress: Progress;
  /** A way to stop it. */
  readonly children?: ReactNode;
}

/** Before that nobody has begun to wait. */
const SOON = 400;

/** Work that takes longer than a moment: how far it is in words and as a bar. */
export function Working({ label, text, progress: { done, total }, children }: WorkingProps) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SOON);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className="sharing-working">
      <p>{text}</p>
      <Meter label={label} value={total === 0 ? 0 : done / total} text={text} />
      {children}
    </div>
  );
}
