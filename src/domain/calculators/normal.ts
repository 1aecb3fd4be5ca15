/** Value of a polynomial; the highest power's number comes first. */
const polynomial = (x: number, numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum * x + number, 0);

const NEAR_TOP = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const NEAR_BOTTOM = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

/** Share of a standard normal distribution below `z`, to about 1e-15. After Hart (1968), as West (2005) gives it. */
export function cumulative(z: number): number {
  const x = Math.abs(z);
  const bell = Math.exp((-x * x) / 2);
  const beyond =
    x < 7.07106781186547
      ? (bell * polynomial(x, NEAR_TOP)) / polynomial(x, NEAR_BOTTOM)
      : bell / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / Math.sqrt(2 * Math.PI);
  return z > 0 ? 1 - beyond : beyond;
}

const MIDDLE_TOP = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const MIDDLE_BOTTOM = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const SIDE_TOP = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const SIDE_BOTTOM = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const TAIL_TOP = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const TAIL_BOTTOM = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
];

/** The `z` that a share of a standard normal distribution lies below: Wichura's AS 241, to about 1e-16 of itself. */
export function quantile(share: number): number {
  const q = share - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(r, MIDDLE_TOP)) / polynomial(r, MIDDLE_BOTTOM);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? share : 1 - share));
  const z =
    r <= 5
      ? polynomial(r - 1.6, SIDE_TOP) / polynomial(r - 1.6, SIDE_BOTTOM)
      : polynomial(r - 5, TAIL_TOP) / polynomial(r - 5, TAIL_BOTTOM);
  return q < 0 ? -z : z;
}
