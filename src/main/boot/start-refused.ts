import type { WordKey, WordValues } from '#domain/words/words.ts';

/** A start that cannot go on, for a reason that a person can be told. */
export class StartRefused extends Error {
  readonly fact: WordKey;
  readonly more: WordKey;
  readonly values: WordValues;
  constructor(fact: WordKey, more: WordKey, values: WordValues = {}) {
    super(fact);
    this.name = 'StartRefused';
    this.fact = fact;
    this.more = more;
    this.values = values;
  }
}
