import type { Root as Tree } from 'hast';
import type { Root as Syntax } from 'mdast';
import type { Position } from 'unist';
import type { Section as PageSection, UnshownReason } from '#domain/pack/page.ts';
import type { FrontMatter } from './front-matter.ts';

/** Where a link leads, as the one who knows the pack's pages says it. */
export type LinkTarget =
  | { readonly kind: 'page'; readonly pack?: string; readonly page: string; readonly section?: string }
  | { readonly kind: 'outside'; readonly href: string }
  | { readonly kind: 'same'; readonly section: string }
  | { readonly kind: 'dead'; readonly reason: string };

/** `sha256` is the picture's hash in small hexadecimal; sizes are CSS pixels. */
export type ImageTarget =
  | { readonly kind: 'image'; readonly sha256: string; readonly width?: number; readonly height?: number }
  | { readonly kind: 'dead'; readonly reason: string };

/** What a page cannot know by itself. Both functions take what the author wrote, percent signs and all. */
export type ParseContext = {
  resolveLink(href: string): LinkTarget;
  resolveImage(src: string): ImageTarget;
  /** BCP 47 tag of the page: the words that the pipeline adds (a callout's name) are in its language. */
  readonly lang?: string;
};

/** A heading as the author wrote it, nested ones too. `id` is the plain slug. */
export type Heading = {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
  readonly position: Position;
};

export type PageLink = {
  readonly href: string;
  readonly text: string;
  readonly target: LinkTarget;
  readonly position: Position;
};

export type PageImage = {
  readonly src: string;
  readonly alt: string;
  readonly target: ImageTarget;
  readonly position: Position;
};

/** Something in the source that is not in the tree: `<iframe>`, `onclick`, `javascript:`, `U+202E`. */
export type Dropped = { readonly what: string; readonly position: Position };

type PageFacts = {
  /** `null` where the file has none. */
  readonly frontMatter: FrontMatter | null;
  /** Lead first, with id and heading empty: the caller puts the title. */
  readonly sections: readonly PageSection[];
  readonly headings: readonly Heading[];
  /** Every id on the page that a link can name after `#`, plain. */
  readonly anchors: readonly string[];
  readonly links: readonly PageLink[];
  readonly images: readonly PageImage[];
  readonly dropped: readonly Dropped[];
  readonly words: number;
  readonly firstHeading?: Heading;
};

type ShownPage = PageFacts & { readonly mdast: Syntax; readonly tree: Tree; readonly unshown?: undefined };

/** A page over the limits: one section of plain text, and why. */
export type UnshownPage = PageFacts & {
  readonly unshown: UnshownReason;
  readonly mdast?: undefined;
  readonly tree?: undefined;
};

export type ParsedPage = ShownPage | UnshownPage;
