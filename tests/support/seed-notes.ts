// Puts notes straight into the app's own database, with their rows of the register, as if they had been written there
// over years. The window is loaded again, so that it reads them.
import type { Page } from 'playwright-core';
import { type Note, newNote } from '#domain/note/record/note.ts';
import { registerRow } from '#domain/note/register.ts';
import { followLink } from './link.mjs';

export const seededId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A new idea with a number for an id. */
export const seededNote = (number: number, fields: Partial<Note> = {}): Note => ({
  ...newNote(seededId(number), '2026-11-01T09:00:00.000Z', `Question ${number}`),
  ...fields,
});

export interface Seeded {
  readonly note: Note;
  readonly binned?: boolean;
  /** How it stood before, the oldest first. */
  readonly earlier?: readonly Note[];
}

export async function seedNotes(window: Page, seeded: readonly Seeded[]): Promise<void> {
  const rows = seeded.map(({ note, binned = false, earlier = [] }) => {
    const when = binned ? '2026-11-20T10:00:00.000Z' : '';
    const versions = earlier.map((before, at) => ({ id: note.id, rev: at + 1, note: before }));
    const row = { id: note.id, rev: versions.length + 1, note, binned: when };
    return { row, versions, listed: { ...registerRow(note), binned: when } };
  });
  await followLink(window, '/notes');
  await window.locator('#main h1').waitFor();
  // In pieces: a message to the window has a limit.
  for (let from = 0; from < rows.length; from += 500) {
    await window.evaluate(
      (some) =>
        new Promise<void>((resolve, reject) => {
          const open = indexedDB.open('satchel-notes');
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const db = open.result;
            const change = db.transaction(['notes', 'versions', 'register'], 'readwrite');
            for (const { row, versions, listed } of some) {
              for (const version of versions) change.objectStore('versions').put(version);
              change.objectStore('notes').put(row);
              change.objectStore('register').put(listed);
            }
            change.onerror = () => reject(change.error);
            change.oncomplete = () => {
              db.close();
              resolve();
            };
          };
        }),
      rows.slice(from, from + 500),
    );
  }
  await window.reload();
  await window.locator('#main h1').waitFor();
}

/** The nine experiments of the design picture. */
export const DRAWN: readonly Note[] = [
  seededNote(1, {
    title: 'Do shorter papers get better answers?',
    ownerRole: 'Rural grants policy',
    status: 'running',
    kind: 'interview',
    template: 'marketSounding',
    stage: 'shape',
    costCap: 500,
    costs: [{ id: 'a', day: null, pounds: 180, what: '' }],
    dates: { plannedStart: '2026-11-16', plannedEnd: '2026-11-30', start: '2026-11-16', end: null },
    changed: '2026-11-23T14:02:00.000Z',
    tags: ['papers'],
  }),
  seededNote(2, {
    title: 'Can farmers use the map without help?',
    ownerRole: 'Rural grants policy',
    status: 'analysed',
    kind: 'prototype',
    template: 'prototype',
    stage: 'shape',
    costCap: 1200,
    costs: [{ id: 'a', day: null, pounds: 900, what: '' }],
    changed: '2026-11-19T10:00:00.000Z',
  }),
  seededNote(3, {
    title: 'Would an SMS reminder cut late forms?',
    ownerRole: 'Permits service',
    status: 'stopped',
    kind: 'fakeDoor',
    template: 'fakeDoor',
    stage: 'shape',
    costCap: 500,
    costs: [{ id: 'a', day: null, pounds: 500, what: '' }],
    stop: { rule: 's', because: 'Cost rule hit on day 9', day: '2026-11-17' },
    decision: { choice: 'stop', because: '', byRole: '', day: null },
    changed: '2026-11-17T10:00:00.000Z',
  }),
  seededNote(4, {
    title: 'Can one team clear the backlog?',
    ownerRole: 'Harbour licensing',
    status: 'decided',
    kind: 'shadowRun',
    template: 'shadowRun',
    stage: 'deliver',
    costCap: 3000,
    costs: [{ id: 'a', day: null, pounds: 2100, what: '' }],
    decision: { choice: 'persevere', because: 'Wait fell from 19 to 11 days', byRole: '', day: null },
    changed: '2026-10-21T10:00:00.000Z',
    tags: ['ports'],
  }),
  seededNote(5, {
    title: 'Does plain English lower repeat calls?',
    ownerRole: 'Apprentice records',
    status: 'decided',
    kind: 'abTest',
    stage: 'shape',
    costCap: 200,
    decision: { choice: 'adapt', because: 'Helped new users only', byRole: '', day: null },
    changed: '2026-10-12T10:00:00.000Z',
  }),
  seededNote(6, {
    title: 'Is the old register fit to copy?',
    ownerRole: 'Harbour licensing',
    status: 'decided',
    kind: 'technicalSpike',
    stage: 'prepare',
    costCap: 800,
    costs: [{ id: 'a', day: null, pounds: 640, what: '' }],
    decision: { choice: 'stop', because: '1 record in 5 was wrong', byRole: '', day: null },
    changed: '2026-10-02T10:00:00.000Z',
    tags: ['ports', 'records'],
  }),
  seededNote(7, {
    title: 'Will small firms join a short call?',
    ownerRole: 'Rural grants policy',
    kind: 'interview',
    stage: 'explore',
    changed: '2026-09-28T10:00:00.000Z',
  }),
  seededNote(8, {
    title: 'Can we sort letters by topic safely?',
    ownerRole: 'Permits service',
    ending: { kind: 'abandoned', because: 'Guardrail 13 not met' },
    kind: 'shadowRun',
    template: 'aiTrial',
    stage: 'shape',
    costCap: 400,
    changed: '2026-09-15T10:00:00.000Z',
  }),
  seededNote(9, {
    title: 'Do people trust the reference number?',
    ownerRole: 'Apprentice records',
    status: 'planned',
    kind: 'survey',
    stage: 'shape',
    costCap: 200,
    changed: '2026-09-09T10:00:00.000Z',
  }),
];
