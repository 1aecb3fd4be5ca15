import type { Bridge } from '#bridge/calls.ts';
import type { Offer } from '#bridge/packs.ts';
import type { GlossaryTerm } from '#domain/glossary.ts';
import type { Manifest, PackFile } from '#domain/pack/manifest.ts';
import type { OfferedOrigin } from '#domain/pack/pack-origin.ts';
import type { PackPart } from '#domain/pack/pack-part.ts';
import type { PageBody } from '#domain/pack/page.ts';
import type { Problem } from '#domain/problem.ts';
import { PNG } from '#support/make-pack.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A hash that only has to look like one. */
export const hashOf = (name: string): string =>
  [...name]
    .reduce((hash, letter) => hash + letter.charCodeAt(0).toString(16), '')
    .padEnd(64, '0')
    .slice(0, 64);

export function body(id: string, { order, text = `Text of ${id}.` }: { order?: number; text?: string } = {}): PageBody {
  return {
    meta: {
      id,
      path: `pages/${id}.md`,
      title: `Title of ${id}`,
      ...(order === undefined ? {} : { order }),
      stage: ['shape'],
      audience: [],
      ask: [],
      tags: [],
      sources: [],
      related: [],
      extra: {},
      words: 3,
    },
    sections: [
      { id: '', heading: '', level: 1, text },
      { id: 'more', heading: `More of ${id}`, level: 2, text: 'More.' },
    ],
    tree: { type: 'root', children: [{ type: 'text', value: text }] },
  };
}

export interface Made {
  readonly id?: string;
  readonly release?: number;
  /** Makes the hash differ. */
  readonly content?: string;
  readonly pages?: readonly PageBody[];
  /** Names of pictures. */
  readonly images?: readonly string[];
  readonly terms?: readonly GlossaryTerm[];
  readonly redirects?: Manifest['redirects'];
}

/** A dot with a name behind it. */
const pictureOf = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([PNG, Buffer.from(`picture ${name}`)]));

/** The parts of a pack as main sends them. */
export function partsOf(made: Made = {}): { readonly hash: string; readonly parts: readonly PackPart[] } {
  const { id = 'engage', release = 1, content = '', images = [], terms, redirects = [] } = made;
  const pages = made.pages ?? [body('one', { order: 2 }), body('two', { order: 1 })];
  const blob = pictureOf;
  const hash = hashOf(`${id}${release}${content}`);
  const files: PackFile[] = [
    ...pages.map(
      ({ meta }): PackFile => ({
        path: meta.path,
        kind: 'page',
        sha256: hashOf(meta.id),
        size: 10,
        type: 'application/json',
        page: meta.id,
      }),
    ),
    ...images.map(
      (name): PackFile => ({
        path: `images/${name}.png`,
        kind: 'image',
        sha256: hashOf(name),
        size: blob(name).length,
        type: 'image/png',
      }),
    ),
  ];
  const manifest: Manifest = {
    format: 1,
    id,
    release,
    version: `2026.${release}`,
    title: `Pack ${id}`,
    publisher: 'Us',
    language: 'en-GB',
    created: '2026-11-23',
    marking: 'OFFICIAL',
    files,
    redirects,
  };
  const all = { done: 50, total: 100 };
  return {
    hash,
    parts: [
      { ...all, part: 'manifest', manifest, hash },
      ...(terms ? [{ ...all, part: 'glossary', bytes: bytesOf(JSON.stringify(terms)) } as const] : []),
      ...pages.map((page) => ({ ...all, part: 'pages', bytes: bytesOf(`${JSON.stringify(page)}\n`) }) as const),
      ...images.map(
        (name) =>
          ({
            ...all,
            part: 'images',
            images: [{ sha256: hashOf(name), type: 'image/png', bytes: blob(name) }],
          }) as const,
      ),
      { done: 100, total: 100, part: 'end' },
    ],
  };
}

/** A main that offers one pack and hands over its parts. `refuseAt`: the part that fails instead. */
export function offerOf(
  made: Made = {},
  {
    refuseAt,
    problem,
    origin = 'file',
  }: { readonly refuseAt?: number; readonly problem?: Problem; readonly origin?: OfferedOrigin } = {},
): { readonly offer: Offer; readonly from: Bridge; readonly stopped: () => boolean } {
  const { hash, parts } = partsOf(made);
  const [first] = parts;
  if (first?.part !== 'manifest') throw new Error('no manifest');
  const { id, title, version, release, publisher } = first.manifest;
  let next = 0;
  let stopped = false;
  const call = {
    'packs:part': async () => {
      const at = next++;
      const part = parts[at];
      if (stopped || !part) return { ok: false, problem: { code: 'ticket-unknown' } };
      if (at === refuseAt && problem) return { ok: false, problem };
      return { ok: true, value: structuredClone(part) };
    },
    'packs:stop': async () => {
      stopped = true;
      return { ok: true, value: null };
    },
  } as unknown as Bridge['call'];
  return {
    offer: {
      ticket: 't',
      file: `${id}.satchel`,
      size: 10,
      found: {
        manifest: {
          id,
          title,
          version,
          release,
          publisher,
          hash,
          origin,
          pages: 2,
          pageIds: first.manifest.files.flatMap(({ page }) => (page === undefined ? [] : [page])),
          bytes: 100,
        },
      },
    },
    from: { call, on: () => () => undefined, dropped: async () => ({ ok: true, value: [] }) },
    stopped: () => stopped,
  };
}
