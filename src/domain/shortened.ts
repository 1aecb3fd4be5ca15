/** Characters of a person's own words that a heading or a list repeats: they stand whole elsewhere. */
const REPEATED = 80;

/** A text on one line, cut at a word where there is one near, with an ellipsis. @param most characters */
export function shortened(text: string, most = REPEATED): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${space > most * 0.7 ? cut.slice(0, space) : cut}…`;
}
