import { type ComponentProps, type MouseEvent, useContext } from 'react';
import { toAddress } from '#domain/address.ts';
import { outsideLink } from '#domain/link.ts';
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
  const inside = insideAddress(href, pack);
  if (inside !== null) return <a href={inside}>{children}</a>;
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

function insideAddress(href: string, here: string): string | null {
  const match = /^page:(?:([^/#]+)\/)?([^/#]+)(?:#(.*))?$/.exec(href);
  if (!match) return null;
  const [, pack, page, section] = match.map((part) => (part === undefined ? undefined : decoded(part)));
  if (page === undefined) return null;
  return toAddress({ screen: 'read', pack: pack ?? here, page, ...(section ? { section } : {}) });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
