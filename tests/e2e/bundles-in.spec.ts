import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { openBundle } from '#bundle/open-bundle.ts';
import type { Note } from '#domain/note/record/note.ts';
import { goTo } from '#support/address.ts';
import { launchApp, newHome } from '#support/app.ts';
import { forgeZip, PNG } from '#support/make-pack.ts';
import { sha256 } from '#support/notes-made.ts';
import { BACKLOG, bundleAt, LETTERS } from '#support/notes-to-share.ts';
import { button, look, main, notesIn, save, saveInto, seen } from '#support/share-walk.ts';
import { sharedPath } from '#support/shared.ts';
import { expect, test } from '#support/window-test.ts';

const OPEN = {
  settings: { welcomed: true },
  today: '2026-11-23',
  size: { width: 1280, height: 800 },
} as const;

/** Nested without end, with keys that JavaScript knows. */
const DEEP = `{"__proto__":{"x":1},"@graph":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

const NOTHING = { role: 'primary', direction: 'up', source: '' } as const;

/** What the schema allows and the app never writes. */
const STRANGE: Note = {
  ...LETTERS,
  id: '0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f8',
  created: 'yesterday',
  changed: '',
  status: 'decided',
  template: '__proto__',
  tags: ['__proto__', 'constructor'],
  dates: { plannedStart: '2026-13-45', plannedEnd: '9999-99-99', start: '0000-00-00', end: '2026-02-31' },
  metrics: ['m', 'm'].map((id) => ({ ...NOTHING, id, name: '__proto__', unit: '%', baseline: 1e15, target: -1e15 })),
  results: ['gone', 'm', 'm'].map((metric) => ({
    id: 'r',
    metric,
    group: '',
    n: 0,
    value: 1e15,
    low: 5,
    high: -5,
    exploratory: false,
  })),
  costs: ['2026-99-99', null].map((day) => ({ id: 'c', day, pounds: 1e12, what: '=1+1' })),
  costCap: 0,
  deviations: ['nothing', 'constructor'].map((field) => ({ id: 'd', at: 'x', field, from: '{', to: ']', because: '' })),
  stop: { rule: 'gone', because: '', day: '2026-00-00' },
  decision: { choice: 'stop', because: '', byRole: '', day: '2026-40-40' },
  comments: ['', 'never'].map((at) => ({ id: 'k', at, byRole: '', text: '<b>' })),
  citations: LETTERS.citations.map((one) => ({ ...one, at: '' })),
  links: [{ kind: 'note', id: '../../x' }],
  plan: { hash: 'b'.repeat(64), lockedAt: '', text: 'no plan' },
  text: `\`\`\`chart\n{"kind":"cost","points":[{"day":"2026-99-99","pounds":1}],"cap":1,"undated":0}\n\`\`\`\n\n![x](file:${'0'.repeat(64)}) [a](javascript:x) ![b](https://example.org/x.png)`,
};

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'satchel-share-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bundleOf = (name: string, notes: readonly Note[]): Promise<string> => bundleAt(join(folder, name), notes);

/** What main keeps beside the window's own profile. */
const keptIn = (home: string): readonly string[] =>
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/^(?:profile|logs)\b/.test(name))
    .sort();

test('files of other programs come in and go on whole; damaged and hostile ones get one sentence', async () => {
  const running = await launchApp(OPEN);
  try {
    const { window } = running;
    const text = (content: string): Buffer => Buffer.from(content);
    // What is there already must stay as it is.
    await look(running, await bundleOf('mine.eln', [LETTERS]));
    await button(window, 'Import 1 note').click();
    await expect(main(window).getByText('1 note was imported')).toBeVisible();
    const mine = await notesIn(window);
    const kept = keptIn(running.home);
    const whole = readFileSync(await bundleOf('whole.eln', [BACKLOG]));
    const bad: readonly (readonly [string, Buffer, RegExp])[] = [
      ['minutes.eln', text('not a bundle at all'), /holds no notes that Satchel can read/],
      ['cut.eln', whole.subarray(0, 900), /holds no notes|cannot be read/],
      ['flipped.eln', Buffer.from(whole.map((byte, at) => (at === 200 ? byte ^ 255 : byte))), /was not opened/],
      ['out.eln', forgeZip([{ name: '../../x', bytes: text('x') }]), /a file in it has a name that leads out of it/],
      [
        'keys.eln',
        forgeZip([{ name: 'a/ro-crate-metadata.json', bytes: text(DEEP) }]),
        /ro-crate-metadata\.json in it/,
      ],
    ];
    const archives = sharedPath('hostile/zip');
    const made: readonly (readonly [string, RegExp])[] = [
      ['rubyzip-path_traversal_jwilk_absolute1', /a name that leads out of it/],
      ['rubyzip-path_traversal_tuzovakaoff_symlink', /a link to another file/],
      ['ours-bomb-overlap-100x20MB', /far more than its size/],
      ['ours-duplicate-and-case-and-normal-form-twins', /two files in it have the same name/],
      ['rubyzip-zipWithEncryption', /locked with a password/],
    ];
    const given = made.flatMap(([name, sentence]) =>
      archives === null ? [] : [[`${name}.eln`, readFileSync(join(archives, `${name}.zip`)), sentence] as const],
    );
    for (const [name, bytes, sentence] of [...bad, ...given]) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      await look(running, path);
      await expect(main(window).locator('.sat-strip--bad')).toContainText(`“${name}”`);
      await expect(main(window).locator('.sat-strip--bad')).toContainText(sentence);
    }
    await seen(window, 'import-refused');
    expect(await notesIn(window)).toEqual(mine);
    expect(keptIn(running.home)).toEqual(kept);
    const around = dirname(running.home);
    expect([...readdirSync(around), ...readdirSync(dirname(around))]).toEqual([
      basename(running.home),
      basename(around),
    ]);

    const turned = { ...BACKLOG, title: 'invoice \u202egpj.exe', problem: 'a\u200bb', ownerRole: 'Po\u2066licy lead' };
    await look(running, await bundleOf('turned \u202enle.eln', [turned]));
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('Import from turned nle.eln');
    await expect(main(window).locator('.sat-strip--warn')).toContainText(
      '3 characters that cannot be seen were taken out of “invoice gpj.exe”.',
    );
    await expect(main(window).getByRole('listitem').filter({ hasText: 'Policy lead' })).toContainText(
      'invoice gpj.exe',
    );
    await seen(window, 'import-turned');
    await button(window, 'Cancel').click();

    await look(running, await bundleOf('strange.eln', [STRANGE]));
    await button(window, 'Import 1 note').click();
    await expect(main(window).getByText('1 note was imported')).toBeVisible();
    for (const address of [`/note/${STRANGE.id}`, `/note/${STRANGE.id}?view=print`, `/share?note=${STRANGE.id}`]) {
      await goTo(window, address);
      await expect(main(window).getByRole('heading', { level: 1 })).not.toHaveText('');
    }
    // It has no date, and none is made up.
    await goTo(window, `/note/${STRANGE.id}`);
    await expect(window.locator('.sat-status__state')).toContainText('Saved on disk twice');
    await goTo(window, '/notes');
    await expect(window.locator(`[data-row="${STRANGE.id}"] .register-changed`)).toHaveText('Date not known');
    expect(running.reports).toEqual([]);

    const from = sharedPath('reference/eln');
    if (from === null) return;
    const out = await newHome();
    await saveInto(running, out);
    for (const name of ['elabftw-export', 'kadi4mat-records', 'opensemanticlab-minimal', 'pasta']) {
      await look(running, join(from, `${name}.eln`));
      await expect(main(window).getByText('Kept, though it cannot be shown here').first()).toBeVisible();
      await seen(window, `import-${name}`);
      await button(window, /^Import \d+ note/).click();
      await expect(main(window).getByText(/imported from/)).toBeVisible();
    }
    const stored = await notesIn(window);
    const kadi = stored.find(({ title }) => title === 'records-example');
    await goTo(window, `/note/${kadi?.id}`);
    await saveInto(running, out);
    await button(window, 'Save a copy: example.csv').click();
    await expect(window.locator('.sat-status')).toContainText('A copy of “example.csv” is saved.');
    expect(sha256(readFileSync(join(out, 'example.csv')))).toBe(
      kadi?.files.find(({ name }) => name === 'example.csv')?.sha256,
    );
    await seen(window, 'imported-files');
    const gold = stored.find(({ title }) => title === 'Gold master experiment');
    await goTo(window, `/note/${gold?.id}`);
    await window.getByRole('textbox', { name: 'Observations' }).focus();
    await window.keyboard.press('Control+e');
    await expect(main(window).locator('.sat-readtext img')).toBeVisible();
    await expect(main(window).getByRole('heading', { name: 'Pictures and files' })).toHaveCount(0);
    await seen(window, 'imported-picture');
    const ids = stored.map(({ id }) => id).filter((id) => id !== LETTERS.id && id !== STRANGE.id);
    expect(ids.length).toBeGreaterThan(8);
    await goTo(window, `/share?${ids.map((id) => `note=${id}`).join('&')}`);
    await window.getByLabel('Satchel bundle (.eln)').check();
    await window.getByLabel('OFFICIAL', { exact: true }).check();
    for (let left = 200; left > 0 && (await button(window, /^Leave it in/).count()) > 0; left -= 1)
      await button(window, /^Leave it in/)
        .first()
        .click();
    const bundle = await save(window, out);
    const opened = await openBundle(bundle);
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(opened.value.notes.every(({ foreign }) => foreign !== null)).toBe(true);
    expect(opened.value.warnings.filter(({ code }) => code !== 'file-missing')).toEqual([]);
    await opened.value.close();
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
});

test('B23 a bundle of an old Windows program: its pictures in their places, its parts, people and licence in words', async () => {
  const running = await launchApp(OPEN);
  try {
    const { window } = running;
    const [one, two] = [PNG, Buffer.concat([PNG, Buffer.from('two')])];
    const graph = [
      { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', about: { '@id': './' } },
      {
        '@id': './',
        '@type': 'Dataset',
        hasPart: [{ '@id': './t/' }],
        license: 'https://creativecommons.org/licenses/by/4.0/',
      },
      {
        '@id': './t/',
        '@type': 'Dataset',
        name: 'Queue signs',
        author: { '@id': '#p' },
        dateCreated: '2024-02-01',
        encodingFormat: 'text/html',
        text: '<p>Dose 10<sup>6</sup> <img src="download.php?name=image.png&amp;f=0a/1.png" alt="before"> <img src="download.php?name=image.png&amp;f=0b/2.png" alt="after"></p>',
        hasPart: [{ '@id': '.\\t\\1.png' }, { '@id': './t/2.png' }, { '@id': './t/in/' }],
        comment: [{ '@type': 'Comment', text: 'Looks right', author: { '@id': '#p' } }],
      },
      { '@id': './t/1.png', '@type': 'File', name: 'image.png', alternateName: '0a/1.png' },
      { '@id': './t/2.png', '@type': 'File', name: 'image.png', alternateName: '0b/2.png' },
      { '@id': './t/in/', '@type': 'Dataset', name: 'Second day', text: 'Rain, p<alpha' },
      { '@id': '#p', '@type': 'Person', name: 'Ada Lovelace', affiliation: { name: 'Home Office' } },
    ];
    const path = join(folder, 'windows.eln');
    writeFileSync(
      path,
      forgeZip([
        { name: 'exp\\ro-crate-metadata.json', bytes: Buffer.from(JSON.stringify({ '@graph': graph })) },
        { name: 'exp\\t\\1.png', bytes: one },
        { name: 'exp\\t\\2.png', bytes: two },
      ]),
    );
    await look(running, path);
    await button(window, 'Import 1 note').click();
    await expect(main(window).getByText('1 note was imported')).toBeVisible();
    const [note] = await notesIn(window);
    expect(note).toMatchObject({
      ownerRole: 'Ada Lovelace, Home Office',
      licence: 'CC BY 4.0',
      created: '2024-02-01T00:00:00.000Z',
      text: `Dose 10<sup>6</sup> ![before](file:${sha256(one)}) ![after](file:${sha256(two)})\n\n## Second day\n\nRain, p\\<alpha`,
    });
    await goTo(window, `/note/${note?.id}`);
    await window.getByRole('textbox', { name: 'Observations' }).focus();
    await window.keyboard.press('Control+e');
    await expect(main(window).locator('.sat-readtext img')).toHaveCount(2);
    await expect(main(window).getByRole('heading', { name: 'Second day' })).toBeVisible();
    await expect(main(window).getByText('Looks right', { exact: true })).toBeVisible();
    await seen(window, 'imported-windows');
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
});
