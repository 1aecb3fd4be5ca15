import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Chromium's own lock of a profile, where it is a link to no place: `HOST-PID`. Elsewhere the system keeps it. */
export interface ProfileLockEffects {
  /** @throws where there is none */
  readonly read: () => string;
  readonly host: () => string;
  readonly pid: number;
  readonly lives: (pid: number) => boolean;
}

function profileLockEffects(profile: string): ProfileLockEffects {
  const path = join(profile, 'SingletonLock');
  return {
    read: () => readlinkSync(path),
    host: hostname,
    pid: process.pid,
    lives(pid) {
      try {
        process.kill(pid, 0);
        return true;
      } catch (error) {
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
      }
    },
  };
}

/**
 * Whether another start has the lock, and so heard of this one. Chromium gives none either where it cannot write what
 * goes with it: then a start would end without a word. Where the lock is no link Chromium is believed.
 */
export function isHeldByOther(
  profile: string,
  platform: string = process.platform,
  effects: ProfileLockEffects = profileLockEffects(profile),
): boolean {
  if (platform !== 'linux') return true;
  const owner = ownerOf(effects);
  return owner !== null && owner.host === effects.host() && owner.pid !== effects.pid && effects.lives(owner.pid);
}

function ownerOf({ read }: ProfileLockEffects): { readonly host: string; readonly pid: number } | null {
  try {
    const match = /^(.*)-(\d+)$/.exec(read());
    return match ? { host: match[1] ?? '', pid: Number(match[2]) } : null;
  } catch {
    return null;
  }
}
