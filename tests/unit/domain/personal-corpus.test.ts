import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from '#domain/personal-data.ts';
import { sharedPath } from '#support/shared.ts';

const corpora = sharedPath('corpora');

describe.skipIf(corpora === null)('real guidance', () => {
  test('B13 few findings, and those are addresses and names', () => {
    const pages = readdirSync(corpora ?? '', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    const findings = pages.flatMap(findPersonalData);
    const rate = (findings.length / pages.length) * 1_000;
    console.log(`${findings.length} findings on ${pages.length} pages: ${rate.toFixed(0)} in 1,000`);
    expect(pages.length).toBeGreaterThan(500);
    // All were looked at by eye: mailboxes of teams, and people who are named.
    expect(findings.filter(({ kind }) => kind !== 'email' && kind !== 'name')).toEqual([]);
    // As many as before names without a title, streets and number plates were looked for.
    expect(findings.length).toBeLessThanOrEqual(24);
  });
});
