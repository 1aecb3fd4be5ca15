/**
 * The value below which `share` of the values lie; 0.5 is the median.
 * @param {readonly number[]} values
 * @param {number} [share]
 */
export function quantile(values, share = 0.5) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}
