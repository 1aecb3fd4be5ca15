import { toAddress } from '#domain/address.ts';
import { runCommand } from '#kit/command-handlers.ts';
import { useSay } from '#kit/words.ts';
import { useContinued } from '#store/own/continued.ts';
import { useInstalls } from '#store/packs/installs.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Screen } from '#ui/screen.tsx';
import { ContinueNote } from './continue-note.tsx';
import { ContinueReading } from './continue-reading.tsx';
import type { LibraryProps } from './library-props.ts';
import { PackRows } from './pack-rows.tsx';
import { StageGrid } from './stage-grid.tsx';
import { useVisits } from './use-visits.ts';
import { VisitLists } from './visit-lists.tsx';

/** Go on, or find by stage or pack, without typing. */
export function LibraryHome({ at, packs, pages }: LibraryProps) {
  const say = useSay();
  const visits = useVisits(pages);
  const [last] = visits?.recent ?? [];
  const note = useContinued();
  const coming = useInstalls().filter(({ at: { stage } }) => stage === 'waiting' || stage === 'running').length;
  if (packs.length === 0 && coming > 0) {
    return (
      <Screen at={toAddress(at)} title={say('library.title')}>
        <Empty
          heading={say('library.coming')}
          action={<a href={toAddress({ screen: 'packs' })}>{say('library.packs.link')}</a>}
        >
          {say('library.coming.more', { count: coming })}
        </Empty>
      </Screen>
    );
  }
  if (packs.length === 0) {
    return (
      <Screen at={toAddress(at)} title={say('library.title')}>
        <Empty
          heading={say('library.empty')}
          action={
            <>
              <Button kind="go" onClick={() => runCommand('install')}>
                {say('library.empty.action')}
              </Button>
              <a href={toAddress({ screen: 'packs' })}>{say('library.packs.link')}</a>
            </>
          }
        >
          {say('library.empty.more')}
        </Empty>
      </Screen>
    );
  }
  return (
    <Screen
      at={toAddress(at)}
      ready={visits !== undefined && note !== undefined}
      title={say('library.title')}
      lead={say('library.count', { pages: pages.length, packs: packs.length })}
      contextList={visits ? <VisitLists visits={visits} packs={packs} /> : null}
    >
      <div className="library">
        {visits && (last || note) ? (
          <div className="library-continue">
            {last ? <ContinueReading last={last} headings={visits.headings} packs={packs} /> : null}
            {note ? <ContinueNote note={note.note} /> : null}
          </div>
        ) : null}
        <StageGrid pages={pages} />
        <PackRows packs={packs} pages={pages} />
      </div>
    </Screen>
  );
}
