import { longDay } from '#domain/day.ts';
import { sizeWords } from '#domain/size.ts';
import { UnverifiedMark } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { dismiss } from '#store/packs/installs.ts';
import { goToOther, type OtherWay, useOtherWay } from '#store/packs/other-release.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import { Button } from '#ui/button.tsx';
import { namedTitles } from './named-titles.ts';

/** The way to the release before, or forward again: what it costs first, then one button. Absent where there is none. */
export function GoBack({ pack }: { readonly pack: InstalledPack }) {
  const say = useSay();
  const { language } = useSettings();
  const way = useOtherWay(pack);
  if (!way) return null;
  const { other, lost } = way;
  const back = other.release < pack.release;
  const names = { version: other.version, now: pack.version };
  return (
    <section>
      <h2>{say(back ? 'packs.back' : 'packs.forward')}</h2>
      <p>
        {say('packs.back.kept', {
          ...names,
          day: longDay(other.created, language),
          size: sizeWords(Math.max(0, other.bytes - other.shared), language),
        })}{' '}
        <UnverifiedMark origin={other.origin} />
      </p>
      <p>
        {say('packs.back.lost', { ...names, count: lost.length, titles: namedTitles(lost, say) })}{' '}
        {say('packs.back.stays')}
      </p>
      <div className="row packs-side__do">
        <Button kind="tool" icon="history" onClick={() => void go(pack, way)}>
          {say(back ? 'packs.back.do' : 'packs.forward.do', names)}
        </Button>
      </div>
    </section>
  );

  async function go(from: InstalledPack, to: OtherWay): Promise<void> {
    const answer = await goToOther(from, to);
    if (!answer.ok) return;
    // That the other release was installed is no longer how it stands.
    dismiss();
    tellOutcome(say('packs.turned', { pack: answer.value.title, version: answer.value.version }));
  }
}
