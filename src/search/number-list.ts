/** A list of whole numbers that grows, in a typed array. */
export interface NumberList {
  readonly push: (value: number) => void;
  readonly size: () => number;
  readonly take: () => Uint32Array;
}

export function createNumberList(): NumberList {
  let values = new Uint32Array(1 << 12);
  let size = 0;
  return {
    push(value) {
      if (size === values.length) {
        const larger = new Uint32Array(size * 2);
        larger.set(values);
        values = larger;
      }
      values[size++] = value;
    },
    size: () => size,
    take: () => values.slice(0, size),
  };
}
