/**
 * Lines that end as Git keeps them. On Windows it checks texts out with two signs at each end, and the same tree must
 * give the same release there.
 */
export const plainLines = (text: string): string => text.replaceAll('\r\n', '\n');

/** The same of bytes that are text. */
export function plainLineBytes(bytes: Uint8Array): Uint8Array {
  const [RETURN, FEED] = [13, 10];
  return bytes.filter((byte, at) => byte !== RETURN || bytes[at + 1] !== FEED);
}
