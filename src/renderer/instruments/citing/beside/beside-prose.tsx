import type { Root } from 'hast';
import { type ComponentProps, createContext, type MouseEvent, type ReactNode, use, useMemo } from 'react';
import { besideAddress } from '#domain/address.ts';
import { decoded, placeOfLink } from '#domain/pack/page-link.ts';
import { useOutside } from '#kit/outside.ts';
import { useTreeWords } from '#kit/tree-words.ts';
import { useSay } from '#kit/words.ts';
import { loadImage } from '#store/packs/images.ts';
import { useFrame } from '#ui/frame.ts';
import { ProseTree } from '#ui/prose-tree.tsx';
import { TreeImage, TreeSpan } from '#ui/tree-parts.tsx';
import { withOwnIds } from './own-ids.ts';

interface BesideProseProps {
  readonly note: string;
  readonly pack: string;
  readonly title: string;
  /** Sanitised. */
  readonly tree: Root;
}

const HereContext = createContext<Pick<BesideProseProps, 'note' | 'pack'>>({ note: '', pack: '' });

/** The words of a page in the panel, its links kept there. */
export function BesideProse({ note, pack, title, tree }: BesideProseProps): ReactNode {
  const say = useSay();
  const own = useMemo(() => withOwnIds(tree), [tree]);
  const here = useMemo(() => ({ note, pack }), [note, pack]);
  return (
    <HereContext value={here}>
      <div className="sat-prose">
        <ProseTree
          tree={own}
          parts={parts}
          tableLabel={say('reader.table.of', { heading: title })}
          codeLabel={say('reader.code.of', { heading: title })}
        />
      </div>
    </HereContext>
  );
}

type HeadingProps = ComponentProps<'h3'> & { 'data-section'?: string };

/** The page's title is an h2 of the panel, so its own headings stand below. */
const heading =
  (Heading: 'h3' | 'h4' | 'h5' | 'h6') =>
  ({ id, 'data-section': section, children }: HeadingProps) => (
    <Heading id={id} data-section={section} tabIndex={-1}>
      {children}
    </Heading>
  );

const parts = {
  a: BesideLink,
  img: BesideImage,
  h1: heading('h3'),
  h2: heading('h3'),
  h3: heading('h4'),
  h4: heading('h5'),
  h5: heading('h6'),
  span: BesideSpan,
};

function BesideLink({ href = '', children, ...props }: ComponentProps<'a'>) {
  const { go } = useFrame();
  const { note, pack } = use(HereContext);
  const outside = useOutside(href);
  const inside = placeOfLink(href, pack);
  if (inside !== null) {
    const address = besideAddress(note, inside);
    const read = (event: MouseEvent): void => {
      event.preventDefault();
      go(address, 'replace');
    };
    return (
      <a href={address} onClick={read}>
        {children}
      </a>
    );
  }
  if (href.startsWith('#')) {
    const jump = (event: MouseEvent): void => {
      event.preventDefault();
      const target = document.getElementById(decoded(href.slice(1)));
      if (!target) return;
      if (!target.matches('a[href]')) target.tabIndex = -1;
      target.focus();
    };
    return (
      <a {...props} href={href} onClick={jump}>
        {children}
      </a>
    );
  }
  return outside === null ? <span>{children}</span> : <a {...outside}>{children}</a>;
}

function BesideImage(props: ComponentProps<'img'>) {
  return <TreeImage {...props} load={loadImage} say={useTreeWords()} />;
}

function BesideSpan(props: ComponentProps<'span'>) {
  return <TreeSpan {...props} say={useTreeWords()} />;
}
