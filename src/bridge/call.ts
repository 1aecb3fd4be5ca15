import type { z } from '#domain/schema.ts';
import type { Forms } from './forms.ts';

type Signature = (...args: never[]) => unknown;

/** What each argument of a call must look like; anything else is refused before main answers. */
type FormsOf<Args extends readonly unknown[]> = { readonly [K in keyof Args]: z.core.$ZodType<Args[K]> };

/** A question that the window can ask main. */
export interface Call<F extends Signature> {
  /** Only main makes forms: the window's start and the preload load no schemas. */
  readonly forms: (forms: Forms) => FormsOf<Parameters<F>>;
  /** Never set: it says to the compiler what is asked and answered. */
  readonly signature?: F;
}

export const call = <F extends Signature>(forms: Call<F>['forms']): Call<F> => ({ forms });

/** Of a call without arguments. */
export const none = (): [] => [];

/** What main tells the window unasked. */
export interface Told<F extends Signature> {
  /** Never set: it says to the compiler what is told. */
  readonly signature?: F;
}

export const told = <F extends Signature>(): Told<F> => ({});

/** The calls or events of a topic, by name. */
export type Contract = Readonly<Record<string, { readonly signature?: Signature }>>;

/** The same as functions. */
export type Signatures<C extends Contract> = {
  readonly [N in keyof C]: NonNullable<C[N]['signature']>;
};
