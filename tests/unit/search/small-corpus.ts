import type { PageMeta, Section } from '#domain/pack/page.ts';
import type { Stage } from '#domain/stage.ts';
import { createEngine, type Engine } from '#search/engine.ts';
import { buildSegment } from '#search/segment.ts';
import type { SegmentInput, SegmentPage } from '#search/segment-input.ts';

/** A page: the lead's text, then headings with their texts. */
export function page(
  id: string,
  title: string,
  lead: string,
  sections: Readonly<Record<string, string>> = {},
  meta: Partial<PageMeta> = {},
): SegmentPage {
  const rest = Object.entries(sections).map(
    ([heading, text]): Section => ({
      id: heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'),
      heading,
      level: 2,
      text,
    }),
  );
  const all: Section[] = [{ id: '', heading: '', level: 1, text: lead }, ...rest];
  return {
    meta: {
      id,
      path: `pages/${id}.md`,
      title,
      stage: [],
      audience: [],
      ask: [],
      tags: [],
      sources: [],
      related: [],
      extra: {},
      words: 10,
      ...meta,
    },
    sections: all,
  };
}

const stage = (...stages: Stage[]): Partial<PageMeta> => ({ stage: stages });

export const engage: SegmentInput = {
  pack: 'engage-early',
  packTitle: 'Engage early',
  release: 3,
  language: 'en-GB',
  pages: [
    page(
      'law',
      'What the law lets you talk about',
      'You may talk to suppliers before a tender if you keep a record.',
      {
        'Who you may talk to': 'Suppliers, trade bodies and experts. Use form SC-1234 and rule 3.5 of the scheme.',
        'The meeting log':
          'Write down who was there. Keep the log for 10,000 days. The setting of the meeting matters.',
        'What not to say': 'Do not promise a contract before the tender.',
        'After the tender': 'Tell everyone about the tender. The tender is public.',
      },
      stage('shape'),
    ),
    page(
      'notice',
      'Publish a UK2 notice',
      'The notice tells the market about your plans.',
      {},
      stage('shape', 'prepare'),
    ),
    page(
      'market',
      'Why talk to the market',
      'Suppliers know what exists. Early talks cost little.',
      {},
      stage('explore'),
    ),
    page('settle', 'Settling disputes', 'Settle early. Settlement is cheaper than court.', {}, stage('deliver')),
    page('settings', 'Setting up a meeting', 'The setting should be neutral. Settings differ. Setting the time.', {
      Rooms: 'The room sets the tone.',
    }),
  ],
};

export const welsh: SegmentInput = {
  pack: 'cymraeg',
  packTitle: 'Cymraeg',
  release: 1,
  language: 'cy',
  pages: [page('caffael', 'Caffael cyhoeddus', 'Siaradwch â chyflenwyr yn Llŷn cyn tendro.', {}, stage('explore'))],
};

export function engineOf(...inputs: readonly SegmentInput[]): Engine {
  const engine = createEngine();
  for (const input of inputs) engine.add(buildSegment(input));
  return engine;
}
