import { launchApp } from '#support/app.ts';
import { expect, test } from '#support/window-test.ts';

test('a dragged file is met with words, and what is dropped never leads away', async () => {
  const { window, close } = await launchApp({ settings: { welcomed: true } });
  try {
    const drag = (name: string, files = 1) =>
      window.evaluate(
        ([event, count]) => {
          const data = new DataTransfer();
          for (let n = 0; n < count; n += 1) data.items.add(new File(['no pack'], `letter-${n}.txt`));
          return !document.body.dispatchEvent(
            new DragEvent(event, { dataTransfer: data, bubbles: true, cancelable: true }),
          );
        },
        [name, files] as const,
      );
    expect(await drag('dragover')).toBe(true);
    await expect(
      window.getByText('Drop a pack here to install it, or an .eln file to look at its notes'),
    ).toBeVisible();
    expect(await drag('drop')).toBe(true);
    await expect(window.getByText('Drop a pack here to install it, or an .eln file to look at its notes')).toBeHidden();
    expect(await drag('drop', 101)).toBe(true);
    await expect(window.locator('.sat-status')).toContainText('101 files were dropped, and 100 can be taken at once.');
    await expect(window).toHaveURL(/^app:\/\/satchel\//);
  } finally {
    await close();
  }
});
