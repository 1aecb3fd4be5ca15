import { type ReactNode, useContext } from 'react';
import { useSay } from '#store/words.ts';
import { PageContext } from './page-context.ts';

/** Lines of code keep their length: they scroll inside themselves, by keys too. */
export function ScrollCode({ children }: { readonly children?: ReactNode }) {
  const say = useSay();
  const { title } = useContext(PageContext);
  return (
    // A group, not a region: a page of many tables would be a page of many landmarks.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div role="group" className="sat-scrollx" tabIndex={0} aria-label={say('reader.code.of', { heading: title })}>
      <pre>{children}</pre>
    </div>
  );
}
