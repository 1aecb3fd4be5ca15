import { PACK } from './update-source.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** The number of the release that is read, by its row alone; 0 where none is there. @param {Page} page */
export const activeRelease = (page) =>
  page.evaluate(async (id) => {
    /** @type {IDBDatabase} */
    const db = await new Promise((resolve, reject) => {
      const open = indexedDB.open('satchel-packs');
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const row = await new Promise((resolve, reject) => {
      const get = db.transaction('packs').objectStore('packs').get(id);
      get.onsuccess = () => resolve(get.result);
      get.onerror = () => reject(get.error);
    });
    db.close();
    return Number(row?.release ?? 0);
  }, PACK);

/**
 * What is wrong with the release that is read, held to what the source signed: each page is put together from its rows,
 * and its hash must be that of the manifest; so must that of each picture. Read behind the app's back.
 * @param {Page} page
 * @param {import('./update-source.mjs').Release} signed
 * @returns {Promise<string[]>}
 */
export function unwhole(page, { release, hash, files }) {
  return page.evaluate(
    async ({ id, signed }) => {
      /** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
      const done = (request) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      /** @type {(value: any) => any} */
      const sorted = (value) => {
        if (Array.isArray(value)) return value.map(sorted);
        if (typeof value !== 'object' || value === null) return value;
        const names = Object.keys(value).filter((name) => value[name] !== undefined);
        return Object.fromEntries(names.sort().map((name) => [name, sorted(value[name])]));
      };
      const sha256 = async (/** @type {BufferSource} */ bytes) =>
        Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
          byte.toString(16).padStart(2, '0'),
        ).join('');
      const db = await done(indexedDB.open('satchel-packs'));
      const read = db.transaction(['packs', 'releases', 'pages', 'bodies', 'images']);
      const pack = await done(read.objectStore('packs').get(id));
      const [rows, pages, bodies] = await Promise.all(
        ['releases', 'pages', 'bodies'].map((name) =>
          name === 'releases'
            ? done(read.objectStore(name).getAll(pack.key))
            : done(read.objectStore(name).index('key').getAll(pack.key)),
        ),
      );
      const images = await done(read.objectStore('images').getAll());
      db.close();
      const wrong = [];
      if (pack.release !== signed.release || pack.hash !== signed.hash)
        wrong.push(`it is ${pack.release} ${pack.hash}`);
      if (rows?.length !== 1) wrong.push('its row is not there');
      const expected = signed.files.filter(({ kind }) => kind === 'page');
      if (pages?.length !== expected.length || bodies?.length !== expected.length)
        wrong.push(`${pages?.length} pages and ${bodies?.length} bodies of ${expected.length}`);
      for (const file of expected) {
        const meta = pages?.find((one) => one.page === file.page)?.meta;
        const body = bodies?.find((one) => one.page === file.page);
        if (!meta || !body) {
          wrong.push(`page ${file.page} is not there`);
          continue;
        }
        const tree = body.tree === undefined ? {} : { tree: JSON.parse(body.tree) };
        const text = JSON.stringify(sorted({ meta, sections: body.sections, ...tree }));
        if ((await sha256(new TextEncoder().encode(text))) !== file.sha256) wrong.push(`page ${file.page} is another`);
      }
      for (const file of signed.files.filter(({ kind }) => kind === 'image')) {
        const image = images.find((one) => one.sha256 === file.sha256);
        if (!image || (await sha256(image.bytes)) !== file.sha256) wrong.push(`picture ${file.sha256} is not whole`);
      }
      return wrong;
    },
    { id: PACK, signed: { release, hash, files } },
  );
}
