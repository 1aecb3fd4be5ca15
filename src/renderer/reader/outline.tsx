import { type RefObject, useEffect, useState } from 'react';
import { toAddress } from '#domain/address.ts';
import type { Section } from '#domain/pack/page.ts';

interface OutlineProps {
  readonly pack: string;
  readonly page: string;
  readonly sections: readonly Section[];
  readonly current: string | undefined;
}

/** The sections of a page as links; the one in view is marked while the page scrolls. */
export function Outline({ pack, page, sections, current }: OutlineProps) {
  return (
    <ul className="sat-outline">
      {sections.map((section) => (
        <li key={section.id} data-level={section.level}>
          <a
            href={toAddress({ screen: 'read', pack, page, section: section.id })}
            aria-current={section.id === current ? 'true' : undefined}
          >
            {section.heading}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The id of the section being read: the last heading above the upper third of the window. */
export function useCurrentSection(
  sections: readonly Section[],
  article: RefObject<HTMLElement | null>,
): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const found = new Map(
      [...(article.current?.querySelectorAll('[data-section]') ?? [])].map((element) => [
        element.getAttribute('data-section'),
        element,
      ]),
    );
    const headings = sections.flatMap(({ id }) => {
      const element = found.get(id);
      return element ? [{ id, element }] : [];
    });
    const look = (): void => {
      const line = window.innerHeight / 3;
      const above = headings.filter(({ element }) => element.getBoundingClientRect().top < line);
      setCurrent((above.at(-1) ?? headings[0])?.id);
    };
    let asked = 0;
    const later = (): void => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(look);
    };
    look();
    // Scrolling happens in the main region or, in narrow windows, in the document: capture hears both.
    document.addEventListener('scroll', later, { capture: true, passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(asked);
      document.removeEventListener('scroll', later, { capture: true });
      window.removeEventListener('resize', later);
    };
  }, [sections, article]);
  return current;
}
