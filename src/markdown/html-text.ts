import type { Data, Processor } from 'unified';

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Constructs = NonNullable<NonNullable<Extension['text']>[number]>;
type Construct = Constructs extends infer One ? (One extends readonly unknown[] ? never : One) : never;
type Tokenizer = Construct['tokenize'];
type State = ReturnType<Tokenizer>;
type Code = Parameters<State>[0];

const LESS_THAN = 60;
const GREATER_THAN = 62;
const EQUALS = 61;
const SLASH = 47;
/** Any sign that a value without quotes may have. */
const LETTER = 120;

const isSpace = (code: Code): boolean => code === null || code < 0 || code === 32;
const isQuote = (code: Code): boolean => code === 34 || code === 39;

/**
 * Lets addresses in HTML stand without quotes (`<a href=https://www.gov.uk/x>`), as HTML and CommonMark do; the parser
 * takes the `/` for the end of the tag, and the tag for words. To be used after remark-parse.
 */
export function unquotedAddresses(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ text: { [LESS_THAN]: construct } });
}

const tokenize: Tokenizer = function (effects, ok, nok) {
  const known = [this.parser.constructs.text?.[LESS_THAN] ?? []].flat();
  const inner = known.find((one) => one.name === 'htmlText');
  if (inner === undefined) return nok;
  let place: 'tag' | 'before' | 'bare' | number = 'tag';
  let here: Code = LESS_THAN;
  let isOver = false;
  const over =
    (end: State): State =>
    () => {
      isOver = true;
      return end(here);
    };
  /** The parser's own state, told of a letter wherever a sign stands in a bare value that it would end at. */
  const heard = (state: State): State => {
    return (code) => {
      const told = place === 'bare' && (code === SLASH || code === EQUALS) ? LETTER : code;
      place = after(place, code);
      here = code;
      const next = state(told);
      return next === undefined || isOver ? next : heard(next);
    };
  };
  const told = { ...effects, consume: () => effects.consume(here) };
  return heard(inner.tokenize.call(this, told, over(ok), over(nok)));
};

const construct: Construct = { name: 'unquotedAddress', tokenize };

/** Where in a tag the next sign stands: a number is the quote that it waits for. */
function after(place: 'tag' | 'before' | 'bare' | number, code: Code): typeof place {
  if (typeof place === 'number') return code === place ? 'tag' : place;
  if (place === 'tag') return code === EQUALS ? 'before' : 'tag';
  if (place === 'bare') return isSpace(code) || code === GREATER_THAN ? 'tag' : 'bare';
  if (isSpace(code)) return 'before';
  return isQuote(code) ? (code as number) : 'bare';
}
