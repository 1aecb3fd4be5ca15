import { sizeWords } from '#domain/size.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { useSettings } from '#kit/settings.ts';
import { useSources } from '#kit/sources.ts';
import { useSay } from '#kit/words.ts';
import { dismissRemoval, useRemoval } from '#store/packs/removals.ts';
import { putBack, useStarters } from '#store/packs/starters.ts';
import { Button } from '#ui/button.tsx';
import { ClosableStrip } from './closable-strip.tsx';
import { screenTitle } from './screen-title.ts';

/** After a removal: what is so, and the way back. */
export function RemovalStrip() {
  const say = useSay();
  const { language } = useSettings();
  const removal = useRemoval();
  const starters = useStarters();
  const sources = useSources();
  if (!removal) return null;
  const { pack, bytes, problem } = removal;
  const close = { name: pack.title, onClose: dismissRemoval };
  if (problem) {
    const { fact, more } = problemWords(problem, say);
    return (
      <ClosableStrip {...close} tone="bad" fact={fact}>
        {more}
      </ClosableStrip>
    );
  }
  const source = sources?.find(({ known }) => known.packs.some(({ id }) => id === pack.id));
  const cameWithApp = starters?.some(({ found }) => 'manifest' in found && found.manifest.id === pack.id) ?? false;
  return (
    <ClosableStrip {...close} tone="ok" fact={say('packs.removed', { pack: pack.title })}>
      {say('packs.removed.more', { size: sizeWords(bytes, language) })}{' '}
      {cameWithApp ? (
        <span className="packs-back">
          <Button
            kind="tool"
            onClick={(event) => {
              screenTitle(event.currentTarget)?.focus();
              void putBack(pack.id);
            }}
          >
            {say('packs.putBack')}
          </Button>
        </span>
      ) : source ? (
        say('packs.removed.source', { source: source.name })
      ) : typeof pack.origin === 'object' ? (
        say('packs.removed.noSource', { source: pack.origin.source })
      ) : (
        say('packs.removed.file')
      )}
    </ClosableStrip>
  );
}
