import type { ReactNode } from 'react';
import type { PageMeta } from '#domain/page.ts';
import { announce } from '#store/announce.ts';
import { toggleBookmark, useBookmarks } from '#store/bookmarks.ts';
import { useCommandHandler } from '#store/command-handlers.ts';
import { useSay } from '#store/words.ts';
import { Button } from '#ui/button.tsx';

interface PageToolsProps {
  readonly meta: PageMeta;
  readonly pack: string;
  readonly onCite: () => void;
  readonly onPrint: () => void;
  /** Tools that need more of the page. */
  readonly children?: ReactNode;
}

/** What a person can do with a page: cite it, bookmark it, print it. */
export function PageTools({ meta, pack, onCite, onPrint, children }: PageToolsProps) {
  const say = useSay();
  const bookmarked = useBookmarks()?.some((mark) => mark.pack === pack && mark.page === meta.id) ?? false;
  const bookmark = async (): Promise<void> => {
    const kept = await toggleBookmark({ pack, page: meta.id });
    announce(say(kept ? 'reader.bookmark.added' : 'reader.bookmark.removed'));
  };
  useCommandHandler('bookmark', () => void bookmark());
  useCommandHandler('cite', onCite);
  useCommandHandler('print', onPrint);
  return (
    <div className="sat-tools">
      <Button kind="tool" icon="quote" onClick={onCite}>
        {say('reader.cite')}
      </Button>
      {children}
      <Button kind="tool" icon="bookmark" aria-pressed={bookmarked} onClick={() => void bookmark()}>
        {say(bookmarked ? 'reader.bookmarked' : 'reader.bookmark')}
      </Button>
      <Button kind="tool" icon="print" onClick={onPrint}>
        {say('reader.print')}
      </Button>
    </div>
  );
}
