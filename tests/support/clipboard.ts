import type { ElectronApplication } from 'playwright-core';

interface Copied {
  readonly text?: string;
  readonly html?: string;
  /** A grey picture of this size, in pixels. */
  readonly picture?: { readonly width: number; readonly height: number };
}

/** The clipboard of older Electrons, and of newer ones, which write as the web does. */
interface Modules {
  readonly clipboard: { write(data: unknown): unknown };
  readonly ClipboardItem?: new (items: Record<string, unknown>) => unknown;
  readonly nativeImage: {
    createFromBitmap(bytes: Buffer, size: { width: number; height: number }): { toPNG(): Buffer };
  };
}

/** Puts something on the real clipboard, as another program would. */
export async function copy(app: ElectronApplication, copied: Copied): Promise<void> {
  await app.evaluate(async (electron, { text, html, picture }) => {
    const { clipboard, ClipboardItem, nativeImage } = electron as unknown as Modules;
    const image =
      picture &&
      nativeImage.createFromBitmap(Buffer.alloc(picture.width * picture.height * 4, 0xc0), {
        width: picture.width,
        height: picture.height,
      });
    if (!ClipboardItem) {
      await clipboard.write({
        ...(text === undefined ? {} : { text }),
        ...(html === undefined ? {} : { html }),
        ...(image ? { image } : {}),
      });
      return;
    }
    const png = image?.toPNG();
    await clipboard.write([
      new ClipboardItem({
        ...(text === undefined ? {} : { 'text/plain': text }),
        ...(html === undefined ? {} : { 'text/html': html }),
        ...(png ? { 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) } : {}),
      }),
    ]);
  }, copied);
}
