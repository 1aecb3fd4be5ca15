/** @typedef {import('playwright-core').Page} Page */

/** Follows a link to an address, as if it stood in the window. @param {Page} page @param {string} address */
export const followLink = (page, address) =>
  page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
