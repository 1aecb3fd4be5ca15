import type { ReactNode } from 'react';

/** What is wider than the page scrolls inside itself, by keys too, so that the page never scrolls sideways. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children?: ReactNode }) {
  return (
    // A group, not a region: a page of many tables would be a page of many landmarks.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div role="group" className="sat-scrollx" tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}
