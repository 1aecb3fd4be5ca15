import { useEffect, useState } from 'react';
import type { SectionChange } from '#domain/pack/section-changes.ts';
import { type DiffPart, nearChanges } from '#domain/word-diff.ts';
import { DiffText } from '#instruments/citing/citations/diff-text.tsx';
import { useSay } from '#kit/words.ts';
import { compareWords } from '#store/packs/compare.ts';
import '#instruments/citing/citations/citations.css';

/** The words of a section before and after, in one text. */
export function SectionWords({ change }: { readonly change: SectionChange }) {
  const say = useSay();
  const parts = useParts(change);
  if (parts === null) return <p className="muted">{say('update.comparing')}</p>;
  if (parts.length === 0) return <p className="muted">{say('update.section.empty')}</p>;
  return <DiffText parts={parts} show="both" />;
}

/** `null` while they are compared, which the worker does. */
function useParts(change: SectionChange): readonly DiffPart[] | null {
  const [compared, setCompared] = useState<readonly DiffPart[] | null>(null);
  const then = change.is === 'changed' ? change.before : null;
  const now = change.is === 'changed' ? change.after : null;
  useEffect(() => {
    if (then === null || now === null) return undefined;
    let isLate = false;
    compareWords(then, now).then(
      (parts) => !isLate && setCompared(nearChanges(parts)),
      (error: unknown) => reportError(error),
    );
    return () => {
      isLate = true;
    };
  }, [then, now]);
  if (change.is === 'changed') return compared;
  const text = change.is === 'gone' ? change.before : change.after;
  return text === '' ? [] : [{ kind: change.is === 'gone' ? 'out' : 'in', text }];
}
