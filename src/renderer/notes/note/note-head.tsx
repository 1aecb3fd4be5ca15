import type { ReactNode } from 'react';
import { toAddress } from '#domain/address.ts';
import { longDay } from '#domain/day.ts';
import type { Citation } from '#domain/note/record/note.ts';
import { registerKind, registerState } from '#domain/note/register.ts';
import { stateTone } from '#domain/note/state-tone.ts';
import { stateWords } from '#domain/note/state-words.ts';
import { templateOf } from '#domain/note/templates.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { useNote } from '#store/notes/note-context.ts';
import { Icon } from '#ui/icon.tsx';
import { Tag } from '#ui/label.tsx';
import { ScreenTitle } from '#ui/screen.tsx';
import { Steps } from './steps.tsx';

/** The sandbox line, the title, what the note is and how far it has come. */
export function NoteHead({ title, actions }: { readonly title: string; readonly actions: ReactNode }) {
  const say = useSay();
  const { language } = useSettings();
  const template = templateOf({ template: useNote((note) => note.template) });
  const kind = useNote(registerKind);
  const state = useNote(registerState);
  const start = useNote((note) => note.dates.start);
  const owner = useNote((note) => note.ownerRole);
  const source = useNote((note) => sourceOf(note.citations, note.created));
  return (
    <>
      <p className="note-sandbox">
        <Icon name="experiment" small />
        <span>
          <b>{say('note.sandbox')}</b> {say('note.sandbox.more')}
        </span>
      </p>
      <div className="note-title">
        <ScreenTitle className="sat-h1">{title}</ScreenTitle>
        <span className="row sat-noprint">{actions}</span>
      </div>
      <div className="sat-meta note-meta">
        <Tag tone={stateTone(state)}>{say(stateWords(state))}</Tag>
        <span>{template ? say(`template.${template.id}.name`) : say(`kind.${kind}`)}</span>
        {start !== null && <span>{say('note.started', { day: longDay(start, language) })}</span>}
        {owner !== '' && <span>{say('note.owner', { owner })}</span>}
        {source !== undefined && (
          <span>
            {say('note.from')}{' '}
            <a
              href={toAddress({
                screen: 'read',
                pack: source.pack,
                page: source.page,
                ...(source.section === '' ? {} : { section: source.section }),
              })}
            >
              {source.title}
            </a>
          </span>
        )}
      </div>
      <Steps />
    </>
  );
}

/** The guidance that the note was begun from: it was cited before the note was made. */
const sourceOf = (citations: readonly Citation[], created: string): Citation | undefined =>
  citations.find(({ at }) => at <= created);
