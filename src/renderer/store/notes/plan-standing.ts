import { useEffect, useState } from 'react';
import { type PlanStanding, planStanding } from '#domain/note/plan.ts';
import type { Note } from '#domain/note/record/note.ts';
import { sha256Of } from '#kit/sha256.ts';

/** How a note's locked plan stands to its fingerprint; `null` without a plan, `undefined` until it is worked out. */
export function usePlanStanding(note: Note): PlanStanding | null | undefined {
  const text = note.plan?.text;
  const [worked, setWorked] = useState<{ readonly text: string; readonly hash: string }>();
  useEffect(() => {
    let isGone = false;
    if (text === undefined) return;
    void sha256Of(text).then((hash) => {
      if (!isGone) setWorked({ text, hash });
    });
    return () => {
      isGone = true;
    };
  }, [text]);
  if (text === undefined) return null;
  return worked?.text === text ? planStanding(note, worked.hash) : undefined;
}
