import type { WebContents } from 'electron';
import type { Marking } from '#domain/bundle/marking.ts';
import type { Say } from '#domain/words/words.ts';

/** Inches. The top and the bottom have the marking. */
const MARGINS = { top: 0.8, bottom: 0.8, left: 0.6, right: 0.6 };
const LINE = 'font: 10px Arial, sans-serif; width: 100%; margin: 0 0.6in; text-align: center; color: #000';

/** What the window prints, with the marking at the top and the bottom of every page and tagged for screen readers. */
export async function printNotes(contents: WebContents, marking: Marking, say: Say): Promise<Uint8Array> {
  const pages = say('main.share.pages', {
    page: '<span class="pageNumber"></span>',
    pages: '<span class="totalPages"></span>',
  });
  return contents.printToPDF({
    pageSize: 'A4',
    margins: MARGINS,
    printBackground: false,
    generateTaggedPDF: true,
    displayHeaderFooter: true,
    headerTemplate: `<div style="${LINE}"><b>${marking}</b></div>`,
    footerTemplate: `<div style="${LINE}"><b>${marking}</b><br>${pages}</div>`,
  });
}
