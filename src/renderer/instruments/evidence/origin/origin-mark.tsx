import { isVerified, type PackOrigin } from '#domain/pack/pack-origin.ts';
import type { WordKey } from '#domain/words/words.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { useUnverified } from '#store/packs/origins.ts';
import { Icon, type IconName } from '#ui/icon.tsx';
import './origin.css';

interface OriginMarkProps {
  /** Absent where nothing is known of it. */
  readonly origin: PackOrigin | undefined;
}

/** Whether somebody has shown who made a pack, in words. */
export function OriginMark({ origin }: OriginMarkProps) {
  const say = useSay();
  const { language } = useSettings();
  const { icon, words } = markOf(origin);
  const known = isVerified(origin);
  return (
    // Around it may stand words in a pack's language.
    <span className={known ? 'sat-origin' : 'sat-origin is-unverified'} lang={language}>
      <Icon name={icon} small />
      {say(words)}
    </span>
  );
}

/** The same, but nothing where somebody has: beside pages and results only what is not known is news. */
export function UnverifiedMark({ origin }: OriginMarkProps) {
  return isVerified(origin) ? null : <OriginMark origin={origin} />;
}

/** The same by the id of a pack, and of one release where it is here; nothing where the pack is not here. */
export function UnverifiedPack({ pack, release }: { readonly pack: string; readonly release?: number }) {
  return useUnverified()(pack, release) ? <OriginMark origin="file" /> : null;
}

function markOf(origin: PackOrigin | undefined): { readonly icon: IconName; readonly words: WordKey } {
  if (origin === 'app') return { icon: 'tick', words: 'origin.app' };
  if (typeof origin === 'object') return { icon: 'shield', words: 'origin.source' };
  return { icon: 'alert', words: 'origin.unverified' };
}
