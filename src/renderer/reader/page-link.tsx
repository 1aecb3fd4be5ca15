import { type ComponentProps, type MouseEvent, useContext } from 'react';
import { toAddress } from '#domain/address.ts';
import { outsideLink } from '#domain/link.ts';
import { placeOfLink } from '#domain/page-link.ts';
import { openOutside } from '#store/outside.ts';
import { useSay } from '#store/words.ts';
import { PageContext } from './page-context.ts';

/**
 * A link on a page. The tree writes where it leads: `page:<page>#<section>`, `page:<pack>/<page>#<section>`,
 * `#<element id>`, or an address outside. Whatever is none of these is shown as its words.
 */
export function PageLink({ href = '', children, ...props }: ComponentProps<'a'>) {
  const say = useSay();
  const { pack } = useContext(PageContext);
  if (href.startsWith('#')) {
    return (
      <a {...props} href={href}>
        {children}
      </a>
    );
  }
  const inside = placeOfLink(href, pack);
  if (inside !== null) return <a href={toAddress({ screen: 'read', ...inside })}>{children}</a>;
  const outside = outsideLink(href);
  if (outside === null) return <span>{children}</span>;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void openOutside(outside.href, say);
  };
  return (
    <a
      className={children === href ? undefined : 'sat-printaddress'}
      href={outside.href}
      rel="noreferrer"
      onClick={open}
    >
      {children}
    </a>
  );
}
