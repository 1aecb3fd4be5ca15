import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { isLuceneStop } from '../stop-words.mjs';
import { wordsOf } from '../words.mjs';

const FIND = 'select id from docs where docs match ? order by bm25(docs, 0, 2, 1) limit ?';

/** @type {import('./engines.mjs').Engine} */
export const ranking = {
  build(docs) {
    const { database, file } = open();
    database.exec(
      "create virtual table docs using fts5(id unindexed, title, text, tokenize='porter unicode61', prefix='2 3')",
    );
    const insert = database.prepare('insert into docs values (?, ?, ?)');
    database.exec('begin');
    for (const { id, title, text } of docs) insert.run([id, title, text]);
    database.exec('commit');
    insert.finalize();
    database.exec("insert into docs(docs) values ('optimize')");
    return indexOf(database, file);
  },
  restore(saved) {
    const { database, file } = open(saved);
    return indexOf(database, file);
  },
};

/** A database in a file of its own, as it would be kept. @param {string | Uint8Array} [content] */
function open(content) {
  const folder = mkdtempSync(join(tmpdir(), 'satchel-fts5-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'docs.db');
  if (content !== undefined) writeFileSync(file, content);
  const database = new sqlite.Database(file);
  // All of it is kept in memory once read, as for the other engines.
  database.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -2000000');
  return { database, file };
}

/**
 * @param {import('node-sqlite3-wasm').Database} database
 * @param {string} file
 * @returns {import('./engines.mjs').Index}
 */
function indexOf(database, file) {
  const find = database.prepare(FIND);
  /** @param {string} query @param {number} limit @param {string} ending of the last word */
  const first = (query, limit, ending) => {
    const words = [...new Set(wordsOf(query).filter((word) => !isLuceneStop(word)))];
    if (words.length === 0) return [];
    const match = words.map((word, place) => `"${word}"${place === words.length - 1 ? ending : ''}`).join(' OR ');
    // biome-ignore lint/complexity/useLiteralKeys: TypeScript wants the brackets.
    return find.all([match, limit]).map((row) => String('id' in row ? row['id'] : ''));
  };
  return {
    search: (query, limit) => first(query, limit, ''),
    typed: (query, limit) => first(query, limit, '*'),
    save: () => readFileSync(file),
    heapHidden: true,
  };
}
