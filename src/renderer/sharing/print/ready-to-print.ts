import type { Note } from '#domain/note/record/note.ts';

/** So many milliseconds are pictures waited for. */
const LONGEST = 10_000;

/** Ends when these notes are on paper as they were saved, and every picture is there or is known to be missing. */
export async function readyToPrint(
  notes: readonly Pick<Note, 'id' | 'changed'>[] = [],
  page: Document = document,
): Promise<void> {
  // Not by the clock, which may jump.
  const end = performance.now() + LONGEST;
  const isOld = ({ id, changed }: (typeof notes)[number]): boolean =>
    page.querySelector(`.sharing-paper[data-note="${id}"]`)?.getAttribute('data-changed') !== changed;
  while ((notes.some(isOld) || page.querySelector('.sharing-paper [data-coming]')) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await Promise.allSettled(
    [...page.querySelectorAll<HTMLImageElement>('.sharing-paper img')].map((one) => one.decode()),
  );
}
