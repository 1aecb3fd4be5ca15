import type { ReactNode } from 'react';

/** What a thing is: Guidance, Shape. `fill` for the kind, an edge for the rest. */
export function Badge({ fill = false, children }: { readonly fill?: boolean; readonly children: ReactNode }) {
  return <span className={fill ? 'sat-badge sat-badge--fill' : 'sat-badge'}>{children}</span>;
}

export type TagTone = 'blue' | 'green' | 'orange' | 'red' | 'grey';

/** What state a thing is in. The colour repeats the word. */
export function Tag({ tone = 'blue', children }: { readonly tone?: TagTone; readonly children: ReactNode }) {
  return <strong className={tone === 'blue' ? 'govuk-tag' : `govuk-tag govuk-tag--${tone}`}>{children}</strong>;
}
