import type { WebContents } from 'electron';
import type { Marking } from '#domain/bundle/marking.ts';

type Printer = Pick<WebContents, 'print'>;

/**
 * Shows the system's print dialog. The printer's own lines bring the number of each page, its title and its marking. That
 * a person closed the dialog, or that there is no printer, is the system's to say.
 */
export function printPage(title: string, marking: Marking, printer: Printer): null {
  printer.print({ silent: false, printBackground: false, header: title, footer: marking });
  return null;
}
