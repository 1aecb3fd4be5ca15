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
  const pdf = await contents.printToPDF({
    pageSize: 'A4',
    margins: MARGINS,
    printBackground: false,
    generateTaggedPDF: true,
    displayHeaderFooter: true,
    headerTemplate: `<div style="${LINE}"><b>${marking}</b></div>`,
    footerTemplate: `<div style="${LINE}"><b>${marking}</b><br>${pages}</div>`,
  });
  return withoutMachine(pdf);
}

/**
 * A PDF that does not say on what system it was made. The words are as long as before, so that nothing in the file
 * moves.
 */
export function withoutMachine(pdf: Buffer): Buffer {
  const start = pdf.indexOf(CREATOR);
  const end = start < 0 ? -1 : pdf.indexOf(')\n', start);
  if (end < 0) return pdf;
  const from = start + CREATOR.length;
  pdf.fill(' ', from, end);
  pdf.write('Satchel', from, 'latin1');
  return pdf;
}

const CREATOR = '/Creator (';
