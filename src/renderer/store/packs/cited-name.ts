/** Names a release as a citation does, which knows its pack and its number. */
export const citedName = ({ id, release }: { readonly id: string; readonly release: number }): string =>
  `${id} ${release}`;
