import { useId } from 'react';
import { type InstallQuestion, isOdd } from '#domain/pack/install-question.ts';
import { isVerified, originOf } from '#domain/pack/pack-origin.ts';
import { UnverifiedMark } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSources } from '#kit/sources.ts';
import { useSay } from '#kit/words.ts';
import { answerInstall, type Install } from '#store/packs/installs.ts';
import { Button } from '#ui/button.tsx';
import { DataList, type Fact } from '#ui/data-list.tsx';
import { Icon } from '#ui/icon.tsx';
import { oddities } from './install-oddities.ts';
import { screenTitle } from './screen-title.ts';

interface InstallAskProps {
  readonly install: Install;
  readonly question: InstallQuestion;
}

/** Asks whether a pack may come in, with all that is known of it and what is odd about it. Nothing is chosen beforehand. */
export function InstallAsk({ install: { ticket, file, pack }, question }: InstallAskProps) {
  const say = useSay();
  const heading = useId();
  const sources = useSources();
  if (!pack) return null;
  const { title, version, release, publisher } = pack;
  const origin = originOf(pack.origin);
  const verified = isVerified(origin);
  const { replaces, pages, added } = question;
  const names = { pack: title, version };
  const signer = verified ? undefined : sources?.find(({ known }) => known.packs.some(({ id }) => id === pack.id));
  const odd = oddities(question, pack, signer?.name ?? null, say);
  const warns = isOdd(question) || signer !== undefined;
  const facts: readonly Fact[] = [
    verified
      ? { key: 'publisher', name: say('packs.publisher'), value: publisher }
      : { key: 'publisher', name: say('packs.ask.publisher'), value: say('origin.publisher', { publisher }) },
    {
      key: 'release',
      name: say('packs.ask.release'),
      value: replaces ? say('packs.ask.release.was', { release, old: replaces.release }) : String(release),
    },
    {
      key: 'pages',
      name: say('packs.ask.pages'),
      value: say('packs.ask.pages.count', { pages, added: replaces ? added : 0 }),
    },
    { key: 'file', name: say('packs.ask.file'), value: file },
  ];
  const answer = (button: Element, wanted: boolean): void => {
    screenTitle(button)?.focus();
    answerInstall(ticket, wanted);
  };
  return (
    <section className={`sat-strip sat-strip--${warns ? 'warn' : 'info'} packs-ask`} aria-labelledby={heading}>
      <Icon name={warns ? 'alert' : 'install'} />
      <div>
        <h2 className="packs-ask__title" id={heading}>
          {replaces
            ? say('packs.ask.replace', { ...names, old: replaces.title, oldVersion: replaces.version })
            : say('packs.ask.first', names)}
        </h2>
        <UnverifiedMark origin={origin} />
        {odd.length === 0 ? null : (
          <ul className="packs-ask__odd">
            {odd.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        )}
        <DataList facts={facts} />
        <p>
          {verified ? null : say('packs.ask.unknown')} {say('packs.ask.more')}
        </p>
        <div className="row">
          <Button
            kind="tool"
            aria-label={say('packs.ask.yes.of', names)}
            onClick={(event) => answer(event.currentTarget, true)}
          >
            {say('packs.ask.yes')}
          </Button>
          <Button
            kind="tool"
            aria-label={say('packs.ask.no.of', names)}
            onClick={(event) => answer(event.currentTarget, false)}
          >
            {say('packs.ask.no')}
          </Button>
        </div>
      </div>
    </section>
  );
}
