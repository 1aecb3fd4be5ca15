import { type ReactNode, useState } from 'react';
import { problemWords } from '#domain/words/problem-words.ts';
import { useFetching } from '#kit/sources.ts';
import { useSay } from '#kit/words.ts';
import type { Changes, Look } from '#store/packs/update-look.ts';
import { Button } from '#ui/button.tsx';
import { Meter } from '#ui/meter.tsx';
import { Strip } from '#ui/strip.tsx';
import { namedTitles } from '../named-titles.ts';
import { screenTitle } from '../screen-title.ts';
import { PageChanges } from './page-changes.tsx';

interface ChangesFoundProps {
  /** `null` until a person asks. */
  readonly look: Look | null;
  /** Of the pack. */
  readonly language: string;
  readonly stop: () => void;
  readonly again: () => void;
}

/** How far the look is, and what it has found so far. */
export function ChangesFound({ look, language, stop, again }: ChangesFoundProps): ReactNode {
  const say = useSay();
  /** The control goes away with what it did. */
  const ending = (work: () => void) => (control: Element) => {
    screenTitle(control)?.focus();
    work();
  };
  if (look === null)
    return (
      <Strip tone="calm" fact={say('update.ask')}>
        {say('update.ask.more')} <Again label={say('update.ask.do')} again={ending(again)} />
      </Strip>
    );
  switch (look.at) {
    case 'fetching':
      return <FetchingPages stop={ending(stop)} />;
    case 'refused': {
      const { fact, more } = problemWords(look.problem, say);
      return (
        <Strip tone="warn" fact={fact}>
          {more} <Again label={say('update.again')} again={ending(again)} />
        </Strip>
      );
    }
    case 'comparing': {
      const { done, total } = look.changes;
      return (
        <>
          <div className="packs-progress">
            <Meter
              label={say('update.comparing')}
              value={total === 0 ? 1 : done / total}
              text={say('update.comparing.pages', { done, total })}
            />
            <span className="small">{say('update.comparing.pages', { done, total })}</span>
            <Button kind="tool" onClick={({ currentTarget }) => ending(stop)(currentTarget)}>
              {say('update.stop')}
            </Button>
          </div>
          <Found changes={look.changes} language={language} />
        </>
      );
    }
    case 'stopped':
      return (
        <>
          <Strip tone="calm" fact={say('update.stopped', { done: look.changes.done, total: look.changes.total })}>
            <Again label={say('update.again')} again={ending(again)} />
          </Strip>
          <Found changes={look.changes} language={language} />
        </>
      );
    case 'whole':
      return (
        <>
          <Summary changes={look.changes} />
          <Found changes={look.changes} language={language} />
        </>
      );
  }
}

function Again({ label, again }: { readonly label: string; readonly again: (control: Element) => void }) {
  return (
    <Button kind="tool" onClick={({ currentTarget }) => again(currentTarget)}>
      {label}
    </Button>
  );
}

function FetchingPages({ stop }: { readonly stop: (control: Element) => void }) {
  const say = useSay();
  const fetching = useFetching();
  const { done = 0, total = 0, filesDone = 0, files = 0 } = fetching ?? {};
  const part = total === 0 ? 0 : done / total;
  const text = say('sources.fetching.files', { filesDone, files, percent: Math.floor(part * 100) });
  return (
    <div className="packs-progress">
      <span>{say('update.fetching')}</span>
      <Meter label={say('update.fetching')} value={part} text={text} />
      <span className="small">{text}</span>
      <Button kind="tool" onClick={({ currentTarget }) => stop(currentTarget)}>
        {say('update.stop')}
      </Button>
    </div>
  );
}

/** All of it in two sentences. */
function Summary({ changes: { counts, pages, details, all } }: { readonly changes: Changes }) {
  const say = useSay();
  const same = all - pages.filter(({ is }) => is !== 'gone').length - details.length;
  return (
    <div className="packs-changes__summary">
      <p>
        <b>{say('update.found', { ...counts, pages: pages.length })}</b> {say('update.found.same', { same })}
      </p>
      {details.length === 0 ? null : (
        <p>{say('update.found.details', { count: details.length, titles: namedTitles(details, say) })}</p>
      )}
    </div>
  );
}

/** Pages that are drawn at first, and with each step more. */
const STEP = 20;

function Found({ changes: { pages }, language }: { readonly changes: Changes; readonly language: string }) {
  const say = useSay();
  const [most, setMost] = useState(STEP);
  const left = pages.length - most;
  return (
    <>
      {pages.slice(0, most).map((change) => (
        <PageChanges key={change.page} change={change} language={language} />
      ))}
      {left > 0 ? (
        <div className="row packs-changes__more">
          <Button
            kind="tool"
            onClick={({ currentTarget }) => {
              // The first of those that come stands where the button was.
              const list = currentTarget.closest('main');
              setMost(most + STEP);
              requestAnimationFrame(() =>
                list?.querySelectorAll<HTMLElement>('.packs-change__title').item(most)?.focus(),
              );
            }}
          >
            {say('update.more', { count: Math.min(STEP, left), left })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
