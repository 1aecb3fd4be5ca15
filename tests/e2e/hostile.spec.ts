// The strings of the hostile lists, our own and those beside the project, through the real pipeline into the real
// window: adopted or built by the tool, installed, indexed, read and searched. And packs that no tool of ours made.
// A share of the strings beside the project, and all of our own; `npm run soak -- whole` takes all of them, and so do the
// units, through the tool and the reader.
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPicture } from '#domain/picture/picture.ts';
import { visibleText } from '#markdown/invisible.ts';
import { sha256 } from '#pack/blob.ts';
import type { FileToPack } from '#pack/write/pack-entries.ts';
import { goTo } from '#support/address.ts';
import { type LaunchOptions, launchApp, type RunningApp } from '#support/app.ts';
import { type AdoptedPack, adoptAndBuild, build, inOrder, readPack, runTool } from '#support/built-pack.ts';
import { type Watch, watchWindow } from '#support/canary.ts';
import { strangeInResults } from '#support/dom-parts.ts';
import { END, forgedId, forgedPage, forgedTrees, UNSHOWN } from '#support/forged-trees.ts';
import {
  factPages,
  headingOf,
  MOST_OPEN,
  namedPages,
  openBrackets,
  sectionPages,
  titleSource,
  writeFolder,
} from '#support/hostile-folder.ts';
import { hostileLinks } from '#support/hostile-links.ts';
import { frontMatterFiles, oneOf, scriptStrings, shareOf, trickyStrings } from '#support/hostile-strings.ts';
import { type Listener, startListener } from '#support/listener.ts';
import { makePack, PNG, temporaryFolder } from '#support/make-pack.ts';
import { installPack, NEXT_PAGE, type OpenedPage, walkPack } from '#support/page-walk.ts';
import { settled } from '#support/settled.ts';
import { sharedPath } from '#support/shared.ts';
import { expect, test } from '#support/window-test.ts';

const READ = { settings: { welcomed: true, ...NEXT_PAGE }, size: { width: 1280, height: 800 } } satisfies LaunchOptions;
/** A pack's own facts are strings of strangers too. */
const TITLE = 'Pack <img src=x onerror=globalThis.__CANARY__=1> {{7*7}} \\"><script>globalThis.__CANARY__=1</script>';
const PUBLISHER = '<b onclick=globalThis.__CANARY__=1>Publisher</b> javascript:globalThis.__CANARY__=1';
const named = (id: string) => ({ id, title: `${TITLE} ${id}`, publisher: PUBLISHER });

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Listener;
let running: RunningApp;
let watch: Watch;

// One window for all of it: what one pack might leave behind, the next would find.
test.beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startListener();
  running = await launchApp(READ);
  watch = await watchWindow(running, server.heard);
});
test.afterAll(async () => {
  await running.close();
  await server.close();
  await folder.remove();
});

const parts = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

async function adoptFolder(
  id: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<AdoptedPack & { readonly written: number }> {
  const { written } = await writeFolder(join(folder.path, id), files);
  return { ...(await adoptAndBuild(join(folder.path, id), folder.path, named(id))), written };
}

/** Reads a pack from its first page to its last; every page stands without what has no place on one. */
async function readAll(
  id: string,
  pages: Awaited<ReturnType<typeof readPack>>['pages'],
  each: (page: OpenedPage) => Promise<void> | void = () => undefined,
): Promise<readonly OpenedPage[]> {
  const [first] = inOrder(pages);
  const opened = await walkPack(running, id, first?.meta.id ?? '', async (page) => {
    expect([page.page, page.title, page.strange]).toEqual([page.page, pages.get(page.page)?.meta.title, []]);
    await each(page);
  });
  expect(opened).toHaveLength(pages.size);
  return opened;
}

test('R1 R2 R4 R9 R10 R23 a hostile string stands on a page and does nothing', async () => {
  test.setTimeout(300_000);
  const strings = shareOf([...scriptStrings(server.web), ...trickyStrings()]);
  let left = strings;
  // What another string took along stands again, in smaller company and at last alone.
  for (const [round, aPage] of [50, 8, 1].entries()) {
    const id = `hostile-pages-${round}`;
    const pack = await adoptFolder(id, sectionPages(left, aPage));
    const { pages } = await readPack(pack.file);
    await installPack(running, pack.file, named(id).title);
    const headings = new Set<string>();
    await readAll(id, pages, (page) => {
      expect([page.page, page.unshown]).toEqual([page.page, null]);
      for (const heading of page.headings) headings.add(heading);
    });
    await watch.quiet(`reading ${id}`);
    console.log(`${left.length} hostile strings on ${pack.pages} pages, ${pack.sections} sections`);
    left = left.filter((string) => !headings.has(headingOf(string)));
    if (left.length === 0) break;
  }
  expect(left).toEqual([]);
});

test('R3 a hostile string as a title, a tag and an owner is its letters', async () => {
  test.setTimeout(300_000);
  const { window } = running;
  const titles = shareOf([...trickyStrings(), ...oneOf(scriptStrings(server.web), 40)]);
  // Every page of a pack lists all the others: a few packs are read sooner than one large one.
  for (const [part, some] of parts(titles, 120).entries()) {
    const id = `hostile-titles-${part}`;
    const source = join(folder.path, id);
    await writeFolder(source, titleSource(some, { ...named(id), summary: TITLE, notes: TITLE }));
    const pack = await build(source, folder.path);
    const { pages } = await readPack(pack.file);
    expect(pages.size).toBe(some.length);
    for (const [at, { id: name, text }] of some.entries()) {
      const wanted = visibleText(text.slice(0, 290));
      if (wanted.trim() !== '') expect([name, pages.get(`title-${at}`)?.meta.title]).toEqual([name, wanted]);
    }

    await installPack(running, pack.file, named(id).title);
    const row = window.locator('.packs-table tbody tr').filter({ hasText: id });
    await expect(row.getByRole('link')).toHaveText(named(id).title);
    await expect(row).toContainText(PUBLISHER);
    await row.getByRole('link').click();
    await expect(window.getByRole('complementary')).toContainText(PUBLISHER);
    await watch.quiet('Packs');

    await goTo(window, `/library?pack=${id}`);
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(named(id).title);
    await expect(window.locator('.library-pages > li')).toHaveCount(pages.size);
    await watch.quiet('Library');
    await readAll(id, pages);
    await watch.quiet('reading titles');
  }
  // What was read last and what was kept are lists of titles too.
  await window.keyboard.press('Control+d');
  await goTo(window, '/library');
  await expect(window.getByRole('heading', { name: 'Continue reading' })).toBeVisible();
  await watch.quiet('lists of titles');
});

test('R3 a hostile string as a fact of a page, and front matter that was made to break', async () => {
  test.setTimeout(600_000);
  const strings = shareOf([...scriptStrings(server.web), ...trickyStrings()]);
  const pack = await adoptFolder('hostile-facts', factPages(strings));
  const { pages } = await readPack(pack.file);
  expect(pages.size).toBe(pack.written);
  const kept = new Set([...pages.values()].flatMap(({ meta }) => [...meta.tags, ...meta.ask, ...meta.audience]));
  const lost = strings.filter(({ text }) => {
    const fact = visibleText(text.slice(0, 290)).trim();
    return fact !== '' && openBrackets(text) <= MOST_OPEN && !kept.has(fact);
  });
  expect(lost).toEqual([]);
  await installPack(running, pack.file, named('hostile-facts').title);
  await readAll('hostile-facts', pages);
  await watch.quiet('facts');

  const files = shareOf(frontMatterFiles());
  for (const [part, some] of parts(files, 130).entries()) {
    const id = `hostile-front-${part}`;
    const written = some.map(({ id: name, text }) => [`${name.replace(/[^\w.-]/g, '-')}.md`, text] as const);
    const front = await adoptFolder(id, new Map(written));
    const read = await readPack(front.file);
    expect(read.pages.size).toBe(some.length);
    await installPack(running, front.file, named(id).title);
    await readAll(id, read.pages);
    await watch.quiet('front matter');
  }
});

test('R3 a hostile string that a file system takes names a page', async () => {
  test.setTimeout(300_000);
  const strings = shareOf([...trickyStrings(), ...oneOf(scriptStrings(server.web), 4)]);
  const names = namedPages(strings);
  const pack = await adoptFolder('hostile-names', names);
  const { pages } = await readPack(pack.file);
  expect(pages.size + pack.notes.filter(({ done }) => done.startsWith('passed over')).length).toBeGreaterThanOrEqual(
    pack.written,
  );
  for (const body of pages.values()) expect(body.meta.path).toBe(visibleText(body.meta.path));
  await installPack(running, pack.file, named('hostile-names').title);
  await goTo(running.window, '/library?pack=hostile-names');
  const links = running.window.locator('.library-pages > li a');
  await expect(links).toHaveCount(pages.size);
  expect(await links.allTextContents()).toEqual(inOrder(pages).map(({ meta }) => meta.title));
  await watch.quiet('names of files');
  console.log(`${pack.written} of ${names.size} file names could be written`);
});

test('R3 a hostile string is a question like any other', async () => {
  test.setTimeout(300_000);
  const { window } = running;
  const queries = shareOf([...trickyStrings(), ...oneOf(scriptStrings(server.web), 12)]);
  // A few by the keys of a person, the rest by the same box.
  for (const { text } of queries.filter((_, at) => at % 40 === 0)) {
    await window.locator('#search-box').fill(text.slice(0, 300));
    await settled(window);
  }
  const answers = await window.evaluate(
    async (texts) => {
      const box = document.querySelector<HTMLInputElement>('#search-box');
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const silent: string[] = [];
      const slow: number[] = [];
      for (const text of texts) {
        if (!box || !set || silent.length > 2) break;
        set.call(box, text);
        box.dispatchEvent(new Event('input', { bubbles: true }));
        if (box.value.trim() === '') continue;
        const wanted = new URLSearchParams(new URLSearchParams({ q: box.value }).toString()).get('q');
        const start = performance.now();
        let answered = false;
        while (!answered && performance.now() - start < 10_000) {
          await new Promise((done) => setTimeout(done, 4));
          answered = document.querySelector('[data-answers]')?.getAttribute('data-answers') === wanted;
        }
        if (!answered) silent.push(text);
        slow.push(performance.now() - start);
      }
      return { silent, asked: slow.length, slowest: Math.max(...slow) };
    },
    queries.map(({ text }) => text),
  );
  expect(answers.silent).toEqual([]);
  await watch.quiet('questions');
  for (const { text } of queries.filter((_, at) => at % 25 === 0)) {
    const question = text.replace(/\s+/g, ' ').slice(0, 400);
    await goTo(window, `/search?${new URLSearchParams({ q: question })}`);
    expect(await window.evaluate(strangeInResults), question).toEqual([]);
  }
  await goTo(window, '/search?q=globalThis+CANARY+onerror+script');
  await expect(window.locator('#results mark').first()).toBeVisible();
  expect(await window.evaluate(strangeInResults)).toEqual([]);
  await watch.quiet('results');
  await goTo(window, '/search?q=who+can+I+talk+to+before+a+tender');
  await expect(window.locator('#results [data-result]').first()).toBeVisible();
  console.log(`${answers.asked} questions, the slowest answered after ${Math.round(answers.slowest)} ms`);
});

test('R1 R2 R5 R10 R23 trees that no tool made are shown without what they tried, or not at all', async () => {
  test.setTimeout(300_000);
  const trees = forgedTrees(server.web);
  const file = join(folder.path, 'forged.satchel');
  const pages = [...trees].map(([name, tree]) => forgedPage(name, tree));
  const head = { id: 'forged', title: 'Forged', publisher: PUBLISHER, summary: TITLE, notes: TITLE };
  await writeFile(file, await makePack(pages, head));
  await installPack(running, file, 'Forged');
  const names = new Map([...trees.keys()].map((name) => [forgedId(name), name]));
  expect(names.size).toBe(trees.size);
  const { pages: made } = await readPack(file);
  await readAll('forged', made, async (page) => {
    const name = names.get(page.page) ?? '';
    expect(page.title).toBe(`Forged: ${name}`);
    expect([name, page.unshown]).toEqual([name, UNSHOWN[name] ?? null]);
    if (page.unshown === null) expect([name, page.tail.endsWith(END)]).toEqual([name, true]);
    await watch.quiet(name);
  });
  // Nothing of the shell is shadowed by a name on a page.
  expect(
    await running.window.evaluate(() => [
      typeof document.querySelector,
      document.getElementById('main')?.localName,
      document.body.localName,
      Object.keys(Object.prototype).length,
    ]),
  ).toEqual(['function', 'main', 'body', 0]);
});

test('R4 R5 links of strangers lead nowhere; web and mail addresses are asked about and nothing else', async () => {
  test.setTimeout(300_000);
  const { app, window } = running;
  await app.evaluate(({ dialog, shell }) => {
    const record = { asked: [] as string[], opened: [] as string[] };
    Object.assign(globalThis, { record });
    dialog.showMessageBox = (async (_window: unknown, options: { detail?: string; cancelId?: number }) => {
      record.asked.push(options.detail ?? '');
      return { response: options.cancelId ?? 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
    shell.openExternal = async (address) => void record.opened.push(address);
    shell.openPath = async (path) => {
      record.opened.push(path);
      return '';
    };
  });
  const asked = (): Promise<{ asked: string[]; opened: string[] }> =>
    app.evaluate(() => {
      const { record } = globalThis as unknown as { record: { asked: string[]; opened: string[] } };
      return { asked: record.asked.splice(0), opened: record.opened.splice(0) };
    });

  const links = hostileLinks(server.web);
  const line = (text: string): string => text.replace(/[\r\n]+/g, ' ');
  const markdown = links.map(
    ({ href }, at) => `[Mark ${at} here](<${line(href).replace(/[<>]/g, '\\$&')}>)

<a href="${line(href).replace(/"/g, '&quot;')}" target="_top">Html ${at} here</a>

<map><area href="${line(href).replace(/"/g, '&quot;')}" shape="default"></map>`,
  );
  const written = new Map([['links.md', `# Links\n\n${markdown.join('\n\n')}\n`]]);
  const pack = await adoptFolder('hostile-links', written);
  await installPack(running, pack.file, named('hostile-links').title);
  const tree = {
    type: 'root',
    children: links.flatMap(({ href }, at) => [
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [
          {
            type: 'element',
            tagName: 'a',
            properties: { href, target: '_blank', onClick: 'globalThis.__CANARY__=1' },
            children: [{ type: 'text', value: `Tree ${at} here` }],
          },
        ],
      },
    ]),
  };
  const file = join(folder.path, 'forged-links.satchel');
  await writeFile(file, await makePack([forgedPage('links', tree)], { id: 'forged-links', title: 'Forged links' }));
  await installPack(running, file, 'Forged links');

  const pages = [
    ['/read/hostile-links/links', 'Mark'],
    ['/read/hostile-links/links', 'Html'],
    ['/read/forged-links/links', 'Tree'],
  ] as const;
  for (const [address, word] of pages) {
    await goTo(window, address);
    for (const [at, { href, may }] of links.entries()) {
      const words = window.locator('.sat-prose').getByText(`${word} ${at} here`).first();
      await words.scrollIntoViewIfNeeded();
      const box = await words.boundingBox();
      // By the mouse itself: Playwright would wait for a navigation that never ends.
      const click = (button: 'left' | 'middle' = 'left') =>
        window.mouse.click((box?.x ?? 0) + 6, (box?.y ?? 0) + 6, { button });
      await click();
      await click('middle');
      for (const key of ['Control', 'Shift']) {
        await window.keyboard.down(key);
        await click();
        await window.keyboard.up(key);
      }
      const where = `${word}: ${href}`;
      expect(await window.evaluate(() => location.href), where).toBe(`app://satchel${address}`);
      if (may === 'nothing') expect([where, await asked()]).toEqual([where, { asked: [], opened: [] }]);
      if (may === 'ask') await expect.poll(async () => (await asked()).asked.length, where).toBeGreaterThan(0);
    }
    const { asked: last, opened } = await asked();
    expect(opened).toEqual([]);
    // The last of them is a mail address: copies and attachments are not in what is asked.
    expect(last.every((address) => !/bcc|attach/.test(address))).toBe(true);
    await watch.quiet(word);
  }
});

test('R7 R9 pictures do nothing but show, and a document is no picture', async () => {
  test.setTimeout(120_000);
  const { web } = server;
  const own: Readonly<Record<string, string | Uint8Array>> = {
    'script.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>top.__CANARY__=1</script></svg>',
    'onload.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="top.__CANARY__=1"></svg>',
    'fetch.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="${web}/image.png"/><style>@import "${web}/svg.css"; * { fill: url(${web}/fill) }</style><use href="${web}/use.svg#x"/></svg>`,
    'html.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${web}/frame"/></foreignObject></svg>`,
    'entity.svg': `<!DOCTYPE svg [<!ENTITY x SYSTEM "${web}/entity">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&x;</text></svg>`,
    'page.png': '<html><script>top.__CANARY__=1</script></html>',
    'paper.pdf': '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n',
    'paper.png': '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n',
    'dot.png': PNG,
  };
  const files = new Map<string, Uint8Array>(
    Object.entries(own).map(([name, content]) => [name, Buffer.from(content as Uint8Array)]),
  );
  const shared = sharedPath('hostile/images');
  for (const name of shared === null ? [] : await readdir(shared)) {
    files.set(name, await readFile(join(shared ?? '', name)));
  }
  const shown = [...files.keys()].map((name) => `![${name}](img/${name})\n\n<img src="img/${name}" alt="${name}">`);
  const adopted = await adoptFolder(
    'hostile-images',
    new Map<string, string | Uint8Array>([
      ...[...files].map(([name, bytes]) => [`img/${name}`, bytes] as const),
      ['pictures.md', `# Pictures\n\n${shown.join('\n\n')}\n\nEnd of page.\n`],
    ]),
  );
  // What is active or is not what its name says is left out, and said.
  const left = adopted.notes.filter(({ done }) => done.startsWith('left out')).map((note) => note.file);
  for (const name of ['script.svg', 'onload.svg', 'fetch.svg', 'html.svg', 'entity.svg', 'page.png', 'paper.png'])
    expect(left).toContain(`img/${name}`);
  if (shared) expect(left.filter((name) => /SVG_XSS.*\.svg$/.test(name))).toHaveLength(4);
  await installPack(running, adopted.file, named('hostile-images').title);
  const [built] = await walkPack(running, 'hostile-images', 'pictures');
  expect(built).toMatchObject({ broken: 0, strange: [], tail: expect.stringContaining(END) });
  expect(built?.pictures).toBe(2 * (files.size - left.length - 1));
  await watch.quiet('pictures that the tool took');

  // The same bytes past the tool, each as every type that a manifest may name.
  const images = [...files].flatMap(([name, bytes]) =>
    (['image/svg+xml', 'image/png'] as const).map((type): FileToPack => {
      const marked = Buffer.concat([bytes, Buffer.from(type === 'image/png' ? ' ' : '\n')]);
      return { path: `images/${type.slice(6, 9)}-${name}`, kind: 'image', type, bytes: marked };
    }),
  );
  const tree = {
    type: 'root',
    children: [
      ...images.map(({ bytes, path }) => ({
        type: 'element',
        tagName: 'img',
        properties: { src: `blob/${sha256(bytes)}`, alt: path },
        children: [],
      })),
      { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: END }] },
    ],
  };
  const file = join(folder.path, 'forged-images.satchel');
  await writeFile(
    file,
    await makePack([forgedPage('images', tree), ...images], { id: 'forged-images', title: 'Forged images' }),
  );
  await installPack(running, file, 'Forged images');
  const [forged] = await walkPack(running, 'forged-images', 'images');
  // Whatever the manifest calls it, what may be drawn is drawn and the rest are words.
  const sound = images.filter(({ bytes }) => checkPicture(bytes).faults.length === 0);
  expect(sound.length).toBeGreaterThan(0);
  expect(forged).toMatchObject({ pictures: sound.length, strange: [], tail: expect.stringContaining(END) });
  await expect(running.window.locator('.sat-prose .sat-missing')).toHaveCount(images.length - sound.length);
  await running.window.waitForTimeout(500);
  await watch.quiet('pictures past the tool');

  // A builder that is told to take a document as a picture does not.
  const source = join(folder.path, 'paper');
  await mkdir(join(source, 'pages'), { recursive: true });
  await mkdir(join(source, 'images'), { recursive: true });
  await writeFile(join(source, 'images/paper.png'), files.get('paper.pdf') ?? '');
  await writeFile(join(source, 'pages/a.md'), '---\nid: a\ntitle: A\n---\n\n![Paper](../images/paper.png)\n');
  await copyFile(join(folder.path, 'hostile-images-source/pack.yaml'), join(source, 'pack.yaml'));
  const refused = await runTool('build', source, '--out', join(folder.path, 'none'), '--json');
  const { findings } = JSON.parse(refused.out) as { findings: readonly { rule: string }[] };
  expect(findings.map(({ rule }) => rule)).toContain('image-type');
});
