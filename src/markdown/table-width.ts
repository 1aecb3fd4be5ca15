import type { Table } from 'mdast';

/** Columns of a table: a cell beyond the head has words too, so the head gets an empty cell above it. */
export const widthOf = ({ align, children }: Table): number =>
  children.reduce((most, row) => Math.max(most, row.children.length), align?.length ?? 0);
