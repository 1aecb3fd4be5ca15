import { type ReactNode, useState } from 'react';
import { toAddress } from '#domain/address.ts';
import type { PageMeta } from '#domain/pack/page.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { toggleBookmark, useBookmarks } from '#store/own/bookmarks.ts';
import { Button } from '#ui/button.tsx';
import { Done } from '#ui/done.tsx';
import { useFrame } from '#ui/frame.ts';
import { More } from '#ui/more.tsx';

interface PageToolsProps {
  readonly meta: PageMeta;
  readonly pack: string;
  /** The section in view. */
  readonly section: string | undefined;
  readonly onCite: () => Promise<void>;
  readonly onPrint: () => void;
  readonly onCiteInNote: () => void;
  /** A tool that needs more of the page. */
  readonly children?: ReactNode;
}

/** What a person can do with a page, in one row: cite it, bookmark it, print it; what is longer to say is behind "More". */
export function PageTools({ meta, pack, section, onCite, onPrint, onCiteInNote, children }: PageToolsProps) {
  const say = useSay();
  const bookmarked = useBookmarks()?.some((mark) => mark.pack === pack && mark.page === meta.id) ?? false;
  const [done, setDone] = useState<'' | 'copied' | 'kept' | 'removed'>('');
  const bookmark = async (): Promise<void> => {
    const kept = await toggleBookmark({ pack, page: meta.id });
    setDone(kept ? 'kept' : 'removed');
    tellOutcome(say(kept ? 'reader.bookmark.added' : 'reader.bookmark.removed'));
  };
  const cite = (): void => void onCite().then(() => setDone('copied'));
  const { go } = useFrame();
  const begin = toAddress({
    screen: 'new',
    from: { pack, page: meta.id, ...(section === undefined ? {} : { section }) },
  });
  useCommandHandler('experiment', () => go(begin));
  useCommandHandler('bookmark', () => void bookmark());
  useCommandHandler('cite', cite);
  useCommandHandler('print', onPrint);
  return (
    <div className="sat-tools">
      <Button kind="tool" icon="quote" onClick={cite}>
        {say('reader.cite')}
      </Button>
      <Button kind="tool" icon="bookmark" aria-pressed={bookmarked} onClick={() => void bookmark()}>
        {say(bookmarked ? 'reader.bookmarked' : 'reader.bookmark')}
      </Button>
      {children}
      <Button kind="tool" icon="print" onClick={onPrint}>
        {say('reader.print')}
      </Button>
      <More
        label={say('reader.more')}
        entries={[
          { key: 'cite', label: say('citing.tool'), run: onCiteInNote },
          { key: 'experiment', label: say('new.start'), href: begin },
        ]}
      />
      <Done text={done === '' ? '' : say(`reader.done.${done}`)}>
        {done === 'kept' || done === 'removed' ? (
          <button type="button" className="sat-linkbtn" onClick={() => void bookmark()}>
            {say('reader.done.undo')}
          </button>
        ) : null}
      </Done>
    </div>
  );
}
