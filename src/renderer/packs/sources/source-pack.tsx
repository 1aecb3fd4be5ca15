import type { SourceView } from '#bridge/packs.ts';
import { toAddress } from '#domain/address.ts';
import { shortDay } from '#domain/day.ts';
import { isVerified } from '#domain/pack/pack-origin.ts';
import { type ListedRelease, withheldFault } from '#domain/pack/source.ts';
import { sizeWords } from '#domain/size.ts';
import { OriginMark } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSettings } from '#kit/settings.ts';
import { useFetching } from '#kit/sources.ts';
import { useSay } from '#kit/words.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import { type OfferedUpdate, useLooked } from '#store/packs/update-look.ts';
import { Button } from '#ui/button.tsx';
import { Tag } from '#ui/label.tsx';
import { wantLook } from '../changes/wanted-look.ts';
import { useDiskSize } from '../use-disk-size.ts';
import { bringUpdate } from './bring-update.ts';
import { dayOf, offerOf } from './source-state.ts';
import { updateWords } from './update-words.ts';
import { useAhead } from './use-ahead.ts';

interface SourcePackProps {
  readonly source: SourceView;
  readonly pack: ListedRelease;
  readonly packs: readonly InstalledPack[];
  /** Whether it may be taken from there now. */
  readonly isGiven: boolean;
}

/** A pack of a source: what of it is here, who signed it, and what is new. */
export function SourcePack({ source, pack, packs, isGiven }: SourcePackProps) {
  const say = useSay();
  const here = packs.find(({ id }) => id === pack.id);
  const offer = offerOf(pack, packs);
  return (
    <li className="packs-sourcepack">
      <b tabIndex={-1} lang={here?.language}>
        {pack.title}
      </b>
      {here ? <Here pack={here} source={source} /> : null}
      {here && offer === 'update' && isGiven ? <Update source={source} pack={pack} here={here} /> : null}
      {offer === 'replace' ? (
        <p>{say('sources.replace', { version: pack.version, publisher: pack.publisher })}</p>
      ) : null}
      {offer === 'install' || offer === 'replace' ? <Install source={source} pack={pack} isGiven={isGiven} /> : null}
    </li>
  );
}

/** The button goes once the pack is there; its name stays, and is seen with what is said below it. */
function bring(button: HTMLElement, source: string, pack: ListedRelease, as: { readonly isUpdate: boolean }): void {
  const row = button.closest('li');
  row?.querySelector('b')?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
  void bringUpdate(source, pack, as);
}

/** The release that is read now, and who vouches for it. */
function Here({ pack, source }: { readonly pack: InstalledPack; readonly source: SourceView }) {
  const say = useSay();
  const { language } = useSettings();
  const sizeOf = useDiskSize();
  const { version, created, publisher, origin, hash, installed } = pack;
  // A source that still names it has shown it again.
  const { good, packs, withheld } = source.known;
  const isShown = packs.some((one) => one.sha256 === hash && withheldFault(one, withheld) === null);
  const verified = good !== null && isShown ? good : installed;
  return (
    <p className="small packs-sourcepack__here">
      {say('sources.pack.here', {
        version,
        date: shortDay(created, language),
        size: sizeWords(sizeOf(pack), language),
        publisher: isVerified(origin) ? publisher : say('origin.publisher', { publisher }),
      })}{' '}
      {typeof origin === 'object' ? (
        say('sources.signed', { publisher: origin.publisher, date: dayOf(verified, language) })
      ) : (
        <OriginMark origin={origin} />
      )}
    </p>
  );
}

interface UpdateProps {
  readonly source: SourceView;
  readonly pack: ListedRelease;
  readonly here: InstalledPack;
}

/** What is new, before anything of it is fetched, and the two ways on. */
function Update({ source, pack, here }: UpdateProps) {
  const say = useSay();
  const { language } = useSettings();
  const { title, version, sha256 } = pack;
  const update: OfferedUpdate = { source: source.id, sha256, pack: here };
  // What was fetched meanwhile is not fetched again.
  const ahead = useAhead(update, useFetching() === null);
  const counts = useLooked(update);
  return (
    <div className="packs-sourcepack__update">
      <p>
        <Tag>{say('sources.update.available')}</Tag> {updateWords(pack, ahead, counts, say, language)}
      </p>
      <div className="row">
        <a
          href={toAddress({ screen: 'packs', pack: pack.id, changes: source.id })}
          aria-label={say('update.see.of', { pack: title, version })}
          onClick={() => wantLook(sha256)}
        >
          {say('update.see')}
        </a>
        <Button
          kind="tool"
          aria-label={say('sources.update.of', { button: say('sources.update'), pack: title, version })}
          onClick={(event) => bring(event.currentTarget, source.id, pack, { isUpdate: true })}
        >
          {say('sources.update')}
        </Button>
      </div>
    </div>
  );
}

function Install({ source, pack, isGiven }: Pick<SourcePackProps, 'source' | 'pack' | 'isGiven'>) {
  const say = useSay();
  const { language } = useSettings();
  const { title, version, publisher, size } = pack;
  const words =
    size === null ? say('sources.install.unsized') : say('sources.install', { size: sizeWords(size, language) });
  return (
    <div className="row">
      <span className="small">{say('sources.pack', { version, publisher })}</span>
      {isGiven ? (
        <Button
          kind="tool"
          aria-label={say('sources.update.of', { button: words, pack: title, version })}
          onClick={(event) => bring(event.currentTarget, source.id, pack, { isUpdate: false })}
        >
          {words}
        </Button>
      ) : null}
    </div>
  );
}
