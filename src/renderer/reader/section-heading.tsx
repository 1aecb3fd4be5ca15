import { type ComponentProps, type ReactNode, useContext, useState } from 'react';
import { toAddress } from '#domain/address.ts';
import { useSay } from '#kit/words.ts';
import { elementId } from '#markdown/slug.ts';
import { copyCitation } from './citation.ts';
import { PageContext } from './page-context.ts';

const PREFIX = elementId('');

type Level = 2 | 3 | 4 | 5 | 6;

/** A section's heading with its two controls: a link to it, and its citation. Both are reached by keys. */
export function SectionHeading({ level, id, children }: ComponentProps<'h2'> & { readonly level: Level }) {
  const say = useSay();
  const { pack, page, cite } = useContext(PageContext);
  const [copied, setCopied] = useState(false);
  const Heading = `h${level}` as const;
  if (id === undefined) return <Heading>{children}</Heading>;
  const heading = plain(children);
  const section = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id;
  return (
    <div className="reader-heading">
      <Heading id={id} tabIndex={-1} data-section={section}>
        {children}
      </Heading>
      <span className="reader-heading__tools">
        <a
          className="anchor"
          href={toAddress({ screen: 'read', pack, page, section })}
          aria-label={say('reader.section.link', { heading })}
        >
          #
        </a>
        <button
          type="button"
          className="anchor"
          aria-label={say('reader.section.cite', { heading })}
          onClick={() => void copyCitation(cite(heading), say).then(() => setCopied(true))}
        >
          {say(copied ? 'reader.done.copied' : 'reader.cite')}
        </button>
        <a
          className="anchor"
          href={toAddress({ screen: 'new', from: { pack, page, section } })}
          aria-label={say('new.start.section', { heading })}
        >
          {say('new.start.short')}
        </a>
      </span>
    </div>
  );
}

/** The words of nodes, for a name that assistive technology reads. */
function plain(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(plain).join('');
  if (typeof node === 'object' && node !== null && 'props' in node) {
    return plain((node.props as { readonly children?: ReactNode }).children);
  }
  return '';
}
