// Every screen of the app and every state of it that looks different, as plain data: `states.ts` walks through it in the
// app, the gallery in a browser. In the order of a walk: what a state leaves behind, the next ones find.
import type { FetchProgress, SourceView } from '#bridge/packs.ts';
import { PLAIN_SCREENS } from '#domain/address.ts';
import { BINNED_NOTE, BROUGHT_NOTES, OPEN_NOTE, RUNNING_NOTE, STOPPED_NOTE } from './note-ids.ts';
import { BAD_SOURCES, FETCHING, GOOD_SOURCES, UPDATING } from './source-states.ts';

/** What a person does. Selectors are plain CSS; the first that fits is meant, or the one at `nth`. */
export type Step =
  | {
      readonly click: string;
      readonly nth?: number;
      /** Only where it is there. */
      readonly maybe?: true;
      /** Only while nothing fits this. */
      readonly unless?: string;
    }
  | { readonly fill: string; readonly words: string }
  | { readonly focus: string }
  /** Keys as Playwright writes them. */
  | { readonly press: string /** Only while nothing fits this. */; readonly unless?: string }
  | { readonly type: string }
  | { readonly see: string }
  /** Main answers a call so many times more and then no further. */
  | { readonly hold: 'packs:part'; readonly after: number }
  /** Main tells how the sources stand, and what is being fetched from one of them. */
  | { readonly tell: readonly SourceView[]; readonly fetching?: FetchProgress | null };

export interface StateSpec {
  readonly name: string;
  readonly at: string;
  /** A screen that was looked at before. */
  readonly after?: string;
  /** What is there when the screen stands. */
  readonly wait?: string;
  /** The made notes that it needs. */
  readonly notes?: 'drawn' | 'worked' | 'brought';
  readonly steps?: readonly Step[];
  /** Takes back what the next state must not find. */
  readonly leave?: readonly Step[];
  /** Only in windows with less than 860 css pixels. */
  readonly narrow?: true;
  /** Needs files, or what only main tells: `states.ts` says how. */
  readonly inApp?: true;
}

const ESCAPE: readonly Step[] = [{ press: 'Escape' }];
const PLAIN = '/read/engage-early/why-talk-to-the-market';
const SHARE = `/share?${BROUGHT_NOTES.map((id) => `note=${id}`).join('&')}`;
const RUNNING = { at: `/note/${RUNNING_NOTE}`, wait: '.sat-meter--warn', notes: 'worked' } as const;
const STOPPED = `/note/${STOPPED_NOTE}`;
const NO_SOURCES: readonly Step[] = [{ tell: [], fetching: null }];
const TAKEN_OFF: readonly Step[] = [{ click: '.sat-insp section:last-of-type button' }, { see: '.packs-back' }];

const ROWS: readonly StateSpec[] = [
  { name: 'library-first-day', at: '/library', wait: '.sat-stages' },
  { name: 'library-stage', at: '/library?stage=shape', wait: '.library-pages' },
  { name: 'library-stage-of-pack', at: '/library?stage=shape&pack=engage-early', wait: '.library-pages' },
  { name: 'library-stage-empty', at: '/library?stage=deliver' },
  { name: 'library-pack', at: '/library?pack=engage-early', wait: '.library-pages' },
  { name: 'library-pack-odd', at: '/library?pack=odd-pack', wait: '.library-pages' },
  { name: 'library-pack-missing', at: '/library?pack=not-here' },
  { name: 'search-empty', at: '/search?q=' },
  { name: 'search-results', at: '/search?q=who+can+I+talk+to+before+a+tender', wait: '#results' },
  { name: 'search-typing', at: '/library', steps: [{ fill: '#search-box', words: 'concept viab' }] },
  { name: 'search-one-letter', at: '/search?q=s', wait: '#results' },
  { name: 'search-filtered', at: '/search?q=supplier&pack=engage-early&stage=shape', wait: '#results' },
  {
    name: 'search-filtered-by-all',
    at: '/search?q=supplier&for=policy&for=commercial&reviewed=6m',
    wait: '.sat-filters',
  },
  { name: 'search-filtered-to-none', at: '/search?q=hypothesis&pack=odd-pack' },
  { name: 'search-nothing', at: '/search?q=xyzzy+plugh', wait: '.search-nothing' },
  { name: 'search-nothing-near', at: '/search?q=prosuremenzz+%22notice+parity%22', wait: '.search-nothing .row' },
  { name: 'search-word-missing', at: '/search?q=supplier+zuplyers', wait: '.search-counted + .search-counted' },
  {
    name: 'search-chosen',
    at: '/search?q=supplier',
    wait: '#results',
    steps: [
      { see: '#results [data-result]' },
      { focus: '#search-box' },
      { press: 'ArrowDown' },
      { press: 'ArrowDown' },
    ],
  },
  { name: 'read-plain', at: PLAIN, wait: '.sat-prose' },
  {
    name: 'read-section',
    at: '/read/engage-early/what-the-law-lets-you-talk-about#who-you-may-talk-to',
    wait: '.sat-prose',
  },
  {
    name: 'read-marked',
    at: '/search?q=meeting+log',
    wait: '#results',
    steps: [
      { click: '#results [data-result][href*="#the-meeting-log"]' },
      { see: '.sat-find output:not(:empty), .sat-find span:not(:empty)' },
      { press: 'F3' },
    ],
    leave: ESCAPE,
  },
  { name: 'read-past-check', at: '/read/engage-early/advice-inside-government', wait: '.sat-strip--warn' },
  { name: 'read-due-soon', at: '/read/engage-early/reach-small-suppliers', wait: '.sat-strip' },
  { name: 'read-table', at: '/read/engage-early/keep-it-fair#the-meeting-log', wait: '.sat-prose table' },
  {
    name: 'read-checklist',
    at: '/read/engage-early/what-the-law-lets-you-talk-about#ready-to-engage',
    wait: '.sat-checklist',
    steps: [{ click: '.sat-checklist li:first-child input:not(:checked)', maybe: true }],
  },
  { name: 'read-every-part', at: '/read/odd-pack/every-part', wait: '.sat-prose' },
  { name: 'read-every-part-end', at: '/read/odd-pack/every-part#code', wait: '.sat-prose pre' },
  { name: 'read-nothing-much', at: '/read/odd-pack/nothing-much', wait: '.sat-prose' },
  { name: 'read-other-language', at: '/read/odd-pack/cymraeg', wait: '.sat-prose' },
  { name: 'read-unshown', at: '/read/odd-pack/too-deep', wait: '.reader-unshown__do' },
  {
    name: 'read-unshown-plain',
    at: '/read/odd-pack/too-deep',
    wait: '.reader-unshown__do',
    steps: [{ click: '.reader-unshown__do button' }, { see: '.reader-plain' }],
    leave: [{ click: '#places a[href="/library"]', maybe: true }],
  },
  { name: 'read-missing', at: '/read/engage-early/no-such-page' },
  {
    name: 'read-term',
    at: PLAIN,
    wait: '.sat-term',
    steps: [{ focus: '.sat-term' }, { press: 'Enter', unless: '.sat-pop' }, { see: '.sat-pop' }],
    leave: ESCAPE,
  },
  {
    name: 'read-find',
    at: PLAIN,
    wait: '.sat-prose',
    steps: [{ press: 'Control+f' }, { fill: '.sat-find input', words: 'supplier' }],
    leave: ESCAPE,
  },
  { name: 'library-go-on', at: '/library', after: PLAIN, wait: '#library-continue' },
  { name: 'register-empty', at: '/notes', wait: '.sat-empty' },
  {
    name: 'register',
    at: '/notes',
    wait: 'tr[data-row]',
    notes: 'drawn',
    steps: [{ click: 'tr[data-row] input:not(:checked)' }],
    leave: [{ click: 'tr[data-row] input:checked' }],
  },
  {
    name: 'register-filter-open',
    at: '/notes?stage=shape',
    wait: 'tr[data-row]',
    notes: 'drawn',
    steps: [{ click: '.register-filter button' }],
    leave: ESCAPE,
  },
  {
    name: 'register-filter-named',
    at: '/notes?stage=shape&state=stopped&state=abandoned',
    wait: 'tr[data-row]',
    notes: 'drawn',
    steps: [
      { click: '.register-filters > .sat-link' },
      { fill: '.register-name input', words: '' },
      { press: 'Enter' },
      { see: '.register-name .govuk-error-message' },
    ],
    leave: ESCAPE,
  },
  { name: 'register-filtered-to-none', at: '/notes?stage=buy', wait: '.sat-empty', notes: 'drawn' },
  { name: 'bin', at: '/notes?bin=1', wait: 'tr[data-row]', notes: 'drawn' },
  {
    name: 'bin-asking',
    at: '/notes?bin=1',
    wait: 'tr[data-row]',
    notes: 'drawn',
    steps: [{ click: '.register-actions button:last-of-type' }, { see: 'dialog[open]' }],
    leave: ESCAPE,
  },
  { name: 'note-new', at: '/note/new', wait: '#title' },
  { name: 'new-templates', at: '/new', wait: '.new-table' },
  {
    name: 'new-from-section',
    at: '/new?pack=engage-early&page=what-the-law-lets-you-talk-about&section=who-you-may-talk-to',
    wait: '.sat-strip',
  },
  { name: 'packs', at: '/packs', wait: 'table' },
  { name: 'packs-selected', at: '/packs?pack=odd-pack', wait: 'table' },
  { name: 'packs-refused', at: '/packs', wait: 'table', inApp: true },
  { name: 'packs-removed', at: '/packs?pack=experiment-safely', wait: 'table', steps: TAKEN_OFF },
  {
    name: 'packs-installing',
    at: '/packs?pack=experiment-safely',
    wait: 'table',
    steps: [
      ...TAKEN_OFF,
      { hold: 'packs:part', after: 1 },
      { click: '.packs-back button' },
      { see: '.packs-progress' },
    ],
  },
  {
    name: 'packs-sources',
    at: '/packs?pack=engage-early',
    wait: 'table',
    steps: [{ tell: GOOD_SOURCES }, { see: '.packs-sourcepack__update' }],
    leave: NO_SOURCES,
  },
  {
    name: 'packs-sources-fetching',
    at: '/packs',
    wait: 'table',
    steps: [{ tell: GOOD_SOURCES, fetching: FETCHING }, { see: '.packs-source .packs-progress' }],
    leave: NO_SOURCES,
  },
  {
    name: 'packs-sources-bad',
    at: '/packs',
    wait: 'table',
    steps: [{ tell: BAD_SOURCES }, { see: '.packs-source' }],
    leave: NO_SOURCES,
  },
  {
    name: 'packs-sources-no-space',
    at: '/packs',
    wait: 'table',
    steps: [{ tell: GOOD_SOURCES }, { click: '.packs-sourcepack__update button' }, { see: '.packs-strips .sat-strip' }],
    leave: [{ click: '.packs-strip .sat-iconbtn' }, ...NO_SOURCES],
  },
  {
    name: 'packs-changes',
    at: `/packs?pack=engage-early&changes=${UPDATING}`,
    steps: [{ tell: GOOD_SOURCES }, { click: 'main .sat-strip button' }, { see: '.packs-change, main .sat-strip' }],
    leave: NO_SOURCES,
  },
  { name: 'packs-asking', at: '/packs', wait: 'table', inApp: true },
  { name: 'settings', at: '/settings', wait: '.settings-shortcuts' },
  {
    name: 'settings-missed',
    at: '/search?q=xyzzy+plugh',
    wait: '.search-nothing',
    steps: [{ click: '.search-nothing__list a' }, { see: '.settings-missed' }],
  },
  {
    name: 'settings-asking',
    at: '/settings#keyboard',
    wait: '.settings-shortcuts',
    steps: [{ click: '.settings-shortcuts button' }, { press: 'Control+f' }, { see: '.settings-shortcuts__ask' }],
    leave: ESCAPE,
  },
  { name: 'import', at: '/import' },
  { name: 'import-opening', at: '/import', inApp: true },
  { name: 'import-looked', at: '/import', inApp: true },
  { name: 'import-done', at: '/import', wait: '.sharing-in__last', inApp: true },
  { name: 'share', at: SHARE, wait: '.sharing-findings', notes: 'brought' },
  {
    name: 'share-missing',
    at: SHARE,
    wait: '.sharing-findings',
    notes: 'brought',
    steps: [{ click: '.sharing-out__do .govuk-button' }, { see: '.sharing-errors' }],
  },
  {
    name: 'share-lowering',
    at: SHARE,
    wait: '.sharing-findings',
    notes: 'brought',
    steps: [
      { click: '.sharing-out__ask input[type="radio"]', nth: 1 },
      { click: '.sharing-out__ask input[type="radio"]', nth: 3 },
    ],
  },
  { name: 'note-plan-changed', at: `/note/${BROUGHT_NOTES[0]}`, wait: '.sat-citechanged', notes: 'brought' },
  { name: 'note-print', at: `/note/${BROUGHT_NOTES[0]}?view=print`, wait: '.sharing-paper', notes: 'brought' },
  { name: 'help', at: '/help' },
  { name: 'note-open', at: `/note/${OPEN_NOTE}`, wait: '.note-personal', notes: 'worked' },
  { name: 'note-running', ...RUNNING },
  {
    name: 'note-deviating',
    ...RUNNING,
    steps: [{ click: '#plan + div button' }, { click: '.note-deviation [type="submit"]' }],
  },
  {
    name: 'note-stopping',
    ...RUNNING,
    steps: [{ click: '.sat-insp #cost-time ~ button' }, { click: 'dialog [type="submit"]' }],
    leave: ESCAPE,
  },
  {
    name: 'note-beside',
    at: `/note/${RUNNING_NOTE}?pack=engage-early&page=keep-it-fair`,
    wait: '.sat-beside table',
    notes: 'worked',
    steps: [{ press: 'Control+f' }, { type: 'supplier' }, { see: '.sat-find output:not(:empty)' }],
    leave: ESCAPE,
  },
  { name: 'note-stopped', at: STOPPED, wait: '.note-strips .sat-strip', notes: 'worked' },
  {
    name: 'note-more',
    at: STOPPED,
    wait: '.note-title .sat-more',
    notes: 'worked',
    steps: [{ click: '.note-title .sat-more > button' }],
    leave: ESCAPE,
  },
  { name: 'note-history', at: `${STOPPED}?view=history`, wait: '.history__part', notes: 'worked' },
  { name: 'note-binned', at: `/note/${BINNED_NOTE}`, wait: '.sat-empty', notes: 'worked' },
  { name: 'note-gone', at: '/note/00000000-0000-4000-8000-000000000000', wait: '.sat-empty' },
  {
    name: 'palette',
    at: '/library',
    wait: '.sat-stages',
    steps: [{ press: 'Control+Shift+p' }, { see: '.sat-palette' }],
    leave: ESCAPE,
  },
  {
    name: 'palette-typed',
    at: PLAIN,
    wait: '.sat-prose',
    steps: [{ press: 'Control+Shift+p' }, { see: '.sat-palette' }, { type: 'ex' }],
    leave: ESCAPE,
  },
  {
    name: 'palette-nothing',
    at: '/library',
    wait: '.sat-stages',
    steps: [{ press: 'Control+Shift+p' }, { see: '.sat-palette' }, { type: 'xyzzy' }],
    leave: ESCAPE,
  },
  {
    name: 'keyboard-list',
    at: '/library',
    wait: '.sat-stages',
    steps: [{ press: '?' }, { see: 'dialog.sat-dialog' }],
    leave: ESCAPE,
  },
  {
    name: 'menu-open',
    at: PLAIN,
    wait: '.sat-prose',
    narrow: true,
    steps: [{ click: '.sat-menubtn' }, { see: '#places' }],
    leave: [{ click: '.sat-menubtn' }],
  },
  { name: 'details-open', at: PLAIN, wait: '.sat-prose', narrow: true, steps: [{ click: 'main summary' }] },
  {
    name: 'filters-open',
    at: '/search?q=supplier',
    wait: '#results',
    narrow: true,
    steps: [{ click: 'main summary' }],
  },
  {
    name: 'backups',
    at: '/backups',
    wait: '.backups-table button, .backups-lead + p',
    steps: [
      { click: '#main button', unless: '.backups-table button' },
      { click: '.backups-table button' },
      { see: '#inside' },
    ],
  },
  { name: 'welcome', at: '/welcome' },
];

/** A screen that is only its name and has no row yet is a state as it stands: a new place is walked without being told. */
const PLAIN_ROWS: readonly StateSpec[] = PLAIN_SCREENS.filter((name) => ROWS.every(({ at }) => at !== `/${name}`)).map(
  (name) => ({ name, at: `/${name}` }),
);

export const STATE_TABLE: readonly StateSpec[] = [...ROWS, ...PLAIN_ROWS];
