import type { Contract, Signatures } from '#bridge/call.ts';
import type { CALLS } from '#bridge/calls.ts';
import type { startCalls } from '#bridge/start.ts';

/** Main's answers to the calls of a contract: one that is missing does not compile. Expected refusals are thrown as `ProblemError`. */
export type AnswersTo<C extends Contract> = {
  readonly [N in keyof C]: (
    ...args: Parameters<Signatures<C>[N]>
  ) => ReturnType<Signatures<C>[N]> | Promise<ReturnType<Signatures<C>[N]>>;
};

/** What the window asks before it shows anything. Answered without what the other answers are made of. */
export type FirstAnswers = AnswersTo<typeof startCalls>;

/** The answers to all other calls: those of a topic that is left out are missing. */
export type LaterAnswers = AnswersTo<Omit<typeof CALLS, keyof FirstAnswers>>;

/** What a topic answers, and what it does when the window that asked is gone, or shows another page. */
export interface Topic<C extends Contract> {
  readonly answers: AnswersTo<C>;
  readonly windowGone: () => Promise<void>;
}
