import { CALLS, type CallName } from '#bridge/calls.ts';
import { FORMS } from '#bridge/forms.ts';
import { z } from '#domain/schema.ts';

const made = new Map<CallName, z.ZodType<readonly unknown[]>>();

/** What the arguments of a call must look like, made with the first of it. */
export function argumentsOf(name: CallName): z.ZodType<readonly unknown[]> {
  const known = made.get(name);
  if (known) return known;
  // A contract ties forms to their call; the list of all has no type that says so.
  const forms = CALLS[name].forms(FORMS) as readonly z.ZodType[];
  const schema = z.tuple(forms as [z.ZodType, ...z.ZodType[]]);
  made.set(name, schema);
  return schema;
}
