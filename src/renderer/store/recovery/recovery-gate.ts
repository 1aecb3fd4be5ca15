/** Until the stores were compared nothing of the notes may be changed: a change would hide what is to be put back. */
let compared: Promise<unknown> = Promise.resolve();

export const whenCompared = async (): Promise<void> => {
  await compared;
};

/** Shuts the gate for as long as the comparison takes, however it ends. */
export function waitFor(comparison: Promise<unknown>): void {
  compared = comparison.catch(() => undefined);
}
