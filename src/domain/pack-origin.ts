/** A source that brought a release, and the publisher that it has been shown to come from. */
export interface SourceOrigin {
  readonly source: string;
  readonly publisher: string;
}
