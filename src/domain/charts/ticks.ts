/** Round figures that cover all of `values`, about `count` of them, from low to high. At least two. */
export function ticksOver(values: readonly number[], count: number): readonly number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const size = Math.max(1, Math.abs(low), Math.abs(high));
  // One figure alone, or what differs by the noise of binary fractions, still needs room on both sides.
  const isApart = high - low > size * 1e-9;
  const width = isApart ? high - low : size / 5;
  const step = roundStep(width / Math.max(1, count - 1));
  const from = Math.floor((isApart ? low : low - width) / step + 1e-9);
  const to = Math.ceil((isApart ? high : high + width) / step - 1e-9);
  const whole = Math.max(1, to - from);
  // Steps are counted, not added up: 0.1 three times is 0.3.
  return Array.from({ length: whole + 1 }, (_, at) => Number(((from + at) * step).toPrecision(12)) + 0);
}

/** 1, 2 or 5 times a power of ten, not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10);
}
