import { toAddress } from '#domain/address.ts';
import { stateWords } from '#domain/note/state-words.ts';
import type { Section } from '#domain/pack/page.ts';
import { useSay } from '#kit/words.ts';
import { useBacklinks } from '#store/notes/backlinks.ts';

interface BacklinksProps {
  readonly pack: string;
  readonly page: string;
  readonly sections: readonly Section[];
}

/** Notes that rely on this page, each with the sections that it relies on. */
export function Backlinks({ pack, page, sections }: BacklinksProps) {
  const say = useSay();
  const links = useBacklinks(pack, page) ?? [];
  if (links.length === 0) return null;
  const words = (id: string): string => {
    const heading = sections.find((section) => section.id === id && id !== '')?.heading;
    return heading ? say('citing.section', { heading }) : say('citing.page');
  };
  return (
    <section className="sat-noprint">
      <h2>{say('citing.backlinks')}</h2>
      <ul className="plain reader-related">
        {links.map(({ note, sections: relied }) => (
          <li key={note.id}>
            <a href={toAddress({ screen: 'note', id: note.id })}>{note.question || say('notes.untitled')}</a>
            <span className="small muted reader-related__more">
              {[say(stateWords(note.state)), ...new Set(relied.map(words))].join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
