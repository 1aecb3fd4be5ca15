/** The `most` best of those given, best first. Equal scores keep the order of their numbers. */
export interface Best {
  readonly offer: (number: number, score: number) => void;
  readonly take: () => { readonly number: number; readonly score: number }[];
}

/** A heap whose root is the worst that is kept. */
export function keepBest(most: number): Best {
  const scores = new Float64Array(most);
  const numbers = new Uint32Array(most);
  let size = 0;
  const worse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference !== 0 ? difference < 0 : (numbers[a] ?? 0) > (numbers[b] ?? 0);
  };
  const swap = (a: number, b: number) => {
    [scores[a], scores[b]] = [scores[b] ?? 0, scores[a] ?? 0];
    [numbers[a], numbers[b]] = [numbers[b] ?? 0, numbers[a] ?? 0];
  };
  const sink = () => {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) return;
      if (child + 1 < size && worse(child + 1, child)) child++;
      if (!worse(child, at)) return;
      swap(child, at);
      at = child;
    }
  };
  return {
    offer(number, score) {
      if (size < most) {
        let at = size++;
        scores[at] = score;
        numbers[at] = number;
        while (at > 0 && worse(at, (at - 1) >> 1)) {
          swap(at, (at - 1) >> 1);
          at = (at - 1) >> 1;
        }
      } else if (score > (scores[0] ?? 0)) {
        scores[0] = score;
        numbers[0] = number;
        sink();
      }
    },
    take() {
      const kept = Array.from({ length: size }, (_, at) => ({ number: numbers[at] ?? 0, score: scores[at] ?? 0 }));
      return kept.sort((a, b) => b.score - a.score || a.number - b.number);
    },
  };
}
