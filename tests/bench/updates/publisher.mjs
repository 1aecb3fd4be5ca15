import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from '../../../scripts/runtime/paths.mjs';
import { tool } from '../corpus-pack.mjs';

/** Publishes packs into a repository with the editors' tool, as a publisher does. */
export class Publisher {
  /** @param {string} folder */
  constructor(folder) {
    this.repo = join(folder, 'repo');
    this.keys = join(folder, 'keys');
    tool(['keys', 'init', this.keys, '--publisher', 'bench']);
  }

  get root() {
    return readFileSync(join(this.repo, 'metadata/1.root.json'));
  }

  /**
   * @param {string} source a pack folder
   * @param {number} release
   * @returns {{ full: number, words: number, delta: number }} bytes of the pack as one file, of that without its pictures,
   * and of what leads to it from the release before
   */
  publish(source, release) {
    const yaml = join(source, 'pack.yaml');
    const text = readFileSync(yaml, 'utf8')
      .replace(/^release:.*$/m, `release: ${release}`)
      .replace(/^version:.*$/m, `version: "${release}"`);
    writeFileSync(yaml, text);
    const file = `${source}.satchel`;
    const args = ['release', source, '--repo', this.repo, '--keys', this.keys, '--file', file, '--json'];
    const said = JSON.parse(
      execFileSync(process.execPath, [join(OUT, 'tool/satchel.js'), ...args], {
        encoding: 'utf8',
        maxBuffer: 1024 ** 3,
      }),
    );
    if (said.release !== release) throw new Error(`Not released: ${JSON.stringify(said).slice(0, 2_000)}`);
    const full = statSync(file).size;
    return { full, words: full - this.#picturesOf(said.id, said.manifest), delta: said.delta?.bytes ?? 0 };
  }

  /** @param {string} id @param {string} hash */
  #picturesOf(id, hash) {
    const manifest = JSON.parse(readFileSync(join(this.repo, 'targets/packs', id, `${hash}.pack.json`), 'utf8'));
    /** @type {{ kind: string, sha256: string }[]} */
    const files = manifest.files;
    const pictures = new Set(files.flatMap(({ kind, sha256 }) => (kind === 'image' ? [sha256] : [])));
    const sizes = [...pictures].map((name) => statSync(join(this.repo, 'blobs', name.slice(0, 2), `${name}.br`)).size);
    return sizes.reduce((sum, size) => sum + size, 0);
  }
}
