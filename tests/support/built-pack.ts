import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '#domain/pack/manifest.ts';
import type { PageBody } from '#domain/pack/page.ts';
import { openPack } from '#pack/read/open-pack.ts';

/** The editors' tool as the build leaves it. */
const TOOL = fileURLToPath(new URL('../../out/tool/satchel.js', import.meta.url));

export interface ToolAnswer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Seconds. */
  readonly took: number;
}

/** Runs the tool in a process of its own. */
export function runTool(...args: readonly string[]): Promise<ToolAnswer> {
  const start = performance.now();
  return new Promise((resolve) => {
    execFile(process.execPath, [TOOL, ...args], { timeout: 240_000, maxBuffer: 1e9 }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, out, err, took: (performance.now() - start) / 1000 });
    });
  });
}

interface Note {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly found: string;
  readonly done: string;
}

interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly level: string;
  readonly message: string;
}

/** A folder that went through the tool. */
export interface AdoptedPack {
  readonly file: string;
  readonly pages: number;
  readonly sections: number;
  readonly images: number;
  readonly notes: readonly Note[];
  readonly findings: readonly Finding[];
  /** Seconds. */
  readonly took: { readonly adopt: number; readonly build: number };
}

/** What the tool says of a pack that it built. */
export type BuiltPack = Pick<AdoptedPack, 'file' | 'pages' | 'sections' | 'images' | 'findings'>;

/**
 * Builds a pack folder, into `work/packs`.
 * @throws Error with what the tool said, when it made no pack
 */
export async function build(source: string, work: string): Promise<BuiltPack & { readonly seconds: number }> {
  const built = await runTool('build', source, '--out', join(work, 'packs'), '--json');
  if (built.code !== 0) {
    const { findings } = JSON.parse(built.out || '{"findings":[]}') as { findings: readonly Finding[] };
    const errors = findings.filter(({ level }) => level === 'error').slice(0, 5);
    throw new Error(`build: ${built.code} ${built.err} ${JSON.stringify(errors, null, 1)}`);
  }
  return { ...(JSON.parse(built.out) as BuiltPack), seconds: built.took };
}

/**
 * Adopts a folder of Markdown and builds it, in `work`.
 * @throws Error with what the tool said, when it did not make a pack: an adopted folder always builds
 */
export async function adoptAndBuild(
  dir: string,
  work: string,
  pack: { readonly id: string; readonly title: string; readonly publisher?: string },
): Promise<AdoptedPack> {
  const source = join(work, `${pack.id}-source`);
  const who = pack.publisher === undefined ? [] : ['--publisher', pack.publisher];
  const words = ['--id', pack.id, '--title', pack.title, ...who, '--out', source, '--json'];
  const adopted = await runTool('adopt', dir, ...words);
  if (adopted.code !== 0) throw new Error(`adopt: ${adopted.code} ${adopted.err} ${adopted.out.slice(0, 2_000)}`);
  const { seconds, ...built } = await build(source, work);
  return { ...built, notes: JSON.parse(adopted.out).notes, took: { adopt: adopted.took, build: seconds } };
}

/** A pack as any reader of it sees it: every byte verified. */
export async function readPack(
  file: string,
): Promise<{ readonly manifest: Manifest; readonly pages: ReadonlyMap<string, PageBody> }> {
  const opened = await openPack(file);
  if (!opened.ok) throw new Error(`${file}: ${opened.problem.code}`);
  const pages = new Map<string, PageBody>();
  try {
    for await (const part of opened.value.parts()) {
      if (part.part !== 'pages') continue;
      for (const line of Buffer.from(part.bytes).toString('utf8').split('\n')) {
        if (line === '') continue;
        const body: PageBody = JSON.parse(line);
        pages.set(body.meta.id, body);
      }
    }
  } finally {
    await opened.value.close();
  }
  return { manifest: opened.value.manifest, pages };
}

/** Pages in the order in which the app lists them: those with an order first, then by path. */
export const inOrder = (pages: ReadonlyMap<string, PageBody>): readonly PageBody[] =>
  [...pages.values()].sort((a, b) => {
    const byOrder = (a.meta.order ?? Number.POSITIVE_INFINITY) - (b.meta.order ?? Number.POSITIVE_INFINITY);
    if (byOrder !== 0 && !Number.isNaN(byOrder)) return byOrder;
    return a.meta.path < b.meta.path ? -1 : 1;
  });
