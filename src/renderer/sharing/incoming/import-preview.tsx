import type { Problem } from '#domain/problem.ts';
import { sizeWords } from '#domain/size.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { type Arrival, isTakenIn } from '#store/exchange/arrival.ts';
import type { Progress } from '#store/exchange/bundle-in.ts';
import { cancelImport, importNow, type Looked } from '#store/exchange/imports.ts';
import { Button } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';
import { ArrivalList } from './arrival-list.tsx';
import { BundleWarnings } from './bundle-warnings.tsx';
import { Working } from './working.tsx';

/** What a person decides about comes first. */
const GROUPS: readonly Arrival[] = ['new', 'newer', 'bothChanged', 'binned', 'same', 'older'];
/** These stand there also when they are empty: "Same 12" is an answer. */
const ALWAYS: ReadonlySet<Arrival> = new Set(['new', 'newer', 'bothChanged', 'same']);

interface ImportPreviewProps {
  readonly looked: Looked;
  /** How far it is while it is taken in. */
  readonly progress: Progress | null;
  readonly problem: Problem | undefined;
}

/** What is in a file of notes, before any of it is written. */
export function ImportPreview({ looked, progress, problem }: ImportPreviewProps) {
  const say = useSay();
  const { language } = useSettings();
  const { offer, head, compared } = looked;
  const groups = GROUPS.map((arrival) => ({ arrival, notes: compared.filter((one) => one.arrival === arrival) }));
  const count = compared.filter(isTakenIn).length;
  const size = sizeWords(offer.size, language);
  const program = compared.find(({ incoming }) => incoming.from === 'other' && incoming.program !== '')?.incoming
    .program;
  const words = problem && problemWords(problem, say);
  return (
    <>
      <p className="muted">
        {head.marking === null
          ? say('import.lead', { size })
          : say('import.lead.marked', { marking: head.marking, size })}{' '}
        {program === undefined ? null : say('import.program', { program })}
      </p>
      {words ? (
        <Strip tone="bad" fact={words.fact}>
          {words.more}
        </Strip>
      ) : null}
      <ul className="sat-stages sharing-in__groups">
        {groups
          .filter(({ arrival, notes }) => ALWAYS.has(arrival) || notes.length > 0)
          .map(({ arrival, notes }) => (
            <li key={arrival}>
              {notes.length === 0 ? (
                <div className="sharing-in__group">
                  <span className="t">
                    <b>{say(`import.group.${arrival}`)}</b>
                    <span className="muted">0</span>
                  </span>
                </div>
              ) : (
                <a href={`#import-${arrival}`} onClick={(event) => jump(event, arrival)}>
                  <span className="t">
                    <strong>{say(`import.group.${arrival}`)}</strong>
                    <span className="muted">{notes.length}</span>
                  </span>
                  <span className="small muted">{say(`import.group.${arrival}.more`)}</span>
                </a>
              )}
            </li>
          ))}
      </ul>
      <BundleWarnings head={head} />
      {compared.length === 0 ? <p>{say('import.empty')}</p> : null}
      {groups.map(({ arrival, notes }) => (
        <ArrivalList key={arrival} ticket={offer.ticket} arrival={arrival} notes={notes} />
      ))}
      {progress ? (
        <Working
          label={say('import.taking')}
          text={
            progress.total === 0
              ? say('import.taking')
              : `${say('import.taking')}: ${say('import.taking.count', { ...progress })}`
          }
          progress={progress}
        >
          <Button kind="tool" onClick={cancelImport}>
            {say('import.stop')}
          </Button>
        </Working>
      ) : (
        <div className="row sharing-in__do">
          {count > 0 ? (
            <Button
              kind="go"
              onClick={() =>
                void importNow((title, file) => say('import.beside', { title: title || say('notes.untitled'), file }))
              }
            >
              {say('import.do', { count })}
            </Button>
          ) : (
            <b>{say('import.nothing')}</b>
          )}
          <Button kind="secondary" onClick={cancelImport}>
            {say('import.cancel')}
          </Button>
          {count > 0 ? <span className="small muted">{say('import.undoable')}</span> : null}
        </div>
      )}
    </>
  );
}

/** Within the screen, which keeps its address: the file that is looked at has none. */
function jump(event: { preventDefault(): void }, arrival: Arrival): void {
  event.preventDefault();
  const heading = document.getElementById(`import-${arrival}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus();
}
