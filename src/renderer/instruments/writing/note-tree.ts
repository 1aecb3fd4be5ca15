import type { Root } from 'hast';
import { outsideLink } from '#domain/link.ts';
import { withoutLeftOvers } from '#domain/note/outline/left-overs.ts';
import type { Note } from '#domain/note/record/note.ts';
import { parsePage } from '#markdown/parse.ts';
import type { ImageTarget, LinkTarget } from '#markdown/parsed-page.ts';
import { labelWideTables } from '#markdown/wide-tables.ts';

export interface NoteTree {
  /** `null` where the words are more than can be laid out. */
  readonly tree: Root | null;
  readonly body: string;
  /** Hashes of the pictures that stand in the words. */
  readonly shown: ReadonlySet<string>;
}

/**
 * A note's text as a safe tree, by the one Markdown pipeline, without what nobody wrote. `templates`: the text that its
 * template gives, in each language.
 */
export function noteTree(note: Note, templates: readonly string[]): NoteTree {
  const shown = new Set<string>();
  const resolveImage = (src: string): ImageTarget => {
    const named = note.files.find(({ name, sha256 }) => src === `file:${sha256}` || src === name);
    const sha256 = named?.sha256 ?? /^file:([0-9a-f]{64})$/.exec(src)?.[1];
    if (sha256 === undefined) return { kind: 'dead', reason: 'missing' };
    shown.add(sha256);
    return { kind: 'image', sha256 };
  };
  const resolveLink = (href: string): LinkTarget =>
    outsideLink(href) === null ? { kind: 'dead', reason: 'inside' } : { kind: 'outside', href };
  const body = withoutLeftOvers(note.text, templates);
  const page = parsePage(`\n${body}`, { resolveLink, resolveImage });
  return { tree: page.unshown === undefined ? labelWideTables(page.tree) : null, body, shown };
}
