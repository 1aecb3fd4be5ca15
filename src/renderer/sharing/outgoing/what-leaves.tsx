import type { ShareFormat } from '#domain/bundle/shared-name.ts';
import { formOf } from '#domain/note/form.ts';
import type { Note } from '#domain/note/record/note.ts';
import { sizeWords } from '#domain/size.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';

interface WhatLeavesProps {
  readonly notes: readonly Note[];
  /** Notes that brought something from another program. */
  readonly foreign: number;
  readonly format: ShareFormat | null;
  /** Of whoever hands it over; `null` where it does not go into the file. */
  readonly role: string | null;
}

/** What goes into the file, with its size, and what stays on this laptop. */
export function WhatLeaves({ notes, foreign, format, role }: WhatLeavesProps) {
  const say = useSay();
  const { language } = useSettings();
  const { files, filesSize, citations, quotes, comments } = weigh(notes);
  const rows = [
    ...(['note', 'experiment'] as const).flatMap((form) => {
      const some = notes.filter((note) => formOf(note) === form);
      const { length: count } = some;
      if (count === 0) return [];
      const name = say(form === 'note' ? 'share.leaves.notes' : 'share.leaves.experiments', { count });
      return [{ key: form, name, size: sizeWords(weigh(some).words, language) }];
    }),
    ...(files === 0
      ? []
      : format === 'pdf'
        ? [{ key: 'files', name: say('share.leaves.filesNamed', { count: files }), size: '' }]
        : [{ key: 'files', name: say('share.leaves.files', { count: files }), size: sizeWords(filesSize, language) }]),
    ...(citations === 0
      ? []
      : [
          {
            key: 'citations',
            name: say('share.leaves.citations', { count: citations }),
            size: sizeWords(quotes, language),
          },
        ]),
    ...(comments === 0 ? [] : [{ key: 'comments', name: say('share.leaves.comments', { count: comments }), size: '' }]),
    ...(foreign === 0 || format !== 'eln'
      ? []
      : [{ key: 'foreign', name: say('share.leaves.foreign', { count: foreign }), size: '' }]),
  ];
  return (
    <div className="sharing-leaves">
      <section>
        <h2 className="sat-h3" id="share-leaves">
          {say('share.leaves')}
        </h2>
        <table className="govuk-table sat-dense" aria-labelledby="share-leaves">
          <tbody>
            {rows.map(({ key, name, size }) => (
              <tr key={key}>
                <th scope="row" className="govuk-table__header">
                  {name}
                </th>
                <td className="govuk-table__cell num nowrap">{size}</td>
              </tr>
            ))}
            {role === null ? null : (
              <tr>
                <th scope="row" className="govuk-table__header">
                  {say('share.leaves.role')}{' '}
                  {role.trim() === '' ? (
                    <span className="muted">{say('share.leaves.roleMissing')}</span>
                  ) : (
                    <b className="sharing-typed">{role}</b>
                  )}
                </th>
                <td className="govuk-table__cell" />
              </tr>
            )}
          </tbody>
        </table>
      </section>
      <section>
        <h2 className="sat-h3">{say('share.stays')}</h2>
        <p>{say('share.stays.more')}</p>
      </section>
    </div>
  );
}

/** Bytes of notes and of what goes with them. Files are counted once. */
export function weigh(notes: readonly Note[]) {
  const files = new Map(notes.flatMap((note) => note.files.map(({ sha256, size }) => [sha256, size] as const)));
  const cited = notes.flatMap((note) => note.citations);
  const quotes = bytesOf(cited);
  return {
    words: Math.max(0, bytesOf(notes) - quotes),
    files: files.size,
    filesSize: [...files.values()].reduce((sum, size) => sum + size, 0),
    citations: cited.length,
    quotes,
    comments: notes.reduce((sum, note) => sum + note.comments.length, 0),
  };
}

const bytesOf = (values: readonly unknown[]): number =>
  values.reduce<number>((sum, value) => sum + new TextEncoder().encode(JSON.stringify(value)).length, 0);
