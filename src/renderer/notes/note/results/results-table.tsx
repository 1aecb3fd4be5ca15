import { figureText, figureWithUnit } from '#domain/figure-text.ts';
import { useSay } from '#kit/words.ts';
import { useNote } from '#store/notes/note-context.ts';

/** The figures as text, planned ones first and exploratory ones apart. */
export function ResultsTable() {
  const results = useNote((note) => note.results);
  return (
    <>
      {results.some((row) => !row.exploratory) && <Table exploratory={false} />}
      {results.some((row) => row.exploratory) && <Table exploratory />}
    </>
  );
}

function Table({ exploratory }: { readonly exploratory: boolean }) {
  const say = useSay();
  const results = useNote((note) => note.results);
  const metrics = useNote((note) => note.metrics);
  const metricOf = (id: string) => metrics.find((one) => one.id === id);
  const caption = say(exploratory ? 'note.results.exploratory' : 'note.results.planned');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: a section would be one more landmark
    <div className="sat-scrollx" role="region" aria-label={caption} tabIndex={0}>
      <table className="govuk-table sat-dense">
        <caption className="sat-h3 note-caption">{caption}</caption>
        <thead>
          <tr>
            {(['metric', 'group', 'n', 'value', 'low', 'high'] as const).map((column, at) => (
              <th key={column} scope="col" className={at > 1 ? 'govuk-table__header num' : 'govuk-table__header'}>
                {say(`note.result.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results
            .filter((row) => row.exploratory === exploratory)
            .map((row) => {
              const metric = metricOf(row.metric);
              const figure = (value: number | null) =>
                value === null ? say('note.result.none') : figureWithUnit(value, metric?.unit ?? '');
              return (
                <tr key={row.id}>
                  <th scope="row" className="govuk-table__header">
                    {metric?.name ?? say('note.measure.unnamed')}
                  </th>
                  <td className="govuk-table__cell">{row.group}</td>
                  <td className="govuk-table__cell num">
                    {row.n === null ? say('note.result.none') : figureText(row.n)}
                  </td>
                  <td className="govuk-table__cell num">{figure(row.value)}</td>
                  <td className="govuk-table__cell num">{figure(row.low)}</td>
                  <td className="govuk-table__cell num">{figure(row.high)}</td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </div>
  );
}
