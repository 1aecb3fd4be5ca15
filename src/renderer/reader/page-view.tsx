import { useCallback, useEffect, useMemo, useRef } from 'react';
import { type Screen as At, toAddress } from '#domain/address.ts';
import { isVerified } from '#domain/pack/pack-origin.ts';
import { UnverifiedMark } from '#instruments/evidence/origin/origin-mark.tsx';
import { bridge } from '#kit/bridge.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { useFind } from '#kit/find.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { addRecent } from '#store/own/recents.ts';
import { useGlossary } from '#store/packs/glossary.ts';
import { type LoadedPage, usePages } from '#store/packs/pages.ts';
import type { ShownTree } from '#store/packs/shown-tree.ts';
import { Details } from '#ui/details.tsx';
import { FindBar } from '#ui/find-bar.tsx';
import { finderIn } from '#ui/found-words.ts';
import { useFrame } from '#ui/frame.ts';
import { ContextList, Screen, ScreenTitle } from '#ui/screen.tsx';
import { Backlinks } from './backlinks.tsx';
import { CheckStrip } from './check-strip.tsx';
import { citation, copyCitation } from './citation.ts';
import { useCiteInNote } from './cite-in-note.tsx';
import { HighlightTool } from './highlights/highlight-tool.tsx';
import { PageHighlights } from './highlights/page-highlights.tsx';
import { MarksBar } from './marks-bar.tsx';
import { Neighbours } from './neighbours.tsx';
import { Outline, useCurrentSection } from './outline.tsx';
import { PageContext } from './page-context.ts';
import { PageFactsList } from './page-facts.tsx';
import { PageTools } from './page-tools.tsx';
import { PageTree } from './page-tree.tsx';
import { Printed } from './printed.tsx';
import { Related } from './related.tsx';
import { Sources } from './sources.tsx';
import { Unshown } from './unshown.tsx';
import './reader.css';

interface PageViewProps {
  readonly at: Extract<At, { screen: 'read' }>;
  readonly opened: LoadedPage;
  readonly tree: ShownTree;
  /** The words of the search that led here; '' for none. */
  readonly marks: string;
}

/** A page as it is read: its place, its age, its words, its sources, and what stands beside it. */
export function PageView({ at, opened, tree, marks }: PageViewProps) {
  const say = useSay();
  const { language } = useSettings();
  const { go, unmark } = useFrame();
  const glossary = useGlossary();
  const pages = usePages()?.filter((row) => row.pack === at.pack);
  const article = useRef<HTMLElement>(null);
  const find = useFind('reader.find');
  const finder = useMemo(() => finderIn(() => article.current), []);
  const { meta, pack, sections, previous, next } = opened;
  const outlined = useMemo(() => sections.filter((section) => section.id !== '' && section.level <= 3), [sections]);
  const current = useCurrentSection(outlined, article);

  useEffect(() => {
    void addRecent({ pack: at.pack, page: meta.id, ...(current === undefined ? {} : { section: current }) });
  }, [at.pack, meta.id, current]);

  const termOf = useCallback((term: string) => glossary?.on(at.pack, term), [glossary, at.pack]);
  const facts = useMemo(
    () => ({
      pack: at.pack,
      page: meta.id,
      title: meta.title,
      termOf,
      cite: (heading?: string) => citation(meta, pack, heading, language, say),
    }),
    [at.pack, meta, pack, termOf, language, say],
  );
  const reading = (page: string): string => toAddress({ screen: 'read', pack: at.pack, page });
  useCommandHandler('nextPage', next ? () => go(reading(next.id)) : null);
  useCommandHandler('previousPage', previous ? () => go(reading(previous.id)) : null);

  const inView = sections.find(({ id }) => id !== '' && id === current);
  const citing = useCiteInNote({
    place: { pack: at.pack, page: meta.id, section: inView?.id ?? '' },
    heading: inView?.heading || meta.title,
  });
  const mark = <p className="reader-marking">{pack.marking}</p>;
  const outline = <Outline pack={at.pack} page={meta.id} sections={outlined} current={current} />;
  return (
    <Screen
      at={toAddress(at)}
      head="own"
      title={meta.title}
      contextList={
        <ContextList
          heading={pack.title}
          items={(pages ?? []).map((row) => ({
            key: row.meta.id,
            href: reading(row.meta.id),
            label: row.meta.title,
            current: row.meta.id === meta.id,
          }))}
        />
      }
      sideLabel={say('reader.side')}
      side={
        <>
          {outlined.length > 0 ? (
            <section className="sat-notnarrow">
              <h2>{say('reader.outline')}</h2>
              {outline}
            </section>
          ) : null}
          <section>
            <h2>{say('reader.facts')}</h2>
            <PageFactsList meta={meta} pack={pack} marking={pack.marking} />
          </section>
          <PageHighlights article={article} pack={at.pack} page={meta.id} />
          <Backlinks pack={at.pack} page={meta.id} sections={sections} />
          <Related pack={at.pack} ids={meta.related} pages={pages ?? []} />
        </>
      }
    >
      {find ? <FindBar finder={finder} {...find} /> : null}
      {marks !== '' && !find ? (
        <MarksBar
          key={`${marks}#${at.section ?? ''}`}
          article={article}
          query={marks}
          section={at.section}
          onClose={unmark}
        />
      ) : null}
      <article className="sat-article" ref={article} lang={meta.lang ?? pack.language}>
        <div className="sat-onlyprint reader-sheethead">{mark}</div>
        <nav
          className="govuk-breadcrumbs sat-noprint"
          aria-label={say('reader.breadcrumb')}
          lang={language === 'en-XA' ? 'en-GB' : language}
        >
          <ol className="govuk-breadcrumbs__list">
            <li className="govuk-breadcrumbs__list-item">
              <a className="govuk-breadcrumbs__link" href={toAddress({ screen: 'library' })}>
                {say('library.title')}
              </a>
            </li>
            <li className="govuk-breadcrumbs__list-item">
              <a className="govuk-breadcrumbs__link" href={toAddress({ screen: 'library', pack: at.pack })}>
                {pack.title}
              </a>
            </li>
            <li className="govuk-breadcrumbs__list-item" aria-current="page">
              {meta.title}
            </li>
          </ol>
        </nav>
        <ScreenTitle>{meta.title}</ScreenTitle>
        {meta.summary === undefined ? null : <p className="sat-lead">{meta.summary}</p>}
        {isVerified(pack.origin) ? null : (
          <p className="reader-origin">
            <UnverifiedMark origin={pack.origin} />
          </p>
        )}
        <PageTools
          meta={meta}
          pack={at.pack}
          section={current}
          onCite={() => copyCitation(facts.cite(), say)}
          onPrint={() => void bridge().call['page:print'](meta.title, pack.marking)}
          onCiteInNote={citing.open}
        >
          <HighlightTool
            article={article}
            pack={at.pack}
            page={meta.id}
            language={meta.lang ?? pack.language}
            section={inView ?? sections[0]}
          />
        </PageTools>
        {citing.picker}
        {outlined.length > 0 ? (
          <div className="sat-onlynarrow">
            <Details summary={say('reader.outline.count', { count: outlined.length })}>{outline}</Details>
          </div>
        ) : null}
        <CheckStrip meta={meta} />
        <PageContext value={facts}>
          {'tree' in tree ? (
            <div className="sat-prose">
              <PageTree tree={tree.tree} />
            </div>
          ) : (
            <Unshown
              reason={tree.unshown}
              sections={sections}
              packTitle={pack.title}
              pack={at.pack}
              number={(pages ?? []).findIndex((row) => row.meta.id === meta.id) + 1}
              pages={pages?.length ?? 1}
              next={next}
            />
          )}
        </PageContext>
        <Sources sources={meta.sources} />
        <Printed meta={meta} pack={pack} />
        <Neighbours pack={at.pack} previous={previous} next={next} />
        <div className="sat-onlyprint reader-sheetfoot">{mark}</div>
      </article>
    </Screen>
  );
}
