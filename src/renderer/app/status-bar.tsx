import { useEffect, useState } from 'react';
import { momentWords } from '#domain/moment.ts';
import { useSettings } from '#kit/settings.ts';
import { useFetching, useSources } from '#kit/sources.ts';
import { type Task, useStatus } from '#kit/status.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { useIndexState } from '#store/packs/index-state.ts';
import { Icon } from '#ui/icon.tsx';
import { Meter } from '#ui/meter.tsx';

/** Milliseconds. */
const NOTICED = 400;

export interface StatusBarProps {
  readonly slotRef: (slot: Element | null) => void;
  readonly stateRef: (slot: Element | null) => void;
}

/**
 * Left: how the thing stands that is being written, if one is; else what was last done, or what was asked of whom:
 * nothing of anybody, where there is no source.
 * Right: that again where it had to give way, long tasks, and the keys of the screen.
 */
export function StatusBar({ slotRef, stateRef }: StatusBarProps) {
  const say = useSay();
  const { outcome, strong, tasks } = useStatus();
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: not inside a section, so it is the landmark that may have a name
    <footer className="sat-status" aria-label={say('shell.status')} tabIndex={-1} data-region="">
      <span ref={stateRef} className="sat-status__state" />
      <span className="sat-status__outcome">
        <Icon name={outcome === '' ? 'offline' : 'info'} small />
        {outcome === '' ? <Asked /> : strong ? <b>{outcome}</b> : outcome}
      </span>
      <span className="end">
        {[...tasks].map(([id, task]) => (
          <TaskShown key={id} text={task.text} value={task.value} />
        ))}
        <Fetching />
        <Indexing />
        <span ref={slotRef} className="sat-keyhint" />
      </span>
    </footer>
  );
}

/** What leaves this laptop: nothing, or the question to a source. */
function Asked() {
  const say = useSay();
  const { language } = useSettings();
  const today = useToday();
  const asked = (useSources() ?? []).flatMap(({ name, setBy, known }) =>
    known.asked === null ? [] : [{ name, setBy, at: known.asked }],
  );
  const last = asked.reduce<(typeof asked)[number] | undefined>(
    (newest, one) => (newest === undefined || one.at > newest.at ? one : newest),
    undefined,
  );
  if (last === undefined) return say('shell.offline');
  const moment = momentWords(last.at, today, language, say, { within: true, timed: true });
  return say('sources.bar', { source: last.name, asked: moment, by: last.setBy });
}

/** A release on its way from a source. */
function Fetching() {
  const say = useSay();
  const fetching = useFetching();
  if (fetching === null) return null;
  const { pack, done, total } = fetching;
  return <TaskShown text={say('sources.fetching', { pack })} value={total === 0 ? 1 : done / total} />;
}

/** Search getting ready, once it takes long enough to be noticed. */
function Indexing() {
  const say = useSay();
  const { ready, packsDone, packsTotal, percent } = useIndexState();
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (ready) return undefined;
    const timer = window.setTimeout(() => setLasts(true), NOTICED);
    return () => {
      window.clearTimeout(timer);
      setLasts(false);
    };
  }, [ready]);
  if (ready || !lasts || packsTotal === 0) return null;
  return <TaskShown text={say('search.preparing', { done: packsDone, total: packsTotal })} value={percent / 100} />;
}

function TaskShown({ text, value }: Task) {
  const say = useSay();
  return (
    <span className="sat-task">
      {say('shell.task', { text, percent: Math.round(value * 100) })}
      <Meter label={text} value={value} />
    </span>
  );
}
