const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** So frequent that they tell sections apart from nothing: not indexed. */
export const STOP_WORDS = list(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with',
);

/** Words a question is made of. Left out of a query that has enough other words. */
export const QUESTION_WORDS = list(
  'about above after again against all also although am among any because been before being below between both can cannot could did do does doing done down during each either etc few from further had has have having he her here hers him his how however i its itself just like made make many may me might more most much must my nor now off once one only other ought our out over own per please same shall she should so some than them those through thus too under until up upon us use used using very via want we were what when where whether which while who whom whose why within without would you your',
);
