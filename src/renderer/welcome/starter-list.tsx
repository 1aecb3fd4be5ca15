import { problemWords } from '#domain/words/problem-words.ts';
import { useSay } from '#kit/words.ts';
import type { Starter } from '#store/packs/known-starters.ts';
import { Icon, type IconName } from '#ui/icon.tsx';
import type { PackState } from './pack-state.ts';

const ICONS: Readonly<Record<PackState['state'], { readonly icon: IconName; readonly tone: string }>> = {
  ready: { icon: 'tick', tone: 'ok' },
  working: { icon: 'clock', tone: 'muted' },
  waiting: { icon: 'minus', tone: 'muted' },
  failed: { icon: 'alert', tone: 'bad' },
};

interface StarterListProps {
  readonly rows: readonly (PackState & { readonly starter: Starter })[];
}

/** The packs that came with the app, each with its state in words. */
export function StarterList({ rows }: StarterListProps) {
  const say = useSay();
  return (
    <ul className="welcome-packs" aria-label={say('welcome.packs')}>
      {rows.map(({ starter: { file, found }, state, word, values }) => (
        <li key={file}>
          <span className={ICONS[state].tone}>
            <Icon name={ICONS[state].icon} small />
          </span>
          <span>
            {'manifest' in found ? found.manifest.title : file}
            {'problem' in found ? (
              <span className="welcome-packs__why small">{problemWords(found.problem, say).fact}</span>
            ) : null}
          </span>
          <span className="muted small">{say(word, values)}</span>
        </li>
      ))}
    </ul>
  );
}
