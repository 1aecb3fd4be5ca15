import { csvOf } from '../csv.ts';
import type { Note } from '../note/record/note.ts';
import type { Marking } from './marking.ts';

const COLUMNS = [
  { name: 'metric', titles: 'Metric', datatype: 'string' },
  { name: 'unit', titles: 'Unit', datatype: 'string' },
  { name: 'group', titles: 'Group', datatype: 'string' },
  { name: 'n', titles: 'Number', datatype: 'number' },
  { name: 'value', titles: 'Value', datatype: 'number' },
  { name: 'low', titles: 'Low end of the interval', datatype: 'number' },
  { name: 'high', titles: 'High end of the interval', datatype: 'number' },
  { name: 'exploratory', titles: 'Looked for after the plan was locked', datatype: 'boolean' },
] as const;

/** The results as a table that a spreadsheet opens. */
export function resultsCsv({ metrics, results }: Note): string {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const rows = results.map(({ metric, group, n, value, low, high, exploratory }) => {
    const of = byId.get(metric);
    return [
      of?.name ?? metric,
      of?.unit ?? '',
      group,
      n ?? '',
      value ?? '',
      low ?? '',
      high ?? '',
      String(exploratory),
    ];
  });
  return csvOf([COLUMNS.map(({ titles }) => titles), ...rows]);
}

/** What the columns mean, as "CSV on the Web" says it. @param url the table's file name */
export const resultsMetadata = (note: Note, url: string, marking: Marking): string =>
  `${JSON.stringify(
    {
      '@context': 'http://www.w3.org/ns/csvw',
      url,
      'dc:title': note.title,
      'dc:rights': marking,
      dialect: { encoding: 'utf-8', header: true, delimiter: ',' },
      tableSchema: { columns: COLUMNS },
    },
    null,
    2,
  )}\n`;
