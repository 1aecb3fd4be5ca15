import { type Ref, useRef } from 'react';
import { toAddress } from '#domain/address.ts';
import { fieldName } from '#domain/note/fields.ts';
import { formOf } from '#domain/note/form.ts';
import { isForReading } from '#domain/note/record/unread-fields.ts';
import { useSay } from '#kit/words.ts';
import { changeNote } from '#store/exchange/shared-notes.ts';
import { Button } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';
import type { OpenFinding } from './open-findings.ts';
import { placeOf } from './place-of.ts';

/** The rest come when these are done. */
const SHOWN = 20;
/** As many as a note keeps. */
const MOST_REMEMBERED = 500;

interface FindingsProps {
  readonly findings: readonly OpenFinding[];
  readonly first: Ref<HTMLAnchorElement>;
  /** Focus goes there when the last is done. */
  readonly after: () => void;
  readonly onLeave: (finding: OpenFinding) => void;
}

/** What looks like details of a person, before it leaves: each is looked at, said not to be personal, or left in. */
export function Findings({ findings, first, after, onLeave }: FindingsProps) {
  const say = useSay();
  const list = useRef<HTMLUListElement>(null);
  if (findings.length === 0) {
    return (
      <Strip tone="ok" fact={say('share.findings.none')}>
        {say('share.findings.none.more')}
      </Strip>
    );
  }
  // The row goes with its buttons: focus goes to the next one.
  const done = (finding: OpenFinding, act: () => unknown): void => {
    const rows = [...(list.current?.children ?? [])];
    const at = findings.indexOf(finding);
    const next = (rows[at + 1] ?? rows[at - 1])?.querySelector<HTMLElement>('a');
    act();
    if (next) next.focus();
    else after();
  };
  const label = (action: string, { text }: OpenFinding): string => say('share.finding.label', { action, text });
  return (
    <div className="sharing-findings">
      <Strip tone="warn" fact={say('share.findings', { count: findings.length })}>
        <ul className="plain sharing-findings__list" ref={list}>
          {findings.slice(0, SHOWN).map((finding, at) => (
            <li key={finding.key}>
              {say('share.finding', {
                kind: say(`personal.${finding.kind}.name`),
                title: finding.note.title || say('notes.untitled'),
                field: say(fieldName(finding.part, formOf(finding.note))),
              })}{' '}
              <mark>{finding.text}</mark>
              <div className="row sharing-findings__do">
                <a
                  ref={at === 0 ? first : undefined}
                  className="sat-btn"
                  href={toAddress({ screen: 'note', id: finding.note.id, section: placeOf(finding, finding.note) })}
                  aria-label={label(say('share.finding.show'), finding)}
                >
                  {say('share.finding.show')}
                </a>
                {isForReading(finding.note) ? null : (
                  <Button
                    kind="tool"
                    aria-label={label(say('share.finding.not'), finding)}
                    onClick={() =>
                      done(finding, () =>
                        changeNote(finding.note.id, ({ notPersonal }) => ({
                          notPersonal: [...notPersonal, finding.text].slice(-MOST_REMEMBERED),
                        })),
                      )
                    }
                  >
                    {say('share.finding.not')}
                  </Button>
                )}
                <Button
                  kind="tool"
                  aria-label={label(say('share.finding.leave'), finding)}
                  onClick={() => done(finding, () => onLeave(finding))}
                >
                  {say('share.finding.leave')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        {findings.length > SHOWN ? <p>{say('share.findings.more', { count: findings.length - SHOWN })}</p> : null}
      </Strip>
    </div>
  );
}
