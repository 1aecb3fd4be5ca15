import { toAddress } from '#domain/address.ts';
import { useSay } from '#kit/words.ts';

interface Crumb {
  readonly words: string;
  readonly href?: string;
  readonly lang?: string | undefined;
}

/** The way from the Library to here. */
export function Crumbs({ trail }: { readonly trail: readonly Crumb[] }) {
  const say = useSay();
  const all: readonly Crumb[] = [{ words: say('library.title'), href: toAddress({ screen: 'library' }) }, ...trail];
  return (
    <nav className="govuk-breadcrumbs" aria-label={say('library.breadcrumb')}>
      <ol className="govuk-breadcrumbs__list">
        {all.map(({ words, href, lang }) => (
          <li
            key={words}
            className="govuk-breadcrumbs__list-item"
            lang={lang}
            aria-current={href === undefined ? 'page' : undefined}
          >
            {href === undefined ? (
              words
            ) : (
              <a className="govuk-breadcrumbs__link" href={href}>
                {words}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
