import { axisX, axisY, dot, gridX, gridY, line, link, plot, rect, ruleX, ruleY, text } from '@observablehq/plot';

/** The parts of Plot that our pictures are made of: the others stay out of the app. */
export const kit = { axisX, axisY, dot, gridX, gridY, line, link, plot, rect, ruleX, ruleY, text };

export type PlotKit = typeof kit;
