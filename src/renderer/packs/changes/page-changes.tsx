import { useId } from 'react';
import type { SectionChange } from '#domain/pack/section-changes.ts';
import type { WordKey } from '#domain/words/words.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import type { PageChange } from '#store/packs/update-look.ts';
import { Tag, type TagTone } from '#ui/label.tsx';
import { SectionWords } from './section-words.tsx';

const TONES: Readonly<Record<SectionChange['is'], TagTone>> = { added: 'green', changed: 'blue', gone: 'grey' };
const RELIED = { cited: 'update.relied.cited', marked: 'update.relied.marked', read: 'update.relied.read' } as const;

interface PageChangesProps {
  readonly change: PageChange;
  /** Of the pack. */
  readonly language: string;
}

/** A page with each of its sections that changes, words and all. */
export function PageChanges({ change: { title, is, relied, sections }, language }: PageChangesProps) {
  const say = useSay();
  const { language: ours } = useSettings();
  const name = useId();
  return (
    <section className="packs-change" aria-labelledby={name}>
      <h2 className="sat-h2 packs-change__title" id={name} tabIndex={-1} lang={language}>
        {title}
      </h2>
      <p className="small packs-change__about">
        {is === 'changed' ? null : <Tag tone={TONES[is]}>{say(`update.page.${is}`)}</Tag>}{' '}
        {is === 'changed' ? say('update.page.sections', { count: sections.length }) : null}{' '}
        {relied === null ? null : say(RELIED[relied] satisfies WordKey)}
      </p>
      {sections.map((section, at) => (
        // Sections of a page never move here, and an anchor may stand twice.
        // biome-ignore lint/suspicious/noArrayIndexKey: their place is what they are known by
        <section key={`${at} ${section.id}`} className="packs-change__section" lang={language}>
          <h3 className="sat-h3">
            {section.id === '' ? <span lang={ours}>{say('update.section.lead')}</span> : section.heading}{' '}
            {/* On a page that is new or gone as a whole, each of them is. */}
            {is === 'changed' ? (
              <span lang={ours}>
                <Tag tone={TONES[section.is]}>{say(`update.section.${section.is}`)}</Tag>
              </span>
            ) : null}
          </h3>
          <SectionWords change={section} />
        </section>
      ))}
    </section>
  );
}
