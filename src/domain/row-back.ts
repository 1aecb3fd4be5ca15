interface Row {
  readonly id: string | number;
}

/**
 * Puts a row back where it stood: behind the row it followed, or the last one before that which is still there. A row that
 * is there already stays as it is.
 * @param before the list as it was when the row was taken out
 */
export function rowBack<T extends Row>(now: readonly T[], row: T, before: readonly T[]): T[] {
  if (now.some(({ id }) => id === row.id)) return [...now];
  const ahead = before.slice(
    0,
    before.findIndex(({ id }) => id === row.id),
  );
  const last = ahead.findLast(({ id }) => now.some((one) => one.id === id));
  const at = last === undefined ? 0 : now.findIndex(({ id }) => id === last.id) + 1;
  return [...now.slice(0, at), row, ...now.slice(at)];
}
