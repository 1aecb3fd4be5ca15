import type { WebContents } from 'electron';
import type { Marking } from '#domain/bundle/marking.ts';
import { oneAtATime } from '../ipc/one-at-a-time.ts';

type Printer = Pick<WebContents, 'print'>;

/** Milliseconds. */
const LONG = 30_000;

/**
 * Shows the system's print dialog, one at a time with the window's others. The printer's own lines bring the number of
 * each page, its title and its marking. That a person closed the dialog, or that there is no printer, is the system's to
 * say.
 */
export function printPage(title: string, marking: Marking, printer: Printer): null {
  const options = { silent: false, printBackground: false, header: title, footer: marking };
  const shown = () =>
    new Promise<void>((closed) => {
      printer.print(options, () => closed());
      // Not every system says when it is over, and other dialogs must not wait for that.
      setTimeout(closed, LONG);
    });
  void oneAtATime<void>(printer, shown, undefined);
  return null;
}
