import type { WebContents } from 'electron';

/** The steps that browsers have, per cent. */
const STEPS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400] as const;

export type ZoomStep = 'in' | 'out' | 'reset';

type Zoomed = Pick<WebContents, 'getZoomFactor' | 'setZoomFactor'>;

/** Makes everything in the window larger or smaller by one step. @returns the size it has then, per cent */
export function zoom(step: ZoomStep, contents: Zoomed): number {
  const now = Math.round(contents.getZoomFactor() * 100);
  const next =
    step === 'reset'
      ? 100
      : step === 'in'
        ? (STEPS.find((percent) => percent > now) ?? now)
        : (STEPS.findLast((percent) => percent < now) ?? now);
  contents.setZoomFactor(next / 100);
  return next;
}
