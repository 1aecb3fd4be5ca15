import { type ComponentProps, useContext } from 'react';
import { toAddress } from '#domain/address.ts';
import { placeOfLink } from '#domain/pack/page-link.ts';
import { useOutside } from '#kit/outside.ts';
import { PageContext } from './page-context.ts';

/**
 * A link on a page. The tree writes where it leads: `page:<page>#<section>`, `page:<pack>/<page>#<section>`,
 * `#<element id>`, or an address outside. Whatever is none of these is shown as its words.
 */
export function PageLink({ href = '', children, ...props }: ComponentProps<'a'>) {
  const { pack } = useContext(PageContext);
  const outside = useOutside(href);
  if (href.startsWith('#')) {
    return (
      <a {...props} href={href}>
        {children}
      </a>
    );
  }
  const inside = placeOfLink(href, pack);
  if (inside !== null) return <a href={toAddress({ screen: 'read', ...inside })}>{children}</a>;
  if (outside === null) return <span>{children}</span>;
  return (
    <a className={children === href ? undefined : 'reader-printaddress'} {...outside}>
      {children}
    </a>
  );
}
