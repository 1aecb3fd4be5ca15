import type { Marking } from '#domain/bundle/marking.ts';
import type { Block, Section } from '#domain/note/outline/block.ts';
import { outline } from '#domain/note/outline/outline.ts';
import type { Note } from '#domain/note/record/note.ts';
import { unreadWord } from '#domain/note/record/unread-fields.ts';
import type { NoteTree } from '#instruments/writing/note-tree.ts';
import { useSay } from '#kit/words.ts';
import { usePlanStanding } from '#store/notes/plan-standing.ts';
import { DataList } from '#ui/data-list.tsx';
import { isNamed, PrintedBlock, PrintedValue } from './printed-block.tsx';
import { useNoteTree } from './use-note-tree.ts';
import './printed.css';

interface PrintedNoteProps {
  readonly note: Note;
  readonly marking: Marking | null;
  /** Who hands it over. */
  readonly by: string;
  /** The marking stands at the top and the bottom of each page by the page's own means, not by the printer's. */
  readonly marked?: boolean;
}

/** One note as it is on paper, black on white in every theme. It begins a page. */
export function PrintedNote({ note, marking, by, marked = false }: PrintedNoteProps) {
  const say = useSay();
  const content = useNoteTree(note);
  const standing = usePlanStanding(note);
  const mark = <p className="sharing-paper__mark">{unreadWord(note, 'marking') ?? marking ?? say('print.unmarked')}</p>;
  const sections = outline(note, standing ?? null);
  return (
    <div
      className={marked ? 'sharing-paper sharing-paper--marked' : 'sharing-paper'}
      data-note={note.id}
      data-changed={note.changed}
    >
      <div className="sharing-paper__head">{mark}</div>
      <div className="sharing-paper__body">
        <h2>{note.title || say('notes.untitled')}</h2>
        {by === '' || by === note.ownerRole ? null : (
          <DataList facts={[{ key: 'by', name: say('print.by'), value: by }]} />
        )}
        {content === null || standing === undefined ? <span data-coming="" /> : null}
        {sections.map((section, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paper is drawn once
          <PrintedSection key={at} section={section} note={note} content={content} />
        ))}
      </div>
      <div className="sharing-paper__foot">{mark}</div>
    </div>
  );
}

interface SectionProps {
  readonly section: Section;
  readonly note: Note;
  readonly content: NoteTree | null;
}

function PrintedSection({ section: { id, label, blocks }, note, content }: SectionProps) {
  const say = useSay();
  return (
    <section className={`sharing-section sharing-section--${id}`}>
      {label === null ? null : <h3>{say(label)}</h3>}
      {namedTogether(blocks).map((some) => {
        const [first] = some;
        if (!first) return null;
        const key = `${first.kind} ${first.path} ${'label' in first ? first.label : ''}`;
        return isNamed(first) ? (
          <DataList
            key={key}
            facts={some.filter(isNamed).map((block) => ({
              key: `${block.kind} ${block.path}`,
              name: say(block.label),
              value: <PrintedValue block={block} />,
            }))}
          />
        ) : (
          <PrintedBlock key={key} block={first} heading={label === null ? 'h3' : 'h4'} note={note} content={content} />
        );
      })}
    </section>
  );
}

/** Blocks with names that follow each other are one list of names and values. */
function namedTogether(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (isNamed(block) && last?.[0] && isNamed(last[0])) last.push(block);
    else groups.push([block]);
  }
  return groups;
}
