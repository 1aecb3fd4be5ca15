import { writeBundle } from '#bundle/write-bundle.ts';
import type { Marking } from '#domain/bundle/marking.ts';
import type { Note } from '#domain/note/record/note.ts';
import { sampleNote, sha256 } from '#support/notes-made.ts';

/** A red square of 8 by 8. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC',
  'base64',
);
const HASH = sha256(PICTURE);
/** The same to look at, with a name that leads out of every folder. */
const OUT = Buffer.concat([PICTURE, Buffer.from('out')]);
const BYTES: ReadonlyMap<string, Buffer> = new Map([PICTURE, OUT].map((bytes) => [sha256(bytes), bytes]));
/** A long note with a picture, a table, a citation, a locked plan and a name that the scanner finds. */
export const LETTERS = sampleNote({
  text: [
    'Mae’r tŷ’n wyrdd 👩🏽‍🔬',
    `![The red square](file:${HASH})`,
    '| Group | Replies |\n| --- | --- |\n| Long | 12 |',
    'Write to j.hughes@harbour.gov.uk. See [the guide](https://www.gov.uk/guide).',
    ...Array.from({ length: 40 }, (_, at) => `Paragraph ${at} of the observations. ${'It goes on. '.repeat(30)}`),
  ].join('\n\n'),
  files: [
    { sha256: HASH, name: 'red.png', type: 'image/png', size: PICTURE.length, alt: 'The red square' },
    { sha256: sha256(OUT), name: '../../x', type: 'image/png', size: OUT.length, alt: 'The way out' },
  ],
  citations: [
    {
      id: 'c1',
      pack: 'engage-early',
      packTitle: 'Engage early',
      version: '2026.11',
      release: 3,
      page: 'keep-it-fair',
      section: 'the-meeting-log',
      title: 'Keep it fair',
      heading: 'The meeting log',
      hash: 'a'.repeat(64),
      quote: 'Write down every meeting.',
      at: '2026-11-20T09:00:00.000Z',
    },
  ],
  plan: { hash: 'b'.repeat(64), lockedAt: '2026-11-02T09:00:00.000Z', text: '{}' },
});
/** A short one with a marking. */
export const BACKLOG = sampleNote({
  id: '0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f7',
  title: 'Can one team clear the backlog?',
  marking: 'OFFICIAL-SENSITIVE',
});

/** Writes notes as a bundle of this path; answers the path. */
export async function bundleAt(
  path: string,
  notes: readonly Note[],
  marking: Marking = 'OFFICIAL',
  files: ReadonlyMap<string, Uint8Array> = BYTES,
): Promise<string> {
  const records = notes.map((note) => ({ note, earlier: [] }));
  const written = await writeBundle(records, marking, path, {
    read: async (hash) => files.get(hash) ?? null,
  });
  if (!written.ok) throw new Error(written.problem.code);
  return path;
}
