/** Lines of text that come in pieces. */
export class Lines {
  readonly #most: number;
  #rest: string[] = [];
  #length = 0;

  /** @param most characters of all lines together */
  constructor(most: number) {
    this.#most = most;
  }

  /** The lines that this piece ends; `null` when it is too much. */
  add(piece: string): readonly string[] | null {
    this.#length += piece.length;
    if (this.#length > this.#most) return null;
    const [first = '', ...more] = piece.split('\n');
    this.#rest.push(first);
    const last = more.pop();
    if (last === undefined) return [];
    const whole = [this.#rest.join(''), ...more];
    this.#rest = [last];
    return whole;
  }
}
