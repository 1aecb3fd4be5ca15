import { useRef, useState } from 'react';
import { type Screen as At, toAddress } from '#domain/address.ts';
import { asExperiment } from '#domain/note/form.ts';
import { type Note, newNote } from '#domain/note/record/note.ts';
import { newFromTemplate, type Template, templateInto } from '#domain/note/templates.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import type { Cited } from '#store/notes/cite.ts';
import { createNote } from '#store/notes/notes.ts';
import { useFrame } from '#ui/frame.ts';
import { Screen } from '#ui/screen.tsx';
import { Strip } from '#ui/strip.tsx';
import { TemplateTable } from './new/template-table.tsx';
import { useFrom } from './new/use-from.ts';
import { useInto } from './new/use-into.ts';
import { makeExperiment } from './note/change-form.ts';

/** What to begin an experiment with. Whoever chooses lands in the note, in its title. */
export function NewScreen({ screen }: { readonly screen: Extract<At, { screen: 'new' }> }) {
  const say = useSay();
  const { go } = useFrame();
  const cited = useFrom(screen.from);
  const into = useInto(screen.note);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);

  const begin = async (template: Template | null): Promise<void> => {
    // A double click makes one note.
    if (busy.current) return;
    busy.current = true;
    const id = () => crypto.randomUUID();
    if (into) {
      const { note } = into.row();
      try {
        makeExperiment(into, template ? templateInto(note, template, say, { rowId: id }) : asExperiment());
      } catch (error) {
        busy.current = false;
        if (!(error instanceof ProblemError)) throw error;
        setProblem(error.problem);
        return;
      }
      tellOutcome(say('note.made.done'));
      go(toAddress({ screen: 'note', id: note.id, section: 'title' }), 'replace');
      return;
    }
    const now = () => new Date().toISOString();
    const empty = template ? newFromTemplate(template, say, { id, rowId: id, now }) : newNote(id(), now());
    const created = await createNote(leaning(empty, cited ?? null));
    busy.current = false;
    if (created.ok) go(toAddress({ screen: 'note', id: created.value.id, section: 'title' }), 'replace');
    else setProblem(created.problem);
  };
  const failed = problem && problemWords(problem, say);
  return (
    <Screen
      at={toAddress(screen)}
      ready={(screen.from === undefined || cited !== undefined) && (screen.note === undefined || into !== undefined)}
      title={say('new.title')}
      lead={say('new.lead')}
      keys={
        <>
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> {say('register.keys.move')}
          </span>{' '}
          <span>
            <kbd>Enter</kbd> {say('new.keys.begin')}
          </span>
        </>
      }
    >
      {failed ? (
        <div className="new-from">
          <Strip tone="bad" fact={failed.fact}>
            {failed.more}
          </Strip>
        </div>
      ) : null}
      {screen.note && into !== undefined ? (
        <div className="new-from">
          {into ? (
            <Strip
              tone="calm"
              icon="page"
              fact={say('new.into', { title: into.row().note.title || say('notes.untitled') })}
            >
              {say('new.into.more')}
            </Strip>
          ) : (
            <Strip tone="warn" fact={say('new.into.gone')}>
              {say('new.into.gone.more')}
            </Strip>
          )}
        </div>
      ) : null}
      {screen.from && cited !== undefined ? (
        <div className="new-from">
          {cited ? (
            <Strip
              tone="calm"
              icon="quote"
              fact={say('new.from', { heading: cited.citation.heading || cited.citation.title })}
            >
              {say('new.from.more', { page: cited.citation.title, pack: cited.citation.packTitle })}
            </Strip>
          ) : (
            <Strip tone="warn" fact={say('new.from.gone')}>
              {say('new.from.gone.more')}
            </Strip>
          )}
        </div>
      ) : null}
      <TemplateTable onBegin={(template) => void begin(template)} />
    </Screen>
  );
}

/** A note that cites the section it begins from, at the stage of its page. */
function leaning(note: Note, cited: Cited | null): Note {
  return cited ? { ...note, stage: cited.stage, citations: [cited.citation] } : note;
}
