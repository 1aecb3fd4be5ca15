import { toAddress } from '#domain/address.ts';
import { formatLocale } from '#domain/format-locale.ts';
import { fieldName } from '#domain/note/fields.ts';
import { formOf, isExperiment } from '#domain/note/form.ts';
import type { Say } from '#domain/words/words.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import type { Arrival, ComparedNote } from '#store/exchange/arrival.ts';
import { ArrivalPictures } from './arrival-pictures.tsx';

/** The rest are counted. */
const SHOWN = 100;
/** Of so many notes the pictures too. */
const SHOWN_PICTURED = 20;

/** The notes of a file that stand alike to what is here. */
export function ArrivalList({
  ticket,
  arrival,
  notes,
}: {
  readonly ticket: string;
  readonly arrival: Arrival;
  readonly notes: readonly ComparedNote[];
}) {
  const say = useSay();
  const { language } = useSettings();
  if (notes.length === 0) return null;
  return (
    <section className="sat-sec">
      <h2 className="sat-h2" id={`import-${arrival}`} tabIndex={-1}>
        {say(`import.group.${arrival}`)}
      </h2>
      <ul className="sat-list">
        {notes.slice(0, SHOWN).map(({ incoming, here, fields }, at) => {
          const { note, from } = incoming;
          const kept = keptOf(incoming, say, language);
          return (
            <li key={note.id}>
              <b className="sat-list__t">{note.title || say('notes.untitled')}</b>
              <span className="sat-meta">
                <span>{say(isExperiment(note) ? `status.${note.status}` : 'form.note')}</span>
                {note.ownerRole === '' ? null : <span>{note.ownerRole}</span>}
                {note.files.length === 0 ? null : <span>{say('import.files', { count: note.files.length })}</span>}
                {here ? <a href={toAddress({ screen: 'note', id: here.id })}>{say('import.yours')}</a> : null}
              </span>
              {fields.length === 0 ? null : (
                <span className="small">
                  {say('import.changed', {
                    fields: new Intl.ListFormat(formatLocale(language), { type: 'conjunction' }).format(
                      fields.map((field) => say(fieldName(field, formOf(note)))),
                    ),
                  })}
                </span>
              )}
              {incoming.plan === null ? null : (
                <span className={incoming.plan === 'changed' ? 'small sharing-in__fact' : 'small'}>
                  {say(`note.plan.standing.${incoming.plan}`)}
                </span>
              )}
              {from === 'markdown' ? <span className="small">{say('import.markdownOnly')}</span> : null}
              {at < SHOWN_PICTURED ? <ArrivalPictures ticket={ticket} files={note.files} /> : null}
              {kept === '' ? null : <span className="small muted">{say('import.kept', { what: kept })}</span>}
            </li>
          );
        })}
      </ul>
      {notes.length > SHOWN ? <p>{say('import.more', { count: notes.length - SHOWN })}</p> : null}
    </section>
  );
}

function keptOf({ kept }: ComparedNote['incoming'], say: Say, language: string): string {
  const counts = [
    ['properties', kept.properties.length],
    ['nodes', kept.nodes],
    ['files', kept.files],
  ] as const;
  const parts = counts.filter(([, count]) => count > 0).map(([what, count]) => say(`import.kept.${what}`, { count }));
  return new Intl.ListFormat(formatLocale(language), { type: 'conjunction' }).format(parts);
}
