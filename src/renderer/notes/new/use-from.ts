import { useEffect, useState } from 'react';
import type { Place } from '#domain/address.ts';
import { type Cited, citeSection } from '#store/notes/cite.ts';

/** The section that a note begins from, as it stands now: `undefined` until it was read, `null` where it is not there. */
export function useFrom(from: Place | undefined): Cited | null | undefined {
  const [read, setRead] = useState<{ readonly from: Place; readonly cited: Cited | null }>();
  useEffect(() => {
    if (!from) return undefined;
    let left = false;
    void citeSection(from).then((cited) => {
      if (!left) setRead({ from, cited });
    });
    return () => {
      left = true;
    };
  }, [from]);
  return read && read.from === from ? read.cited : undefined;
}
