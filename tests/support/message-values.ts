import { IntlMessageFormat } from 'intl-messageformat';

/** Kinds of parts that a message has, as its format numbers them. */
const LITERAL = 0;
const POUND = 7;

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** The names of the values that a message asks for. */
export function valuesIn(message: string): ReadonlySet<string> {
  return new Set(new IntlMessageFormat(message, 'en-GB', undefined, { ignoreTag: true }).getAst().flatMap(namesOf));
}

function namesOf(part: Part): readonly string[] {
  if (part.type === LITERAL || part.type === POUND) return [];
  const inner = 'options' in part ? Object.values(part.options).flatMap(({ value }) => value.flatMap(namesOf)) : [];
  return ['value' in part ? part.value : '', ...inner];
}
