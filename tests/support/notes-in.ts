// Notes for the states of the screens that hand notes over (the plan of the first was changed after it was locked, and
// what it relies on says something else today): `lookAtNotes(running)` shows a file of two on the import
// screen, `bringNotes(running)` takes them in unless they are there.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { writeBundle } from '#bundle/write-bundle.ts';
import { planText } from '#domain/note/plan.ts';
import { goTo } from './address.ts';
import type { RunningApp } from './app.ts';
import { chooseNext } from './file-dialog.ts';
import { sampleNote, sha256 } from './notes-made.ts';
import { settled } from './settled.ts';

const locked = planText(sampleNote());
const MOST = 'Most suppliers want to be asked before the plan is made.';

export const BROUGHT = [
  sampleNote({
    status: 'analysed',
    plan: { text: locked, hash: sha256(locked), lockedAt: '2026-11-02T09:00:00.000Z' },
    citations: [
      {
        id: 'citation1',
        pack: 'engage-early',
        packTitle: 'Engage early',
        version: '2026.8',
        release: 1,
        page: 'why-talk-to-the-market',
        section: 'when-to-start',
        title: 'Why talk to the market before you have a solution',
        heading: 'When to start',
        hash: sha256(MOST),
        quote: MOST,
        at: '2026-09-01T09:00:00.000Z',
      },
    ],
    text: 'Write to j.hughes@harbour.gov.uk.\n\n| Group | Replies |\n| --- | --- |\n| Long letters | 12 |',
    method: 'Half of them get the short letter.',
  }),
  sampleNote({
    id: '0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f7',
    title: 'Can one team clear the backlog of all licences that were asked for before the summer?',
    marking: 'OFFICIAL-SENSITIVE',
  }),
] as const;

export async function lookAtNotes(running: RunningApp): Promise<void> {
  const { window } = running;
  const path = join(mkdtempSync(join(tmpdir(), 'satchel-notes-')), 'OFFICIAL letters 2026-11-20.eln');
  const lost = { sha256: 'f'.repeat(64), name: 'photo-of-the-counter.png', type: 'image/png', size: 1, alt: '' };
  const [letters, ...others] = BROUGHT;
  const records = [{ ...letters, files: [lost] }, ...others].map((note) => ({ note, earlier: [] }));
  await writeBundle(records, 'OFFICIAL', path, { read: async () => null });
  await goTo(window, '/import');
  await chooseNext(running, [path]);
  await window.locator('.sharing-in .sat-empty button').click();
  await expect(window.locator('.sharing-in__groups')).toBeVisible();
  await settled(window);
}

export async function bringNotes(running: RunningApp): Promise<void> {
  const { window } = running;
  await lookAtNotes(running);
  const all = window.locator('.sharing-in__do');
  if ((await all.locator('.govuk-button').count()) > 1) {
    await all.locator('.govuk-button').first().click();
    await expect(window.locator('.sharing-in .sat-strip--ok')).toBeVisible();
  } else await all.locator('.govuk-button').click();
  await settled(window);
}
