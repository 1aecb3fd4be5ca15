import { type ReactNode, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Place } from '#domain/address.ts';
import { quoteBlock, withCitation } from '#domain/note/citation-state.ts';
import type { NotePatch } from '#domain/note/rebase.ts';
import type { Citation, Note } from '#domain/note/record/note.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { citeSection } from '#store/notes/cite.ts';
import type { TextTool } from '../../writing/note-text-props.ts';
import { CitePicker } from './cite-picker.tsx';

type Insert = (markdown: string) => void;

interface CiteTool {
  /** For the toolbar of the text. */
  readonly tool: TextTool;
  /** Stands somewhere on the screen while a section is looked for. */
  readonly picker: ReactNode;
}

/** "Cite guidance": puts a section's words into the text and keeps what they were cited from. */
export function useCiteTool(change: (make: (note: Note) => NotePatch) => void): CiteTool {
  const say = useSay();
  const [open, setOpen] = useState<{ readonly insert: Insert }>();
  const cite = async (place: Place, insert: Insert): Promise<void> => {
    const cited = await citeSection(place);
    if (!cited) {
      tellOutcome(say('cite.gone'));
      return;
    }
    const { citation } = cited;
    change(({ citations }) => ({ citations: withCitation(citations, citation) }));
    insert(`${quoteBlock(citation.quote, say('cite.source', sourceOf(citation)))}\n`);
    tellOutcome(say('cite.done', { heading: citation.heading || citation.title }));
  };
  const tool = useMemo<TextTool>(
    () => ({
      label: say('cite.tool'),
      icon: 'quote',
      command: 'citeGuidance',
      leaves: 1,
      run: (insert) => setOpen({ insert }),
    }),
    [say],
  );
  return {
    tool,
    picker: open ? (
      <CitePicker
        onClose={() => setOpen(undefined)}
        onChoose={(place) => {
          // The dialog goes first and gives focus back to where the words will stand.
          flushSync(() => setOpen(undefined));
          void cite(place, open.insert);
        }}
      />
    ) : null,
  };
}

const sourceOf = ({ packTitle, version, heading, title }: Citation) => ({
  pack: packTitle,
  version,
  heading: heading || title,
});
