import type { IMAGE_TYPES } from '#domain/manifest.ts';

export type ImageType = (typeof IMAGE_TYPES)[number];

const EXTENSIONS: Readonly<Record<string, ImageType>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** The type that a file's name promises. */
export function typeByName(file: string): ImageType | null {
  const extension = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  return EXTENSIONS[extension] ?? null;
}

/** The type that a file's first bytes show, and its size in pixels where they say so. */
export function typeByContent(bytes: Uint8Array): { readonly type: ImageType; readonly size?: PixelSize } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (text: string, at = 0): boolean =>
    bytes.length >= at + text.length && [...text].every((mark, i) => bytes[at + i] === mark.charCodeAt(0));
  if (starts('\x89PNG\r\n\x1a\n') && starts('IHDR', 12) && bytes.length >= 24) {
    return sized('image/png', view.getUint32(16), view.getUint32(20));
  }
  if ((starts('GIF87a') || starts('GIF89a')) && bytes.length >= 10) {
    return sized('image/gif', view.getUint16(6, true), view.getUint16(8, true));
  }
  if (starts('\xff\xd8\xff')) return jpeg(view);
  if (starts('RIFF') && starts('WEBP', 8)) return webp(view, bytes);
  const text = new TextDecoder().decode(bytes.subarray(0, 64 * 1024));
  return isSvg(text) ? { type: 'image/svg+xml', ...svgSize(text) } : null;
}

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

function sized(type: ImageType, width: number, height: number): { type: ImageType; size?: PixelSize } {
  return width > 0 && height > 0 ? { type, size: { width, height } } : { type };
}

/** Walks the segments of a JPEG to its frame header. */
function jpeg(view: DataView): { type: ImageType; size?: PixelSize } {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return sized('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return { type: 'image/jpeg' };
}

function webp(view: DataView, bytes: Uint8Array): { type: ImageType; size?: PixelSize } {
  const kind = String.fromCharCode(...bytes.subarray(12, 16));
  if (bytes.length >= 30 && kind === 'VP8X') {
    const three = (at: number): number => 1 + view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
    return sized('image/webp', three(24), three(27));
  }
  if (bytes.length >= 30 && kind === 'VP8 ') {
    return sized('image/webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  }
  if (bytes.length >= 25 && kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return sized('image/webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  return { type: 'image/webp' };
}

/** An SVG begins with its element; before it stand at most a declaration, comments and a doctype. */
function isSvg(text: string): boolean {
  let rest = text.replace(/^\ufeff/, '').trimStart();
  for (let i = 0; i < 20; i += 1) {
    const skipped = /^(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE\s[^>[]*(?:\[[\s\S]*?\]\s*)?>)\s*/i.exec(rest);
    if (!skipped) break;
    rest = rest.slice(skipped[0].length);
  }
  return /^<(?:svg:)?svg[\s>/]/i.test(rest);
}

function svgSize(text: string): { size?: PixelSize } {
  const tag = /<(?:svg:)?svg\b[^<>]{0,5000}>/i.exec(text)?.[0] ?? '';
  const pixels = (name: string): number => {
    const value = new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`, 'i').exec(tag)?.[1];
    return value === undefined ? 0 : Math.round(Number(value));
  };
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(tag);
  const width = pixels('width') || Math.round(Number(box?.[1] ?? 0));
  const height = pixels('height') || Math.round(Number(box?.[2] ?? 0));
  return width > 0 && height > 0 ? { size: { width, height } } : {};
}
