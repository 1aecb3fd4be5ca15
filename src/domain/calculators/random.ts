/**
 * Numbers above 0 and below 1 that look like chance and are the same on every machine for one seed: sfc32, which
 * needs whole numbers of 32 bits only.
 */
export function seeded(seed: number): () => number {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = (): number => {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return ((out >>> 0) + 0.5) / 2 ** 32;
  };
  // The seed reaches every part of the state only after some rounds.
  for (let round = 0; round < 15; round++) next();
  return next;
}
