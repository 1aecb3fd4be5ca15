/**
 * The results of `read` in the order of the items, with a few reads under way beyond the one that is waited for: disk
 * and inflating go on while the taker is busy. A failed read throws when its turn comes.
 */
export async function* readAhead<Item, Value>(
  items: readonly Item[],
  ahead: number,
  read: (item: Item) => Promise<Value>,
): AsyncGenerator<readonly [Item, Value], void, undefined> {
  const begun: Promise<Value>[] = [];
  for (const [at, item] of items.entries()) {
    while (begun.length < items.length && begun.length <= at + ahead) {
      const next = items[begun.length];
      if (next === undefined) break;
      const value = read(next);
      // It is thrown in its turn; until then nobody waits for it.
      value.catch(() => undefined);
      begun.push(value);
    }
    const value = begun[at];
    if (value === undefined) return;
    yield [item, await value];
    // What was handed over must not be kept.
    delete begun[at];
  }
}
