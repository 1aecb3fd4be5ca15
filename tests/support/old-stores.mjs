/** @typedef {import('playwright-core').Page} Page */

/**
 * What each released version of a database had more than the one before, as it was released: never changed, only added
 * to. A version that is not here has no store of old to be brought up from.
 * @type {Readonly<Record<'notes' | 'own' | 'packs', readonly Readonly<Record<string, string>>[]>>}
 */
export const RELEASED = {
  notes: [
    { notes: 'id, binned', versions: '[id+rev], id', files: 'sha256' },
    { register: 'id, binned' },
    { origins: 'id, of', imports: 'id, at' },
    { notes: 'id, binned, rev', guards: 'key' },
    { register: 'id, binned, *cites' },
  ],
  own: [
    {
      recents: '[pack+page], at',
      bookmarks: '[pack+page+section], at',
      ticks: '[pack+page+task], [pack+page]',
      removed: 'pack',
    },
    { missed: 'key, at' },
    { opened: 'note, at', savedFilters: 'id' },
    { highlights: 'id, [pack+page], at' },
    { drafts: '[of+field], of' },
  ],
  packs: [
    {
      packs: 'id',
      releases: 'key',
      pages: '[key+page], key',
      bodies: '[key+page], key',
      images: 'sha256',
      imageUses: '[key+sha256], key, sha256',
      glossaries: 'key',
      segments: 'key',
    },
    { kept: 'key, id' },
  ],
};

/** The stores of one released version. @param {keyof typeof RELEASED} database @param {number} version */
export const storesOf = (database, version) => Object.assign({}, ...RELEASED[database].slice(0, version));

/**
 * A page that leaves behind the notes of a released version, in place of those that are there.
 * @param {number} version
 * @param {{ rows: number, note: Readonly<Record<string, unknown>>, stores?: Readonly<Record<string, string>> }} what
 *   each row has `note` with an id and a title of its own
 */
export const oldNotesPage = (version, { rows, note, stores = storesOf('notes', version) }) => ({
  'index.html': '<!doctype html><script src="/assets/made.js"></script>',
  'assets/made.js': `(${leaveNotes})(${JSON.stringify({ version, rows, note, stores })});`,
});

/**
 * Runs in the page.
 * @param {{ version: number, rows: number, note: Record<string, unknown>, stores: Record<string, string> }} what
 */
function leaveNotes({ version, rows, note, stores }) {
  /** @param {string} spec */
  const pathOf = (spec) => (spec.startsWith('[') ? spec.slice(1, -1).split('+') : spec.replace('*', ''));
  indexedDB.deleteDatabase('satchel-notes').onsuccess = () => {
    // Dexie keeps its versions ten times as high.
    const asked = indexedDB.open('satchel-notes', version * 10);
    asked.onupgradeneeded = () => {
      for (const [name, spec] of Object.entries(stores)) {
        const [key = '', ...indexes] = spec.split(', ');
        const store = asked.result.createObjectStore(name, { keyPath: pathOf(key) });
        for (const index of indexes)
          store.createIndex(index.replace('*', ''), pathOf(index), { multiEntry: index.startsWith('*') });
      }
    };
    asked.onsuccess = () => {
      const db = asked.result;
      const listed = 'register' in stores;
      const write = db.transaction(listed ? ['notes', 'register'] : ['notes'], 'readwrite', { durability: 'strict' });
      for (let n = 0; n < rows; n++) {
        const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
        const title = `Note ${n}`;
        write.objectStore('notes').put({ id, rev: 1, note: { ...note, id, title }, binned: '' });
        if (listed) write.objectStore('register').put({ id, question: title, binned: '' });
      }
      write.oncomplete = () => {
        db.close();
        document.title = 'made';
      };
    };
  };
}

/**
 * How many of the notes are not as that page left them, read past the app; and the version of the database.
 * @param {Page} page
 * @param {{ rows: number, note: Readonly<Record<string, unknown>> }} what
 * @returns {Promise<{ version: number, wrong: number }>}
 */
export const lookAtNotes = (page, what) =>
  page.evaluate(
    ({ rows, note }) =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.open('satchel-notes');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const db = asked.result;
          const all = db.transaction('notes').objectStore('notes').getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            // What comes back from the journal has its fields in another order.
            const text = (/** @type {object} */ row) =>
              JSON.stringify(row, (_key, value) =>
                value && typeof value === 'object' && !Array.isArray(value)
                  ? Object.fromEntries(Object.entries(value).sort())
                  : value,
              );
            const left = new Map(all.result.map((row) => [row.id, text(row)]));
            let wrong = Math.abs(rows - left.size);
            for (let n = 0; n < rows; n++) {
              const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
              const row = { id, rev: 1, note: { ...note, id, title: `Note ${n}` }, binned: '' };
              if (left.get(id) !== text(row)) wrong += 1;
            }
            const { version } = db;
            db.close();
            resolve({ version: version / 10, wrong });
          };
        };
      }),
    what,
  );
