/**
 * Hands a pack to the running app as a double click on its file does, and presses Install when it asks.
 * @param {import('playwright-core').ElectronApplication} app
 * @param {import('playwright-core').Page} page
 * @param {string} file
 * @returns {Promise<number>} when it was pressed, milliseconds since 1970
 */
export async function handOver(app, page, file) {
  await app.evaluate(
    ({ app: electron }, path) => electron.emit('second-instance', {}, [], '/', { files: [path] }),
    file,
  );
  const install = page.locator('.packs-ask button').first();
  await install.waitFor();
  return install.evaluate((button) => {
    const at = Date.now();
    if (button instanceof HTMLElement) button.click();
    return at;
  });
}
