import { toAddress } from '#domain/address.ts';
import { longDay } from '#domain/day.ts';
import { isVerified } from '#domain/pack/pack-origin.ts';
import { sizeWords } from '#domain/size.ts';
import type { WordKey } from '#domain/words/words.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import { DataList } from '#ui/data-list.tsx';

/** Who made a pack, what it is and what may be done with it. */
export function AboutPack({ pack }: { readonly pack: InstalledPack }) {
  const say = useSay();
  const { language } = useSettings();
  const { publisher } = pack;
  const rows: readonly (readonly [WordKey, string | undefined])[] = [
    ['library.about.publisher', isVerified(pack.origin) ? publisher : say('origin.publisher', { publisher })],
    ['library.about.version', pack.version],
    ['library.about.made', longDay(pack.created, language)],
    ['library.about.licence', pack.licence],
    ['library.about.marking', pack.marking],
    ['library.about.size', sizeWords(pack.bytes, language)],
  ];
  return (
    <section>
      <h2>{say('library.about')}</h2>
      <DataList facts={rows.flatMap(([key, value]) => (value === undefined ? [] : [{ key, name: say(key), value }]))} />
      <p className="library-about__link">
        <a href={toAddress({ screen: 'packs', pack: pack.id })}>{say('library.about.link')}</a>
      </p>
    </section>
  );
}
