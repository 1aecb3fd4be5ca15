interface Part {
  /** 0 for what stands above all headings. */
  readonly level: number;
  readonly head: string;
  readonly body: string;
}

/**
 * A text without what nobody wrote: the parts of its template that are as the template made them, and headings of the
 * template under which nothing stands. What is not the template's was written by somebody, be it a heading alone.
 * `templates`: the text that the template gives, in each language; none where the note has no template.
 */
export function withoutLeftOvers(text: string, templates: readonly string[]): string {
  if (templates.length === 0) return text;
  const made = templates.flatMap(partsOf);
  const heads = new Set(made.map(({ head }) => head.trim()));
  const texts = new Set(made.map(asText));
  const parts = partsOf(text).map((part) => (texts.has(asText(part)) ? { ...part, body: '' } : part));
  const kept = parts.filter((part, at) => part.level === 0 || !heads.has(part.head.trim()) || isKept(parts, at));
  return kept.map(({ head, body }) => head + body).join('');
}

const asText = ({ head, body }: Part): string => `${head}${body}`.trim();

/** Something stands under it, or under a heading that it holds. */
function isKept(parts: readonly Part[], at: number): boolean {
  const own = parts[at];
  if (!own) return false;
  if (own.body.trim() !== '') return true;
  for (const later of parts.slice(at + 1)) {
    if (later.level <= own.level) return false;
    if (later.body.trim() !== '') return true;
  }
  return false;
}

/** By lines that are headings; lines of code that look like one are none. */
function partsOf(text: string): readonly Part[] {
  const parts: { level: number; head: string; body: string }[] = [{ level: 0, head: '', body: '' }];
  let fence = '';
  for (const line of text.split(/(?<=\n|\r(?!\n))/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' && mark !== '') fence = mark;
    else if (fence !== '' && mark.startsWith(fence)) fence = '';
    const level = fence === '' ? (/^ {0,3}(#{1,6})(?:[ \t]|\r?\n|$)/.exec(line)?.[1]?.length ?? 0) : 0;
    const last = parts.at(-1);
    if (level > 0) parts.push({ level, head: line, body: '' });
    else if (last) last.body += line;
  }
  return parts;
}
