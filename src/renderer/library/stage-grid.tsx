import { toAddress } from '#domain/address.ts';
import { useSay } from '#kit/words.ts';
import type { PageRow } from '#store/packs/pages.ts';
import { countStages } from './library-lists.ts';

/** The six stages of a piece of work, each with the number of pages that its list shows. */
export function StageGrid({ pages }: { readonly pages: readonly PageRow[] }) {
  const say = useSay();
  return (
    <section aria-labelledby="library-stages">
      <h2 className="sat-h2" id="library-stages">
        {say('library.stages')}
      </h2>
      <ol className="sat-stages">
        {countStages(pages).map(({ stage, count }) => (
          <li key={stage}>
            <a href={toAddress({ screen: 'library', stage })}>
              <span className="t">
                <strong>{say(`stage.${stage}`)}</strong>
                <span className="muted num" aria-hidden="true">
                  {say('library.number', { count })}
                </span>
                <span className="vh">{say('library.pages', { count })}</span>
              </span>
              <span className="small muted">{say(`stage.${stage}.gist`)}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
