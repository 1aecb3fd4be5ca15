import { z } from '#domain/schema.ts';

/** YAML takes `2024` and `true` for a number and a truth value; where a text is meant they are the text that was written. */
const textOf = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;

/** A number that was written otherwise than a computer would (`0.90`) is read as the text it was. */
export const numberOf = (value: unknown): unknown =>
  typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : value;

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

/** A schema for texts that takes what YAML made of one. */
export const written = <T extends z.ZodType>(schema: T) => z.preprocess(textOf, schema);

/** A schema for numbers that takes one as it was written. */
export const numeric = <T extends z.ZodType>(schema: T) => z.preprocess(numberOf, schema);
