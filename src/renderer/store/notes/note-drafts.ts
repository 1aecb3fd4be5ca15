import { useEffect, useSyncExternalStore } from 'react';
import { sharedValue } from '#kit/shared-value.ts';
import { windowDrafts } from '../own/draft-keeper.ts';
import { useDraft } from '../own/use-draft.ts';
import { useOpenNote } from './note-context.ts';
import type { NoteSaver, SaveState } from './note-saver.ts';

/** Words that are begun beside the open note: see `useDraft`. */
export function useNoteDraft(field: string): readonly [string, (text: string) => void] {
  const saver = useOpenNote();
  const [text, setText] = useDraft(saver.row().id, field);
  const set = (words: string): void => {
    const { rev, note } = saver.row();
    setText(words);
    // A note without a word is in no store: nobody would find again what was begun for it.
    if (rev === 0 && words !== '') saver.change({ comments: note.comments });
  };
  return [text, set];
}

/** Whether words were begun in one of these fields of a note that is open. */
export const isBegun = (id: string, fields: readonly string[]): boolean =>
  windowDrafts()
    .begun(id)
    .some(({ field }) => fields.includes(field));

/** Fields on the screen whose words cannot be read, by their ids. */
const unreadFields = sharedValue<readonly string[]>([]);

/** Tells that a field stands there with words that cannot be read. */
export function useUnreadField(id: string, isUnread: boolean): void {
  useEffect(() => {
    if (!isUnread) return;
    unreadFields.set([...unreadFields.get(), id]);
    return () => unreadFields.set(unreadFields.get().filter((one) => one !== id));
  }, [id, isUnread]);
}

/** Words in fields of a note that cannot be read as what belongs there: the note holds other ones. `field`: its id. */
export const unreadWords = (id: string): readonly { readonly field: string; readonly text: string }[] =>
  windowDrafts()
    .begun(id)
    .filter(({ field }) => unreadFields.get().includes(field));

/** The same, as text, whenever they change. */
export function useUnreadWords(id: string): string {
  const words = (): string => JSON.stringify(unreadWords(id));
  useSyncExternalStore(unreadFields.subscribe, words);
  return useSyncExternalStore(windowDrafts().subscribe, words);
}

/**
 * Says that words came into the note as it now stands; they are forgotten once it is saved. `shown`: the fields, each with
 * what it shows from now on.
 */
export function takeNoteDrafts(saver: NoteSaver, shown: Readonly<Record<string, string>>): void {
  windowDrafts().take(saver.row().id, shown, whenSaved(saver));
}

/** How the open note stands with the words that were begun beside it: nothing is "saved" while any of them is not. */
export function useSaveState(): SaveState {
  const saver = useOpenNote();
  const drafts = windowDrafts();
  const note = useSyncExternalStore(saver.subscribe, saver.state);
  const begun = useSyncExternalStore(drafts.subscribe, drafts.state);
  return [note, begun].find(({ at }) => at === 'notSaved') ?? (note.at === 'saving' ? note : begun);
}

/** Writes the open note and what was begun beside it; answers whether all of it is saved. */
export async function flushAll(saver: NoteSaver): Promise<boolean> {
  const states = await Promise.all([saver.flush(), windowDrafts().flush()]);
  return states.every(({ at }) => at === 'saved');
}

async function whenSaved(saver: NoteSaver): Promise<void> {
  const { at } = await saver.flush();
  if (at === 'saved') return;
  await new Promise<void>((resolve) => {
    const stop = saver.subscribe(() => {
      if (saver.state().at !== 'saved') return;
      stop();
      resolve();
    });
  });
}
