import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'electron';
import { ORIGIN } from '#domain/address.ts';
import { readRegularNow } from '#files/regular-file.ts';
import { writeWholeNow } from '#files/write-whole.ts';

/** What the checker stands on; tests give a disk of their own. */
export interface SpellingEffects {
  readonly platform: NodeJS.Platform;
  readonly exists: (path: string) => boolean;
  readonly makeFolder: (path: string) => void;
  readonly copy: (from: string, to: string) => void;
}

/** Bytes of the largest dictionary. */
const LARGEST = 64 * 1024 * 1024;

const spellingEffects: SpellingEffects = {
  platform: process.platform,
  exists: existsSync,
  makeFolder: (path) => mkdirSync(path, { recursive: true }),
  copy: (from, to) => void writeWholeNow(to, readRegularNow(from, LARGEST), { mode: 0o600 }),
};

type Checked = Pick<
  Session,
  'setSpellCheckerDictionaryDownloadURL' | 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages'
>;

const LANGUAGE = 'en-GB';
/** Where Linux systems keep dictionaries in the form that Chromium reads. */
const SYSTEM = ['/usr/share/hunspell-bdic/en_GB.bdic', '/usr/share/qt5/qtwebengine_dictionaries/en_GB.bdic'];
/** The name under which Chromium looks for a dictionary in the profile before it would fetch one. */
const KEPT = 'en-GB-10-1.bdic';

/**
 * Checks spelling where the system has a dictionary, and fetches none anywhere: the address to fetch from is our own, and
 * nothing is there. Windows and macOS check by themselves; on Linux the system's dictionary is copied into the profile.
 */
export function checkSpelling(session: Checked, profile: string, effects: SpellingEffects = spellingEffects): boolean {
  session.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/none/`);
  const on = hasDictionary(profile, effects);
  if (on && effects.platform !== 'darwin') session.setSpellCheckerLanguages([LANGUAGE]);
  session.setSpellCheckerEnabled(on);
  return on;
}

function hasDictionary(profile: string, { platform, exists, makeFolder, copy }: SpellingEffects): boolean {
  if (platform !== 'linux') return true;
  const kept = join(profile, 'Dictionaries', KEPT);
  if (exists(kept)) return true;
  const system = SYSTEM.find(exists);
  if (system === undefined) return false;
  try {
    makeFolder(join(profile, 'Dictionaries'));
    copy(system, kept);
    return true;
  } catch {
    // A profile that takes no file is for reading: nothing is written that could be checked.
    return false;
  }
}
