import type { PlotOptions } from '@observablehq/plot';
import type { PlotKit } from './kit.ts';

/** Where a picture is drawn, css pixels; `em` is the height of its letters. */
export interface Room {
  readonly width: number;
  readonly em: number;
}

/** What is drawn, for the width that there is. The same figures and room give the same picture. */
export type Draw = (plot: PlotKit, room: Room) => PlotOptions;

/** What a picture is called, and the id of the sentence that describes it. */
export interface Named {
  readonly label: string;
  readonly describedBy: string;
}

/** Draws a picture that stays within the content policy: its rules are in `chart.css`, none comes with it. */
export function svgOf(plot: PlotKit, draw: Draw, room: Room, { label, describedBy }: Named): Element {
  const options = draw(plot, room);
  const svg = plot.plot({ className: 'sat-plot', width: room.width, ...options });
  // The policy stops a style element when it enters the page, so it goes before.
  for (const style of svg.querySelectorAll('style')) style.remove();
  // One image with one name: names of its parts would be read on top.
  for (const part of svg.querySelectorAll('[aria-label], [aria-description], [aria-hidden]'))
    for (const name of ['aria-label', 'aria-description', 'aria-hidden']) part.removeAttribute(name);
  // The letters are those of the interface, in the size that the picture was laid out for.
  svg.removeAttribute('font-family');
  svg.removeAttribute('font-size');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('aria-describedby', describedBy);
  svg.setAttribute('focusable', 'false');
  return svg;
}
