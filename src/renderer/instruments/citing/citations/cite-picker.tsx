import { useEffect, useState } from 'react';
import type { Place } from '#domain/address.ts';
import { UnverifiedPack } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSay } from '#kit/words.ts';
import type { Hit } from '#search/results.ts';
import { findSections } from '#store/packs/asking.ts';
import { PaletteFrame } from '#ui/palette.tsx';
import { PaletteKeys } from '#ui/palette-keys.tsx';

/** Sections offered at once; more words narrow them. */
const MOST = 12;

interface CitePickerProps {
  readonly onChoose: (place: Place) => void;
  readonly onClose: () => void;
}

/** Looks for a section of guidance to cite: words in a box, the arrows to choose. */
export function CitePicker({ onChoose, onClose }: CitePickerProps) {
  const say = useSay();
  const [words, setWords] = useState('');
  const [hits, setHits] = useState<readonly Hit[]>([]);
  useEffect(() => {
    let stale = false;
    void findSections(words, MOST).then((found) => {
      if (!stale && found) setHits(found);
    });
    return () => {
      stale = true;
    };
  }, [words]);
  const keyOf = ({ pack, page, section }: Hit): string => `${pack}/${page}#${section}`;
  return (
    <PaletteFrame
      title={say('cite.title')}
      inputLabel={say('cite.label')}
      listLabel={say('cite.list')}
      words={words}
      onWords={setWords}
      groups={[
        {
          key: 'sections',
          heading: say('cite.list'),
          options: hits.map((hit) => ({
            key: keyOf(hit),
            icon: 'quote',
            label: (
              <>
                {hit.heading}
                <br />
                <span className="muted small">
                  {[hit.packTitle, ...(hit.section === '' ? [] : [hit.title])].join(' › ')}
                </span>{' '}
                <UnverifiedPack pack={hit.pack} />
              </>
            ),
          })),
        },
      ]}
      nothing={say(words.trim() === '' ? 'cite.start' : 'cite.nothing')}
      count={words.trim() === '' ? '' : say('cite.found', { count: hits.length })}
      hints={<PaletteKeys move={say('cite.keys.move')} choose={say('cite.keys.choose')} />}
      onChoose={(key) => {
        const hit = hits.find((one) => keyOf(one) === key);
        if (hit) onChoose({ pack: hit.pack, page: hit.page, ...(hit.section === '' ? {} : { section: hit.section }) });
      }}
      onClose={onClose}
    />
  );
}
