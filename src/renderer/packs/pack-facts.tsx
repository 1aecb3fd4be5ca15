import type { Ref } from 'react';
import { toAddress } from '#domain/address.ts';
import { longDay } from '#domain/day.ts';
import { formatLocale } from '#domain/format-locale.ts';
import { isVerified } from '#domain/pack/pack-origin.ts';
import { sizeWords } from '#domain/size.ts';
import type { Say, WordKey } from '#domain/words/words.ts';
import { OriginMark } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import { Button } from '#ui/button.tsx';
import { DataList } from '#ui/data-list.tsx';
import { GoBack } from './go-back.tsx';
import { useDiskSize } from './use-disk-size.ts';

interface PackFactsProps {
  readonly pack: InstalledPack;
  /** Takes focus in windows where the facts follow the table. */
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onRemove: () => void;
}

/** Everything known of one pack, and what can be done with it. */
export function PackFacts({ pack, heading, onRemove }: PackFactsProps) {
  const say = useSay();
  const { language } = useSettings();
  const sizeOf = useDiskSize();
  const figure = (value: number): string => new Intl.NumberFormat(formatLocale(language)).format(value);
  const { publisher, origin } = pack;
  const size = sizeWords(sizeOf(pack), language);
  const rows: readonly (readonly [WordKey, string | undefined])[] = [
    ['packs.publisher', isVerified(pack.origin) ? publisher : say('origin.publisher', { publisher })],
    ['packs.version', pack.version],
    ['packs.release', String(pack.release)],
    ['packs.made', longDay(pack.created, language)],
    ['packs.installed', instantDay(pack.installed, language)],
    ['packs.pages', figure(pack.pages)],
    ['packs.sections', figure(pack.sections)],
    ['packs.size', size],
    ['packs.licence', pack.licence],
    ['packs.marking', pack.marking],
    ['packs.language', languageName(pack.language, language)],
  ];
  return (
    <>
      <section>
        <h2 className="packs-side__title" ref={heading} tabIndex={-1} lang={pack.language}>
          {pack.title}
        </h2>
        {pack.summary === undefined ? null : <p lang={pack.language}>{pack.summary}</p>}
        <div className="row packs-side__do">
          <a className="govuk-button" href={toAddress({ screen: 'library', pack: pack.id })}>
            {say('packs.read')}
          </a>
        </div>
      </section>
      <section>
        <h2>{say('packs.about')}</h2>
        <DataList
          facts={rows.flatMap(([key, value]) => (value === undefined ? [] : [{ key, name: say(key), value }]))}
        />
      </section>
      <section>
        <h2>{say('packs.signers')}</h2>
        <p>
          <OriginMark origin={origin} />
        </p>
        <p>{signers(pack, say)}</p>
      </section>
      {pack.notes === undefined ? null : (
        <section>
          <h2>{say('packs.notes')}</h2>
          <p className="packs-notes" lang={pack.language}>
            {pack.notes}
          </p>
        </section>
      )}
      <GoBack pack={pack} />
      <section>
        <h2>{say('packs.remove')}</h2>
        <p>{say('packs.remove.more', { size })}</p>
        <div className="row packs-side__do">
          <Button kind="tool" onClick={onRemove}>
            {say('packs.remove')}
          </Button>
        </div>
      </section>
    </>
  );
}

/** Who signed it, or why nobody did. */
function signers({ origin }: InstalledPack, say: Say): string {
  if (origin === 'app') return say('origin.app.more');
  if (typeof origin === 'object') return say('origin.source.more', { ...origin });
  return say('origin.unverified.more');
}

/** The day, here, of an instant. */
function instantDay(instant: string, language: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(formatLocale(language), { dateStyle: 'long' }).format(date).replaceAll(' ', '\u00a0');
}

/** `Welsh` for `cy`; what cannot be named is shown as it was written. */
function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([formatLocale(language)], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
