import { toAddress } from '#domain/address.ts';
import type { Stage } from '#domain/stage.ts';
import { UnverifiedPack } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSay } from '#kit/words.ts';
import { Empty } from '#ui/empty.tsx';
import { ContextList, Screen, ScreenTitle } from '#ui/screen.tsx';
import { Crumbs } from './crumbs.tsx';
import { countStages, groupByPack, pagesAt } from './library-lists.ts';
import type { LibraryProps } from './library-props.ts';
import { PageRows } from './page-rows.tsx';

interface StagePagesProps extends LibraryProps {
  readonly stage: Stage;
}

/** The pages that help at one stage of the work, by pack; of one pack where the address names it. */
export function StagePages({ at, stage, packs, pages }: StagePagesProps) {
  const say = useSay();
  const name = say(`stage.${stage}`);
  const title = say('library.stage.title', { stage: name, gist: say(`stage.${stage}.gist`) });
  const only = packs.find(({ id }) => id === at.pack);
  const rows = pagesAt(pages, stage, at.pack);
  return (
    <Screen
      at={toAddress(at)}
      head="own"
      title={title}
      contextList={
        <ContextList
          heading={say('library.stages.short')}
          items={countStages(pages).map(({ stage: one, count }) => ({
            key: one,
            href: toAddress({ screen: 'library', stage: one }),
            label: say(`stage.${one}`),
            note: say('library.number', { count }),
            current: one === stage,
          }))}
        />
      }
    >
      <Crumbs
        trail={[
          ...(only
            ? [
                {
                  words: only.title,
                  href: toAddress({ screen: 'library', pack: only.id }),
                  lang: only.language,
                },
              ]
            : []),
          { words: name },
        ]}
      />
      <div className="sat-head">
        <ScreenTitle className="sat-h1">{title}</ScreenTitle>
        {rows.length === 0 ? null : (
          <p className="muted">
            {only
              ? say('library.stage.lead.pack', { count: rows.length, pack: only.title })
              : say('library.stage.lead', { count: rows.length })}
          </p>
        )}
      </div>
      {rows.length === 0 ? (
        <Empty
          heading={say('library.stage.empty', { stage: name })}
          action={<a href={toAddress({ screen: 'library' })}>{say('library.stage.empty.action')}</a>}
        >
          {say('library.stage.empty.more')}
        </Empty>
      ) : (
        groupByPack(rows).map((group) => {
          const lang = packs.find(({ id }) => id === group.pack)?.language;
          return (
            <section key={group.pack} className="library-group" aria-labelledby={`library-group-${group.pack}`}>
              <div className="sat-head">
                <h2 className="sat-h2" id={`library-group-${group.pack}`} lang={lang}>
                  {group.title}
                </h2>
                <UnverifiedPack pack={group.pack} />
                <span className="muted small">{say('library.pages', { count: group.pages.length })}</span>
              </div>
              <PageRows pages={group.pages} lang={lang} stage={stage} />
            </section>
          );
        })
      )}
    </Screen>
  );
}
