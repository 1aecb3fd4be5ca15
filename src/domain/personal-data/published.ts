/** How far before and after a name its surroundings are read, in UTF-16 units. */
const NEAR = 90;

const TOLD_BEFORE =
  /(?<!\p{L})(?:spoke|speak|spoken|talked|talk|met|meet|meeting|call(?:ed)?|interview(?:ed)?|chat(?:ted)?|asked|told|thanked|emailed|rang|ring|phoned?|visited|contact(?:ed)?|saw|helped|with|from|cc|hi|hello|dear|regards|wishes|present|attended|attendees|apologies|joined by|signed|manager|husband|wife|partner|mother|father|son|daughter|mr|mrs|ms|dr|claimant|applicant|tenant|patient|customer|participant|pupil|colleague)[ ,:\n]{0,3}(?:to|with|by|and|for|both|also|the|our|their|my|his|her|,| )*[ ]?$/iu;
const TOLD_AFTER =
  /^(?:['’]s)?(?:[ ]?\([^()[\]\n]{1,60}\)(?!\()|,? (?:said|says|asked|told|thinks|thought|wants?|wanted|agreed|felt|feels|struggled|called|rang|emailed|mentioned|suggested|reported|confirmed|explained|complained|refused|promised|replied|worries|knows|knew|lives|works|left|joined|needs|needed|likes|liked|found|tried|gave|signed|leads?|led|chairs?|chaired|attended|earns|has|had|is|was|who|aged|born|from|at|on)(?!\p{L})|, (?:a|an|the|our|their|my|head|director|manager|lead|chief|deputy|senior|aged|\d\d)(?!\p{L}))/iu;
const TOLD_THING =
  /^['’]s (?:number|phone|mobile|email|address|boss|desk|birthday|husband|wife|partner|son|daughter|mother|father|child(?:ren)?|health|illness|salary|pay|job|home|house|flat|car|form|claim|case|account|record)(?!\p{L})/iu;
const REACHED = /^[^\n]{0,30}(?:[\p{L}\p{N}._-]@|\+\d|\(?0\d{2,4})/u;

const BY_TITLE =
  /(?:[*_”"’')\]]{1,2}|^|\n|\p{L} )[ ]?(?:by|By|w\/|with special thanks to|courtesy of)[ ]+(?:[*_[]{0,2})$/u;
const OPENED = /(?:\[|\), |[Pp]resents: |\*\*|__|["“]|: |#{1,6} |- |\* |\||[–—] )$/u;
const WORK_AFTER =
  /^(?: \p{Lu}[\p{L}'’-]{1,24})?(?:['’]?s)? (?:\[|[*_“"]|\((?:[a-z\d-]{2,30}\.[a-z]{2,6}|must|\d{4})\b|open-source|\p{Ll}+ (?:blog|law|convention|principle|theorem)|(?:\p{L}+ ){0,2}(?:activities|script|blog|library|convention|introduction))/iu;
const CLOSED = /^(?:['’]s [^[\]\n]{0,40})?(?:\]|\*\*|__|["”]|:| \/| \||[<>&\n]|\s*$|, [^,\n]{3,60}\(\d{4}\)| Code \()/u;
const LISTED = /^(?:\*\*)?\s?(?:,|,? and|&)\s{1,2}(?:\*\*)?\p{Lu}/u;
const LISTED_BEFORE = /\p{Lu}[\p{L}'’.-]*(?:\*\*)?\s?(?:,|,? and|&)\s{1,2}(?:\*\*)?$/u;

/**
 * Whether a full name stands as authors, speakers and contributors do: beside the title of what they made, as the words
 * of a link, or in a line of credits. Those are published by themselves. A name of whom something is told never is.
 */
export function isPublished(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  if (TOLD_AFTER.test(after) || TOLD_THING.test(after) || REACHED.test(after)) return false;
  if (BY_TITLE.test(before)) return true;
  if (TOLD_BEFORE.test(before)) return false;
  if (WORK_AFTER.test(after)) return true;
  if (OPENED.test(before) && CLOSED.test(after)) return true;
  return LISTED.test(after) || LISTED_BEFORE.test(before);
}
