import type { Root } from 'hast';
import { type ComponentProps, createContext, type MouseEvent, type ReactNode, use, useMemo } from 'react';
import { type Place, toAddress } from '#domain/address.ts';
import { outsideLink } from '#domain/link.ts';
import { placeOfLink } from '#domain/page-link.ts';
import { loadImage } from '#store/images.ts';
import { openOutside } from '#store/outside.ts';
import { useSay } from '#store/words.ts';
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
  const say = useSay();
  const { go } = useFrame();
  const { note, pack } = use(HereContext);
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
      const target = document.getElementById(decodeURIComponent(href.slice(1)));
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
  const outside = outsideLink(href);
  if (outside === null) return <span>{children}</span>;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void openOutside(outside.href, say);
  };
  return (
    <a href={outside.href} rel="noreferrer" onClick={open}>
      {children}
    </a>
  );
}

const besideAddress = (id: string, beside: Place): string => toAddress({ screen: 'note', id, beside });

function BesideImage(props: ComponentProps<'img'>) {
  const say = useSay();
  const missing = (alt: string): string =>
    alt === '' ? say('reader.image.missing.plain') : say('reader.image.missing', { alt });
  return <TreeImage {...props} load={loadImage} missing={missing} />;
}

function BesideSpan(props: ComponentProps<'span'>) {
  const say = useSay();
  const dead = (address: string | undefined): string =>
    address === undefined ? say('reader.dead') : say('reader.dead.address', { address });
  return <TreeSpan {...props} dead={dead} missing={say('reader.image.missing.plain')} />;
}
