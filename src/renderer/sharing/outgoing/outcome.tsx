import type { SharedFile } from '#bridge/sharing.ts';
import type { Problem } from '#domain/problem.ts';
import { sizeWords } from '#domain/size.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import type { Progress } from '#store/exchange/bundle-in.ts';
import { Button } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';
import { Working } from '../incoming/working.tsx';

export type ShareOutcome =
  | { readonly at: 'none' }
  | { readonly at: 'working'; readonly progress: Progress; readonly stop: () => void }
  | { readonly at: 'saved'; readonly file: SharedFile }
  | { readonly at: 'refused'; readonly problem: Problem };

/** How far the file is, or what came of it. */
export function Outcome({ outcome }: { readonly outcome: ShareOutcome }) {
  const say = useSay();
  const { language } = useSettings();
  switch (outcome.at) {
    case 'none':
      return null;
    case 'working': {
      const { done, total } = outcome.progress;
      const text = total === 0 ? say('share.saving.short') : say('share.saving', { done, total });
      return (
        <Working label={say('share.saving.short')} text={text} progress={outcome.progress}>
          <Button kind="tool" onClick={outcome.stop}>
            {say('share.stop')}
          </Button>
        </Working>
      );
    }
    case 'saved': {
      const { file, size, missing } = outcome.file;
      return (
        <>
          <Strip tone="ok" fact={say('share.saved', { file })}>
            {say('share.saved.more', { size: sizeWords(size, language) })}
          </Strip>
          {missing.length === 0 ? null : (
            <Strip
              tone="warn"
              fact={say('share.saved.missing', { count: missing.length, names: missing.slice(0, 10).join(', ') })}
            />
          )}
        </>
      );
    }
    case 'refused': {
      const { fact, more } = problemWords(outcome.problem, say);
      return (
        <Strip tone="bad" fact={fact}>
          {more}
        </Strip>
      );
    }
  }
}
