import { checkState, daysBetween, longDay } from '#domain/day.ts';
import type { PageMeta } from '#domain/pack/page.ts';
import { useSettings } from '#kit/settings.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { Strip } from '#ui/strip.tsx';

export const SOURCES_ID = 'page-sources';

/** Says when a page is due a check: a warning once the day is past, a calm line in the 30 days before. */
export function CheckStrip({ meta }: { readonly meta: PageMeta }) {
  const say = useSay();
  const today = useToday();
  const { language } = useSettings();
  const state = checkState(meta.checkBy, today);
  if (meta.checkBy === undefined || state === 'none' || state === 'fine') return null;
  const day = longDay(meta.checkBy, language);
  if (state === 'soon') {
    return (
      <Strip tone="calm" icon="clock" fact={say('reader.soon.fact', { day })}>
        {say('reader.soon.more', { days: daysBetween(today, meta.checkBy) })}
      </Strip>
    );
  }
  const sources = meta.sources.length > 0;
  return (
    <Strip tone="warn" icon="clock" fact={say('reader.past.fact', { day })}>
      {say(sources ? 'reader.past.more' : 'reader.past.more.none')}{' '}
      {sources ? (
        <a className="sat-noprint" href={`#${SOURCES_ID}`}>
          {say('reader.seeSources')}
        </a>
      ) : null}
    </Strip>
  );
}
