import type { Position } from 'unist';
import type { Dropped, PageImage, PageLink } from './parsed-page.ts';

const START: Position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

/** What the stages of one run found, in the order of the source. */
export class Report {
  readonly links: PageLink[] = [];
  readonly images: PageImage[] = [];
  readonly dropped: Dropped[] = [];

  /** Where a node stands; the start of the file for what the pipeline made itself. */
  place(node: { readonly position?: Position | undefined }): Position {
    return node.position ?? START;
  }
}
