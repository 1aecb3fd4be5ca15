import type { PageWords, UpdateAhead, UpdateLook } from '#bridge/packs.ts';
import { type PageBody, pageBodySchema } from '#domain/pack/page.ts';
import { ProblemError } from '#domain/problem.ts';
import type { GalleryPack } from './content.ts';

const PACK = 'engage-early';

/** An update of a pack that is there: words of two of its pages change, one page is new, one goes. There is no room for it. */
export function fakeUpdate(packs: readonly GalleryPack[]) {
  const pages = (): readonly PageBody[] => {
    const found = packs.find(({ offer: { found: is } }) => 'manifest' in is && is.manifest.id === PACK);
    const lines = (found?.parts ?? []).flatMap((part) =>
      part.part === 'pages' ? new TextDecoder().decode(part.bytes).split('\n') : [],
    );
    return lines.filter((line) => line !== '').map((line) => pageBodySchema.parse(JSON.parse(line)));
  };
  return {
    'sources:ahead': (): UpdateAhead => ({
      created: '2027-04-06',
      pages: { added: 1, changed: 2, gone: 1 },
      fetch: 106_000,
    }),
    'sources:look': (): UpdateLook => {
      const [, ...stay] = pages().map(({ meta }) => meta.id);
      return { created: '2027-04-06', pages: [...stay, 'new'], differ: [...stay.slice(0, 2), 'new'], filesKnown: true };
    },
    'sources:page': (_sha256: string, page: string): PageWords => {
      const body = pages().find(({ meta }) => meta.id === page);
      if (!body) {
        const text = 'You may ask suppliers before a tender, if each of them is asked the same.';
        return { title: 'Before you ask', sections: [{ id: 'ask', heading: 'Ask all the same', level: 2, text }] };
      }
      const sections = body.sections.map((section, at) => ({
        ...section,
        text: at === 1 ? section.text.replace(/\b(?:the|a)\b/, 'each and every') : section.text,
      }));
      return { title: body.meta.title, sections };
    },
    'sources:update': (): never => {
      throw new ProblemError({ code: 'update-no-space', pack: 'Engage early', needed: 70, free: 41 });
    },
  };
}
