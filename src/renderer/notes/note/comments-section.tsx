import { type SyntheticEvent, useState } from 'react';
import { longDayAt } from '#domain/moment.ts';
import type { Note } from '#domain/note/record/note.ts';
import { RemovedLine } from '#instruments/removal/removed-line.tsx';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useNote, useOpenNote } from '#store/notes/note-context.ts';
import { takeNoteDrafts, useNoteDraft } from '#store/notes/note-drafts.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Field } from './fields/field.tsx';
import { FieldError } from './fields/field-error.tsx';
import { TextBox } from './fields/text-box.tsx';
import { useTakeOut } from './fields/use-take-out.ts';

/** So many letters of a comment say which it is. */
const NAMED = 60;

/** What others said of the note, by role. */
export function CommentsSection() {
  const say = useSay();
  const edit = useEdit();
  const takeOut = useTakeOut('comments');
  const saver = useOpenNote();
  const { language } = useSettings();
  const comments = useNote((note) => note.comments);
  const [text, setText] = useNoteDraft('comment');
  const [role, setRole] = useNoteDraft('comment-role');
  const [asked, setAsked] = useState(false);
  const lacks = asked && text.trim() === '';
  const add = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (text.trim() === '') {
      document.getElementById('comment')?.focus();
      return;
    }
    const comment = { id: crypto.randomUUID(), at: new Date().toISOString(), byRole: role.trim(), text };
    edit((note) => ({ comments: [...note.comments, comment] }));
    // Whoever it is may say more.
    takeNoteDrafts(saver, { comment: '', 'comment-role': role });
    setAsked(false);
    tellOutcome(say('note.comment.added'));
    document.getElementById('comment')?.focus();
  };
  const nameOf = (comment: Note['comments'][number]) =>
    say('note.comment.remove.of', { text: comment.text.slice(0, NAMED) });
  return (
    <section className="note-section" aria-labelledby="comments">
      <h2 className="sat-h2" id="comments" tabIndex={-1}>
        {say('note.field.comments')}
      </h2>
      {comments.length > 0 && (
        <ul className="sat-list">
          {comments.map((one) => (
            <li key={one.id} id={`comment-${one.id}`}>
              <p className="note-said">{one.text}</p>
              <p className="sat-meta">
                {one.byRole !== '' && <span>{one.byRole}</span>}
                <span>{longDayAt(one.at, language)}</span>
                <LinkButton
                  onClick={() => takeOut({ id: one.id, name: nameOf(one), list: 'comments', back: 'comments' })}
                >
                  {say('note.comment.remove')}
                  <span className="vh"> {nameOf(one)}</span>
                </LinkButton>
              </p>
            </li>
          ))}
        </ul>
      )}
      <RemovedLine list="comments" />
      <form className="note-fields" onSubmit={add}>
        <Field id="comment" label={say('note.comment')}>
          {lacks && <FieldError id="comment">{say('note.comment.missing')}</FieldError>}
          <TextBox
            id="comment"
            tall
            value={text}
            onChange={(words) => {
              setText(words);
              // It may stand there from the comment before: now it belongs to this one.
              if (role !== '') setRole(role);
            }}
            describedBy={lacks ? 'comment-error' : undefined}
          />
        </Field>
        <Field id="comment-role" label={say('note.comment.role')} hint={say('note.comment.role.hint')}>
          <TextBox id="comment-role" value={role} onChange={setRole} describedBy="comment-role-hint" />
        </Field>
        <div className="sat-do">
          <Button kind="tool" submit>
            {say('note.comment.add')}
          </Button>
        </div>
      </form>
    </section>
  );
}
