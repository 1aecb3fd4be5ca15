/** How far ahead: at most so many items, of so much size together; one is always under way. */
export interface Ahead<Item> {
  readonly most: number;
  readonly size: number;
  readonly sizeOf: (item: Item) => number;
}

/**
 * The results of `read` in the order of the items, with a few reads under way beyond the one that is waited for: disk
 * and inflating go on while the taker is busy. A failed read throws when its turn comes.
 */
export async function* readAhead<Item, Value>(
  items: readonly Item[],
  { most, size, sizeOf }: Ahead<Item>,
  read: (item: Item) => Promise<Value>,
): AsyncGenerator<readonly [Item, Value], void, undefined> {
  const begun: Promise<Value>[] = [];
  let held = 0;
  for (const [at, item] of items.entries()) {
    for (let next = items[begun.length]; next !== undefined; next = items[begun.length]) {
      const ahead = begun.length - at;
      if (ahead > most || (ahead > 0 && held + sizeOf(next) > size)) break;
      const value = read(next);
      // It is thrown in its turn; until then nobody waits for it.
      value.catch(() => undefined);
      begun.push(value);
      held += sizeOf(next);
    }
    const value = begun[at];
    if (value === undefined) return;
    yield [item, await value];
    // What was handed over must not be kept.
    delete begun[at];
    held -= sizeOf(item);
  }
}
