import { expect, test } from 'vitest';
import { checkSpelling } from '#main/window/spelling.ts';

function session() {
  const said: unknown[] = [];
  return {
    said,
    setSpellCheckerDictionaryDownloadURL: (url: string) => void said.push(url),
    setSpellCheckerEnabled: (on: boolean) => void said.push(on),
    setSpellCheckerLanguages: (languages: string[]) => void said.push(languages),
  };
}
const disk = (platform: NodeJS.Platform, files: readonly string[]) => {
  const copied: string[] = [];
  return {
    copied,
    platform,
    exists: (path: string) => files.includes(path),
    makeFolder: () => undefined,
    copy: (from: string, to: string) => void copied.push(`${from} ${to}`),
  };
};

test('B31 H19 Windows and macOS check by themselves, and nothing is fetched from anywhere', () => {
  for (const platform of ['win32', 'darwin'] as const) {
    const one = session();
    expect(checkSpelling(one, '/p', disk(platform, []))).toBe(true);
    expect(one.said[0]).toBe('app://satchel/none/');
    expect(one.said.at(-1)).toBe(true);
  }
});

test('B31 H19 on Linux a dictionary of the system is taken; without one nothing is checked', () => {
  const none = session();
  expect(checkSpelling(none, '/p', disk('linux', []))).toBe(false);
  expect(none.said).toEqual(['app://satchel/none/', false]);
  const system = disk('linux', ['/usr/share/hunspell-bdic/en_GB.bdic']);
  expect(checkSpelling(session(), '/p', system)).toBe(true);
  expect(system.copied).toEqual(['/usr/share/hunspell-bdic/en_GB.bdic /p/Dictionaries/en-GB-10-1.bdic']);
  const kept = disk('linux', ['/p/Dictionaries/en-GB-10-1.bdic']);
  expect(checkSpelling(session(), '/p', kept)).toBe(true);
  expect(kept.copied).toEqual([]);
});

test('B31 a profile that takes no file is not checked', () => {
  const full = {
    ...disk('linux', ['/usr/share/hunspell-bdic/en_GB.bdic']),
    copy: () => {
      throw new Error('EROFS');
    },
  };
  expect(checkSpelling(session(), '/p', full)).toBe(false);
});
