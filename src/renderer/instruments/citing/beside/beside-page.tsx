import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Place, toAddress } from '#domain/address.ts';
import { UnverifiedMark } from '#instruments/evidence/origin/origin-mark.tsx';
import { announce } from '#kit/announce.ts';
import { useSay } from '#kit/words.ts';
import { useOpenNote } from '#store/notes/note-context.ts';
import { type LoadedPage, loadPage } from '#store/packs/pages.ts';
import { type ShownTree, shownTree } from '#store/packs/shown-tree.ts';
import { IconButton } from '#ui/button.tsx';
import { openAround } from '#ui/closed-details.ts';
import { useFrame } from '#ui/frame.ts';
import { BesideProse } from './beside-prose.tsx';
import './beside.css';

interface Loaded {
  readonly place: Place;
  readonly page: (LoadedPage & { readonly shown: ShownTree }) | null;
}

/** Guidance in the panel beside a note, to read while one writes. Its links lead on in the panel. */
export function BesidePage({ place }: { readonly place: Place }) {
  const say = useSay();
  const { go } = useFrame();
  const { id } = useOpenNote().row();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [loaded, setLoaded] = useState<Loaded>();
  const { pack, page } = place;

  useEffect(() => {
    let stale = false;
    void loadPage(pack, page).then((found) => {
      if (!stale) setLoaded({ place: { pack, page }, page: found && { ...found, shown: shownTree(found) } });
    });
    return () => {
      stale = true;
    };
  }, [pack, page]);

  const isHere = loaded?.place.pack === pack && loaded.place.page === page;
  const title = isHere ? loaded.page?.meta.title : undefined;
  useLayoutEffect(() => {
    if (!isHere) return;
    const scroller = panel.current?.closest('aside');
    const target = place.section
      ? panel.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(place.section)}"]`)
      : null;
    // A link of the page before is gone; whoever writes keeps the focus, unless the panel stands out of sight below.
    const wasHere = document.activeElement === document.body || scroller?.contains(document.activeElement);
    if (wasHere || matchMedia(BELOW).matches) (target ?? heading.current)?.focus({ preventScroll: true });
    openAround(target);
    if (target) target.scrollIntoView({ block: 'start' });
    else if (matchMedia(BELOW).matches) heading.current?.scrollIntoView({ block: 'start' });
    else scroller?.scrollTo({ top: 0 });
  }, [isHere, place.section]);
  useEffect(() => {
    if (title !== undefined) announce(say('beside.announce', { title }));
  }, [title, say]);

  const close = (): void => {
    document.getElementById('main')?.focus({ preventScroll: true });
    go(toAddress({ screen: 'note', id }), 'replace');
  };
  return (
    <section ref={panel} className="sat-beside" aria-labelledby="beside-title">
      <div className="row row--between sat-beside__bar">
        <p className="small muted">{say('beside.lead')}</p>
        <IconButton icon="close" label={say('beside.close')} onClick={close} />
      </div>
      <h2 id="beside-title" ref={heading} tabIndex={-1}>
        {title ?? say(isHere ? 'beside.missing' : 'reader.loading')}
      </h2>
      {isHere && loaded.page ? (
        <>
          <p className="small">
            <a href={toAddress({ screen: 'read', ...place })}>{say('beside.whole')}</a>
            <span className="muted"> {loaded.page.pack.title}</span> <UnverifiedMark origin={loaded.page.pack.origin} />
          </p>
          {'tree' in loaded.page.shown ? (
            <BesideProse note={id} tree={loaded.page.shown.tree} pack={pack} title={loaded.page.meta.title} />
          ) : (
            <p>{say('beside.unshown')}</p>
          )}
        </>
      ) : null}
      {isHere && loaded.page === null ? <p>{say('reader.missing.more')}</p> : null}
    </section>
  );
}

/** Where the panel follows the note instead of standing beside it. */
const BELOW = '(max-width: 68.74em)';
