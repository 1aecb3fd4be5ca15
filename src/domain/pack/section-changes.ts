import type { Section } from './page.ts';

type Words = Pick<Section, 'id' | 'heading' | 'text'>;

/** What becomes of a section by a release. `before` and `after` are its words, with its heading where that differs, too. */
export type SectionChange = { readonly id: string; readonly heading: string } & (
  | { readonly is: 'added'; readonly after: string }
  | { readonly is: 'changed'; readonly before: string; readonly after: string }
  | { readonly is: 'gone'; readonly before: string }
);

export interface SectionCounts {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

export const NO_SECTIONS: SectionCounts = { added: 0, changed: 0, gone: 0 };

/**
 * The sections of a page that its next release changes, in the order in which they stand there; one that is gone
 * follows the one that it followed. A section is known by its anchor: one with another is a new one.
 */
export function sectionChanges(then: readonly Words[], now: readonly Words[]): readonly SectionChange[] {
  const before = numbered(then);
  const after = numbered(now);
  /** Sections that are gone, by the section that they followed; '' for the top. */
  const gone = new Map<string, SectionChange[]>();
  let last = '';
  for (const [key, { id, heading, text }] of before) {
    if (after.has(key)) last = key;
    else gone.set(last, [...(gone.get(last) ?? []), { is: 'gone', id, heading, before: text }]);
  }
  const found: SectionChange[] = [...(gone.get('') ?? [])];
  for (const [key, section] of after) {
    const { id, heading, text } = section;
    const old = before.get(key);
    if (old === undefined) found.push({ is: 'added', id, heading, after: text });
    else if (old.heading !== heading)
      found.push({ is: 'changed', id, heading, before: withHeading(old), after: withHeading(section) });
    else if (old.text !== text) found.push({ is: 'changed', id, heading, before: old.text, after: text });
    found.push(...(gone.get(key) ?? []));
  }
  return found;
}

/** How many sections are new, changed and gone. */
export function countSections(changes: readonly SectionChange[], before: SectionCounts = NO_SECTIONS): SectionCounts {
  const counts = { ...before };
  for (const { is } of changes) counts[is] += 1;
  return counts;
}

const withHeading = ({ heading, text }: Words): string => `${heading}\n${text}`;

/** An anchor should stand once on a page; where it does not, the first is the first. */
function numbered(sections: readonly Words[]): ReadonlyMap<string, Words> {
  const times = new Map<string, number>();
  return new Map(
    sections.map((section) => {
      const time = (times.get(section.id) ?? 0) + 1;
      times.set(section.id, time);
      return [`#${section.id} ${time}`, section];
    }),
  );
}
