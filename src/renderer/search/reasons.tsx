import type { FoundType } from '#domain/found-type.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import type { Why } from '#search/why.ts';
import { whySentences } from './why-sentences.ts';

interface ReasonsProps {
  readonly why: Why;
  /** It is a whole page or note, not a section of one. */
  readonly lead: boolean;
  readonly type: FoundType;
}

/** Why this result, in words. */
export function Reasons({ why, lead, type }: ReasonsProps) {
  const say = useSay();
  const { language } = useSettings();
  const sentences = whySentences(why, { lead, type }, say, language);
  if (sentences.length === 0) return null;
  return (
    <section className="search-reasons">
      <h3 className="sat-h3">{say('search.why')}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
