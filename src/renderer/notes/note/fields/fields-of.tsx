import { Fragment, type ReactNode } from 'react';

/** The fields of one part of the form, in the order in which they are given. */
export const FieldsOf = ({ fields }: { readonly fields: Readonly<Record<string, ReactNode>> }): ReactNode =>
  Object.entries(fields).map(([name, field]) => <Fragment key={name}>{field}</Fragment>);
