import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Note } from '#domain/note/record/note.ts';
import { goTo } from '#support/address.ts';
import { launchApp, type RunningApp } from '#support/app.ts';
import { fullNote } from '#support/full-note.ts';
import { sampleNote } from '#support/notes-made.ts';
import { pdfSheets } from '#support/pdf-text.ts';
import { seededId, seedNotes } from '#support/seed-notes.ts';
import { expect, test } from '#support/window-test.ts';

const bare = (text: string): string => text.replace(/[\s\u00a0\u00ad]+/g, '');

const columns = Array.from({ length: 12 }, (_, at) => `Column${at + 1}`);
const WIDE = [columns, columns.map(() => '---'), columns.map((_, at) => `Procurement${at + 1}`)]
  .map((cells) => `| ${cells.join(' | ')} |`)
  .join('\n');
const [result, other] = fullNote().results;
const DECIDED: Note = {
  ...fullNote(),
  title: 'Do shorter letters get answers?',
  ending: null,
  files: [],
  results: result && other ? [{ ...result, exploratory: false }, other] : [],
};
const IDEA: Note = { ...sampleNote({ id: seededId(1), title: 'Will small firms join?' }) };
const TABLE: Note = { ...sampleNote({ id: seededId(2), title: 'Twelve columns', template: 'note', text: WIDE }) };

/** The sheets of a note on paper. Where `SATCHEL_SEEN` names a folder the file stays there, to be looked at. */
async function sheetsOf({ app, window }: RunningApp, { id, title }: Note, kind = ''): Promise<readonly string[]> {
  await goTo(window, `/note/${id}?view=print`);
  await expect(window.locator('.sharing-paper h2')).toHaveText(title);
  await expect(window.locator('.sharing-paper [data-coming]')).toHaveCount(0);
  const bytes = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' });
    return pdf?.toString('base64');
  });
  const pdf = Buffer.from(bytes ?? '', 'base64');
  const seen = process.env.SATCHEL_SEEN;
  if (seen) {
    mkdirSync(seen, { recursive: true });
    writeFileSync(join(seen, `${title.replace(/\W+/g, '-')}${kind}.pdf`), pdf);
  }
  return pdfSheets(pdf);
}

test('a note is paper that one hands to a director: the answer first, then what it rests on, what proves it last', async () => {
  const running = await launchApp({ settings: { welcomed: true }, size: { width: 1280, height: 800 } });
  try {
    await seedNotes(running.window, [{ note: DECIDED }, { note: IDEA }, { note: TABLE }]);
    const sheets = await sheetsOf(running, DECIDED);
    const all = sheets.join('');
    for (const text of [
      'Decision Adapt: change the idea',
      'How sure Medium',
      'Forty is few',
      'Short 20% 60% 64%',
      'Spent £120.30 of £700.50',
      'Next Write to all',
    ])
      expect(sheets[0], text).toContain(bare(text));
    // The cap of the deviation, in the picture too; a deviation that is only words changes nothing.
    expect(all).toContain(bare('£500 £700.50 Stamps cost more'));
    expect(all).toContain(bare('11 Dec 2026 when they are back'));
    expect(all).toContain(bare('£120.30 of £700.50 is spent'));
    expect(all).toContain(bare('Met No live system or write access. About noLiveSystem'));
    for (const text of [
      'Try Welsh',
      'Start when you can.',
      'Week one was lost',
      'Blue envelopes',
      'They answer.',
      'Nobody answers',
    ])
      expect(all, text).toContain(bare(text));
    const order = ['Why this decision', 'About this note', 'Riskiest assumption', 'Stamps cost more', 'Fingerprint'];
    const places = order.map((text) => all.indexOf(bare(text)));
    expect(places).toEqual([...places].sort((one, next) => one - next));
    expect(places).not.toContain(-1);

    const idea = (await sheetsOf(running, IDEA)).join('');
    expect(idea).toContain(bare('Where it stands Idea'));
    for (const empty of ['Results', 'Guardrails', 'Changes to the plan', 'Fingerprint', 'Comments', 'Costs'])
      expect(idea, empty).not.toContain(bare(empty));

    const wide = (await sheetsOf(running, TABLE)).join('');
    for (const column of columns) expect(wide).toContain(`${column}:Procurement${column.slice(6)}`);
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
});

test('longer words, as another language has, leave the paper whole', async () => {
  const settings = { welcomed: true, language: 'en-XA' } as const;
  const running = await launchApp({ settings, size: { width: 1280, height: 800 } });
  try {
    await seedNotes(running.window, [{ note: DECIDED }, { note: IDEA }, { note: TABLE }]);
    const all = (await sheetsOf(running, DECIDED, '-long')).join('');
    for (const text of ['Forty is few', '20% 60% 64%', 'Stamps cost more', '£500 £700.50', 'Blue envelopes'])
      expect(all, text).toContain(bare(text));
    expect((await sheetsOf(running, IDEA, '-long')).join('')).toContain(bare('Will small firms join?'));
    const wide = (await sheetsOf(running, TABLE, '-long')).join('');
    for (const column of columns) expect(wide).toContain(`${column}:Procurement${column.slice(6)}`);
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
});
