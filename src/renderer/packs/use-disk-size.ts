import { useKeptSizes } from '#kit/sources.ts';
import { bytesOnDisk } from '#store/packs/other-release.ts';
import type { InstalledPack } from '#store/packs/packs.ts';

/** Bytes that a pack takes on the disk with the release that it keeps, and with what came of it from sources. */
export function useDiskSize(): (pack: InstalledPack) => number {
  const kept = useKeptSizes();
  return (pack) => bytesOnDisk(pack) + (kept.find((one) => one.pack === pack.id)?.bytes ?? 0);
}
