import { Fragment, type ReactNode } from 'react';
import type { Block, Column, Phrase } from '#domain/note/outline/block.ts';
import { cellWords, valueWords } from '#domain/note/outline/phrase-words.ts';
import type { Note } from '#domain/note/record/note.ts';
import type { WordKey } from '#domain/words/words.ts';
import { NoteCharts } from '#instruments/evidence/charts/note-charts.tsx';
import type { NoteTree } from '#instruments/writing/note-tree.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { isWide } from '#markdown/wide-tables.ts';
import { PrintedBody } from './printed-body.tsx';
import { PrintedFiles } from './printed-files.tsx';
import { PrintedSources } from './printed-sources.tsx';

interface BlockProps {
  readonly block: Block;
  /** One step below the heading above it. */
  readonly heading: 'h3' | 'h4';
  readonly note: Note;
  /** The note's text, read; `null` until it is. */
  readonly content: NoteTree | null;
}

/** A block that has no name beside it, on paper; those with one stand together, see `PrintedFacts`. */
export function PrintedBlock({ block, heading: Heading, note, content }: BlockProps): ReactNode {
  const say = useSay();
  switch (block.kind) {
    case 'fact':
    case 'prose':
    case 'list':
      return (
        <div>
          <PrintedValue block={block} />
        </div>
      );
    case 'table':
      return (
        <>
          {block.label === null ? null : <Heading>{say(block.label)}</Heading>}
          <PrintedTable head={block.head} rows={block.rows} />
        </>
      );
    case 'text':
      return (
        <>
          {block.label === null ? null : <Heading>{say(block.label)}</Heading>}
          {content === null ? <span data-coming="" /> : <PrintedBody content={content} />}
        </>
      );
    case 'charts':
      return <NoteCharts note={note} which={block.which} />;
    case 'citations':
      return <PrintedSources citations={note.citations} />;
    case 'files':
      return <PrintedFiles note={note} content={content} />;
  }
}

export type NamedBlock = Extract<Block, { readonly kind: 'fact' | 'prose' | 'list' }>;

/** Whether a block has a name that stands beside it. */
export const isNamed = (block: Block): block is NamedBlock & { readonly label: WordKey } =>
  (block.kind === 'fact' || block.kind === 'prose' || block.kind === 'list') && block.label !== null;

/** What stands beside a name: a few words, lines of them, or one thing a line. */
export function PrintedValue({ block }: { readonly block: NamedBlock }): ReactNode {
  switch (block.kind) {
    case 'fact':
      return <Values phrase={block.value} />;
    case 'prose':
      return (
        <p className="sharing-said" dir="auto">
          {block.text.trim()}
        </p>
      );
    case 'list': {
      const [only, ...more] = block.items;
      if (only && more.length === 0) return <Said phrase={only} />;
      return (
        <ul>
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paper is drawn once
            <li key={at} className="sharing-said" dir="auto">
              <Said phrase={item} />
            </li>
          ))}
        </ul>
      );
    }
  }
}

/** Words of Satchel before those of a person are strong: "Not met: no live system". */
function Said({ phrase }: { readonly phrase: Phrase }) {
  const [first, ...rest] = phrase;
  if (first?.kind !== 'said' || rest.length === 0) return <Values phrase={phrase} />;
  return (
    <>
      <b>
        <Values phrase={[first]} />
      </b>{' '}
      <Values phrase={rest} between=". " />
    </>
  );
}

/** Values one after the other. Words of a person have a direction of their own, which turns none of those beside them. */
function Values({ phrase, between = ', ', isNarrow = false }: ValuesProps) {
  const say = useSay();
  const { language } = useSettings();
  return phrase.map((value, at) => {
    const words = valueWords(value, say, language, isNarrow);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: paper is drawn once
      <Fragment key={at}>
        {at > 0 && between}
        {value.kind === 'words' ? <bdi>{words}</bdi> : words}
      </Fragment>
    );
  });
}

interface ValuesProps {
  readonly phrase: Phrase;
  readonly between?: string;
  /** In a cell of a table. */
  readonly isNarrow?: boolean;
}

interface TableProps {
  readonly head: readonly Column[];
  readonly rows: readonly (readonly (Phrase | null)[])[];
}

/** Where no sheet is wide enough a row is a list of pairs: no word is broken to make room for others. */
function PrintedTable({ head, rows }: TableProps) {
  const say = useSay();
  const { language } = useSettings();
  const words = (cell: Phrase | null | undefined): string => (cell ? cellWords(cell, say, language) : '');
  const className = (column: Column): string | undefined => (column.isFigure ? 'sharing-figure' : undefined);
  const wide = isWide(head.map(({ label }, of) => [say(label), ...rows.map((row) => words(row[of]))]));
  return (
    <div className="table-scroll">
      <table className={wide ? 'wide' : undefined}>
        <thead>
          <tr className={wide ? 'heads' : undefined}>
            {head.map((column) => (
              <th key={column.label} scope="col" className={className(column)}>
                {say(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paper is drawn once
            <tr key={at}>
              {head.map((column, of) => (
                <td key={column.label} className={className(column)} data-label={wide ? say(column.label) : undefined}>
                  <Values phrase={row[of] ?? []} isNarrow />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
