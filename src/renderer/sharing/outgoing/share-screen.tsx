import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ALL_NOTES, type Screen as At, toAddress } from '#domain/address.ts';
import { SHARE_FORMATS, sharedFileName } from '#domain/bundle/shared-name.ts';
import { unreadWord } from '#domain/note/record/unread-fields.ts';
import { MOST_OF_ROLE } from '#domain/settings.ts';
import { sizeWords } from '#domain/size.ts';
import { announce } from '#kit/announce.ts';
import { changeSettings, useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import type { Progress } from '#store/exchange/bundle-in.ts';
import { useSharedNotes } from '#store/exchange/shared-notes.ts';
import { windowDrafts } from '#store/own/draft-keeper.ts';
import { useDraft, useDraftsRead } from '#store/own/use-draft.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Screen } from '#ui/screen.tsx';
import { Strip } from '#ui/strip.tsx';
import { PrintedNote } from '../print/printed-note.tsx';
import { type Asked, type AskedField, common, loweredBy, missingIn, notLowered, roleLeaves } from './asked.ts';
import { Findings } from './findings.tsx';
import { MarkingChoice } from './marking-choice.tsx';
import { findingsIn } from './open-findings.ts';
import { Outcome, type ShareOutcome } from './outcome.tsx';
import { RadioChoice } from './radio-choice.tsx';
import { saveShared } from './save-shared.ts';
import { TextAsked } from './text-asked.tsx';
import { WhatLeaves, weigh } from './what-leaves.tsx';
import './share.css';

/** More would take longer to lay out than anybody waits. */
const MOST_PRINTED = 50;

type ShareAt = Extract<At, { screen: 'share' }>;

/** Other notes are asked about anew: a marking is never carried over. */
export const ShareScreen = ({ screen }: { readonly screen: ShareAt }) => (
  <Sharing key={toAddress(screen)} screen={screen} />
);

/** Notes on their way out: in what form, how they are marked, what leaves and what stays. Nothing leaves unseen. */
function Sharing({ screen }: { readonly screen: ShareAt }) {
  const say = useSay();
  const { language, shareFormat, ownRole } = useSettings();
  const today = useToday();
  const shared = useSharedNotes(screen.notes);
  const notes = useMemo(() => shared?.rows.map(({ note }) => note) ?? [], [shared]);
  const [said, setSaid] = useState<Partial<Pick<Asked, 'format' | 'marking'>>>({});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [outcome, setOutcome] = useState<ShareOutcome>({ at: 'none' });
  const fields = useRef<Partial<Record<AskedField, HTMLElement | null>>>({});
  const finding = useRef<HTMLAnchorElement>(null);
  const save = useRef<HTMLButtonElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const known = {
    licence: common(notes, 'licence'),
    role: ownRole || common(shared?.own ?? [], 'ownerRole'),
  };
  const of = [...screen.notes].sort().join(' ');
  const isRead = useDraftsRead(of);
  const [because, setBecause] = useDraft(of, 'share-because');
  const [role, setRole] = useDraft(of, 'share-role', known.role);
  const [licence, setLicence] = useDraft(of, 'share-licence', known.licence);
  const asked: Asked = { marking: null, format: shareFormat, ...said, because, role, licence };
  const { format, marking } = asked;
  const findings = useMemo(() => findingsIn(notes).filter(({ key }) => !left.has(key)), [notes, left]);
  const lowered = loweredBy(marking, notes);
  const missing = missingIn(asked, notes);
  const isMany = format === 'pdf' && notes.length > MOST_PRINTED;
  const { files, words, filesSize, quotes } = useMemo(() => weigh(notes), [notes]);
  const titles = notes.map((note) => note.title || say('notes.untitled'));
  const name = (format && sharedFileName({ format, marking, titles, day: today, withFiles: files > 0 })) ?? '';
  const closed = notLowered(marking, notes);
  const error = (field: AskedField): string | undefined => {
    if (field === 'marking' && closed) return say('share.lower.newer', { title: closed.title });
    return tried && missing.includes(field) ? say(`share.${field === 'because' ? 'lower' : field}.missing`) : undefined;
  };
  const anew = (): void => {
    if (outcome.at !== 'working') setOutcome({ at: 'none' });
  };
  const change = (patch: typeof said): void => {
    setSaid({ ...said, ...patch });
    anew();
  };
  const writing = (set: (words: string) => void) => (words: string) => {
    set(words);
    anew();
  };

  const run = async (): Promise<void> => {
    flushSync(() => setTried(true));
    if (missing.length > 0) {
      summary.current?.focus();
      announce(say('share.errors'), { assertive: true });
      return;
    }
    if (findings.length > 0) {
      finding.current?.focus();
      announce(say('share.findings', { count: findings.length }), { assertive: true });
      return;
    }
    if (format === null || marking === null || isMany) return;
    const unknown = notes.find((note) => unreadWord(note, 'marking') !== null);
    if (unknown) {
      const problem = {
        code: 'marking-unknown',
        title: unknown.title,
        marking: unreadWord(unknown, 'marking') ?? '',
      } as const;
      setOutcome({ at: 'refused', problem });
      return;
    }
    const stop = new AbortController();
    const working = (progress: Progress): void => setOutcome({ at: 'working', progress, stop: () => stop.abort() });
    working({ done: 0, total: 0 });
    const title = notes.length === 1 ? (titles[0] ?? '') : say('share.pdf.title', { count: notes.length });
    const answer = await saveShared({
      notes,
      asked: { ...asked, format, marking },
      name,
      title,
      say,
      signal: stop.signal,
      told: working,
    });
    if (!answer.ok) setOutcome({ at: 'refused', problem: answer.problem });
    else if (answer.value === null) {
      setOutcome({ at: 'none' });
      tellOutcome(say('share.cancelled'));
    } else {
      setOutcome({ at: 'saved', file: answer.value });
      const shown = { 'share-because': because, 'share-role': role, 'share-licence': licence };
      windowDrafts().take(of, shown, Promise.resolve());
      tellOutcome(say('share.saved', { file: answer.value.file }));
      const mine = role.trim().slice(0, MOST_OF_ROLE);
      void changeSettings({ shareFormat: format, ...(mine && { ownRole: mine }) });
    }
    save.current?.focus();
  };

  if (shared && notes.length === 0) {
    return (
      <Screen at={toAddress(screen)} title={say(shared.unread > 0 ? 'share.none.unread' : 'share.none')}>
        <p>
          {shared.unread > 0
            ? `${say('share.unread', { count: shared.unread })} ${say('share.unread.more')}`
            : say('share.none.more')}
        </p>
        <p className="sat-do">
          <a href={toAddress(ALL_NOTES)}>{say('share.toNotes')}</a>
        </p>
      </Screen>
    );
  }
  const printed = format === 'pdf' && !isMany ? notes : notes.slice(0, 1);
  return (
    <Screen
      at={toAddress(screen)}
      ready={shared !== undefined && isRead}
      title={say('share.title', { count: notes.length })}
    >
      <div className="sharing-out">
        <div className="sharing-out__ask sat-noprint">
          {tried && missing.length > 0 ? (
            <div className="sharing-errors" role="alert" tabIndex={-1} ref={summary}>
              <h2 className="sat-h3">{say('share.errors')}</h2>
              <ul className="plain">
                {missing.map((field) => (
                  <li key={field}>
                    <LinkButton onClick={() => fields.current[field]?.focus()}>{error(field)}</LinkButton>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          <RadioChoice
            id="share-format"
            legend={say('share.format')}
            value={format}
            first={(input) => {
              fields.current.format = input;
            }}
            error={error('format')}
            options={SHARE_FORMATS.map((value) => ({
              value,
              label: say(`share.format.${value}`),
              hint: say(`share.format.${value}.hint`),
            }))}
            onChange={(value) => change({ format: value })}
          />
          <MarkingChoice
            value={marking}
            first={(input) => {
              fields.current.marking = input;
            }}
            error={error('marking')}
            onChange={(value) => change({ marking: value })}
          />
          {lowered.length > 0 && !closed ? (
            <TextAsked
              id="share-because"
              long
              label={say('share.lower')}
              hint={say('share.lower.hint', { count: lowered.length })}
              value={asked.because}
              error={error('because')}
              field={(area) => {
                fields.current.because = area;
              }}
              onChange={writing(setBecause)}
            />
          ) : null}
          <TextAsked
            id="share-role"
            label={say('share.role')}
            hint={say('share.role.hint')}
            value={asked.role}
            error={error('role')}
            field={(input) => {
              fields.current.role = input;
            }}
            onChange={writing(setRole)}
          />
          <TextAsked
            id="share-licence"
            label={say('note.field.licence')}
            hint={say('share.licence.hint')}
            value={asked.licence}
            error={undefined}
            field={() => undefined}
            onChange={writing(setLicence)}
          />
        </div>
        <div className="sharing-out__seen">
          <div className="stack sat-noprint">
            {shared && shared.unread > 0 ? (
              <Strip tone="warn" fact={say('share.unread', { count: shared.unread })}>
                {say('share.unread.more')}
              </Strip>
            ) : null}
            {shared && shared.gone > 0 ? <Strip tone="warn" fact={say('share.gone', { count: shared.gone })} /> : null}
            <Findings
              findings={findings}
              first={finding}
              after={() => save.current?.focus()}
              onLeave={({ key }) => setLeft(new Set([...left, key]))}
            />
            <WhatLeaves
              notes={notes}
              foreign={shared?.foreign ?? 0}
              format={format}
              role={roleLeaves(asked, notes) ? role : null}
            />
            <h2 className="sat-h3" id="share-look">
              {say('share.look')}
            </h2>
            {printed.length < notes.length ? <p className="muted small">{say('share.look.first')}</p> : null}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keys */}
          <section className="sharing-look" aria-labelledby="share-look" tabIndex={0}>
            {printed.map((note) => (
              <PrintedNote key={note.id} note={note} marking={marking} by={asked.role} />
            ))}
          </section>
        </div>
      </div>
      <div className="sharing-out__do sat-noprint">
        {isMany ? (
          <Strip tone="warn" fact={say('share.pdf.many', { most: MOST_PRINTED })}>
            {say('share.pdf.many.more')}
          </Strip>
        ) : null}
        <Outcome outcome={outcome} />
        <div className="row">
          <Button kind="go" ref={save} onClick={() => void (outcome.at === 'working' ? undefined : run())}>
            {say('share.save')}
          </Button>
          <span className="small muted sharing-out__name">
            {format === null || format === 'pdf' || outcome.at === 'saved'
              ? name
              : say('share.name.about', { name, size: sizeWords(words + quotes + filesSize, language) })}
          </span>
        </div>
      </div>
    </Screen>
  );
}
