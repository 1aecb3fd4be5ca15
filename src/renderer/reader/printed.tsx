import { longDay } from '#domain/day.ts';
import { isVerified } from '#domain/pack/pack-origin.ts';
import type { PageMeta } from '#domain/pack/page.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import type { CitedPack } from './citation.ts';

interface PrintedProps {
  readonly meta: PageMeta;
  readonly pack: CitedPack & { readonly marking: string };
}

/** On paper only: which release this is, its marking and its age, because the panel with the facts is not printed. */
export function Printed({ meta, pack }: PrintedProps) {
  const say = useSay();
  const { language } = useSettings();
  const { title, version, marking } = pack;
  return (
    <p className="sat-onlyprint reader-printed small">
      {say('reader.printed', { pack: title, version, marking })}{' '}
      {isVerified(pack.origin) ? null : <b>{say('origin.printed')}</b>}{' '}
      {meta.reviewed === undefined ? null : say('reader.printed.reviewed', { day: longDay(meta.reviewed, language) })}{' '}
      {meta.checkBy === undefined ? null : say('reader.printed.checkBy', { day: longDay(meta.checkBy, language) })}
    </p>
  );
}
