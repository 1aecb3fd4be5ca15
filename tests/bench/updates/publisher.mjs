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
   * @returns {{ id: string, full: number, delta: number }} bytes of the pack as one file, and of what leads to it
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
    return { id: said.id, full: statSync(file).size, delta: said.delta?.bytes ?? 0 };
  }
}
