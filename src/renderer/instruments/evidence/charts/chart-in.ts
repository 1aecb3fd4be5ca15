import { isValidElement, type ReactNode } from 'react';
import { CHART_LANGUAGE } from '#domain/charts/block.ts';

/** The code of a picture in what a `pre` of a text's tree holds; `null` where it holds anything else. */
export function chartIn(children: ReactNode): string | null {
  if (!isValidElement<{ readonly className?: string; readonly children?: ReactNode }>(children)) return null;
  const { className, children: code } = children.props;
  return className === `language-${CHART_LANGUAGE}` && typeof code === 'string' ? code : null;
}
