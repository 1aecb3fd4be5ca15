import { FOUND_TYPES, type FoundType } from './found-type.ts';
import { FORMS } from './note/form.ts';
import {
  COLUMNS,
  DECISION_STATES,
  NEWEST_FIRST,
  NO_REGISTER_FILTERS,
  REGISTER_STATES,
  type RegisterFilters,
  type RegisterOrder,
} from './note/register.ts';
import { REVIEWED, type Reviewed } from './reviewed.ts';
import { isStage, type Stage } from './stage.ts';

/** What a list of results is narrowed to. Values of one group are alternatives; an empty group narrows nothing. */
export interface Filters {
  /** Both are as none. */
  readonly types: readonly FoundType[];
  readonly packs: readonly string[];
  readonly stages: readonly Stage[];
  readonly audiences: readonly string[];
  readonly reviewed: readonly Reviewed[];
}

export const NO_FILTERS: Filters = { types: [], packs: [], stages: [], audiences: [], reviewed: [] };

export const isFiltered = ({ types, packs, stages, audiences, reviewed }: Filters): boolean =>
  types.length + packs.length + stages.length + audiences.length + reviewed.length > 0;

/** A section of guidance; of a whole page without `section`. */
export interface Place {
  readonly pack: string;
  readonly page: string;
  readonly section?: string;
}

/** How a note is looked at besides writing it: its earlier versions, or as it is handed over. */
const NOTE_VIEWS = ['history', 'print'] as const;
type NoteView = (typeof NOTE_VIEWS)[number];

/** Screens that are only their name: nothing stands in their address but it. */
export const PLAIN_SCREENS = ['import', 'backups', 'settings', 'help', 'welcome'] as const;
type PlainScreen = (typeof PLAIN_SCREENS)[number];

/** Every screen of the app and what it shows; each has one address under `app://satchel`. */
export type Screen =
  | { readonly screen: 'library'; readonly stage?: Stage; readonly pack?: string }
  | ({ readonly screen: 'search'; readonly query: string } & Filters)
  | { readonly screen: 'read'; readonly pack: string; readonly page: string; readonly section?: string }
  | ({ readonly screen: 'notes'; readonly order: RegisterOrder; readonly binned: boolean } & RegisterFilters)
  /** What to begin an experiment with: a new one, perhaps from a section of guidance, or a note that is there. */
  | { readonly screen: 'new'; readonly from?: Place; readonly note?: string }
  | {
      readonly screen: 'note';
      readonly id: string;
      readonly view?: NoteView;
      /** Guidance that is read beside the note. */
      readonly beside?: Place;
      readonly section?: string;
    }
  /** Notes on their way out. */
  | { readonly screen: 'share'; readonly notes: readonly string[] }
  /** `changes`: the source of an update of that pack, whose changes are read. */
  | { readonly screen: 'packs'; readonly pack?: string; readonly changes?: string }
  | { readonly [S in PlainScreen]: { readonly screen: S } }[PlainScreen];

/** The register as it is come to: all notes, the newest change first. */
export const ALL_NOTES: Extract<Screen, { screen: 'notes' }> = {
  screen: 'notes',
  ...NO_REGISTER_FILTERS,
  order: NEWEST_FIRST,
  binned: false,
};

/** A title and an empty page. Nothing is kept before the first word, which gives the note an address of its own. */
export const NEW_NOTE: Extract<Screen, { screen: 'note' }> = { screen: 'note', id: 'new' };

export type ScreenName = Screen['screen'];

export const ORIGIN = 'app://satchel';

/** First path parts that are screens. The protocol handler answers them with the shell, nothing else. */
export const SCREEN_NAMES: readonly ScreenName[] = [
  'library',
  'search',
  'read',
  'notes',
  'new',
  'note',
  'share',
  'packs',
  ...PLAIN_SCREENS,
];

/** The address of a screen: path, query and fragment, without the origin. */
export function toAddress(screen: Screen): string {
  const query = new URLSearchParams();
  let path = `/${screen.screen}`;
  let section = '';
  switch (screen.screen) {
    case 'library':
      if (screen.stage) query.set('stage', screen.stage);
      if (screen.pack) query.set('pack', screen.pack);
      break;
    case 'search':
      query.set('q', screen.query);
      for (const type of screen.types) query.append('type', type);
      for (const pack of screen.packs) query.append('pack', pack);
      for (const stage of screen.stages) query.append('stage', stage);
      for (const audience of screen.audiences) query.append('for', audience);
      for (const reviewed of screen.reviewed) query.append('reviewed', reviewed);
      break;
    case 'read':
      path += `/${encodeURIComponent(screen.pack)}/${encodeURIComponent(screen.page)}`;
      if (screen.section) section = `#${encodeURIComponent(screen.section)}`;
      break;
    case 'notes':
      for (const form of screen.forms) query.append('kind', form);
      for (const state of screen.states) query.append('state', state);
      for (const decision of screen.decisions) query.append('decision', decision);
      for (const stage of screen.stages) query.append('stage', stage);
      for (const owner of screen.owners) query.append('owner', owner);
      for (const tag of screen.tags) query.append('tag', tag);
      if (screen.order.column !== NEWEST_FIRST.column || screen.order.descending !== NEWEST_FIRST.descending) {
        query.set('by', screen.order.column);
        if (screen.order.descending) query.set('down', '1');
      }
      if (screen.binned) query.set('bin', '1');
      break;
    case 'new':
      if (screen.from) writePlace(query, screen.from);
      if (screen.note) query.set('note', screen.note);
      break;
    case 'note':
      path += `/${encodeURIComponent(screen.id)}`;
      if (screen.view) query.set('view', screen.view);
      if (screen.beside) writePlace(query, screen.beside);
      if (screen.section) section = `#${encodeURIComponent(screen.section)}`;
      break;
    case 'share':
      for (const note of screen.notes) query.append('note', note);
      break;
    case 'packs':
      if (screen.pack) query.set('pack', screen.pack);
      if (screen.pack && screen.changes) query.set('changes', screen.changes);
      break;
    default:
      break;
  }
  const search = query.toString();
  return `${path}${search === '' ? '' : `?${search}`}${section}`;
}

/** The address of a note with guidance beside it. */
export const besideAddress = (note: string, { pack, page, section }: Place): string =>
  toAddress({ screen: 'note', id: note, beside: { pack, page, ...(section ? { section } : {}) } });

/** The screen at an address, or `null` where there is none. Takes what stands in the address bar: anything. */
export function toScreen(address: string): Screen | null {
  let url: URL;
  let parts: string[];
  let section: string;
  try {
    url = new URL(address, `${ORIGIN}/`);
    parts = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
    section = decodeURIComponent(url.hash.slice(1));
  } catch {
    return null;
  }
  if (`${url.protocol}//${url.host}` !== ORIGIN) return null;
  const [name, pack, page, ...more] = parts;
  const query = url.searchParams;
  if (name === 'read') {
    if (!pack || !page || more.length > 0) return null;
    return { screen: 'read', pack, page, ...(section ? { section } : {}) };
  }
  if (name === 'note') {
    if (!pack || page !== undefined) return null;
    const view = NOTE_VIEWS.find((one) => one === query.get('view'));
    const beside = readPlace(query);
    return {
      screen: 'note',
      id: pack,
      ...(view ? { view } : {}),
      ...(beside ? { beside } : {}),
      ...(section ? { section } : {}),
    };
  }
  if (pack !== undefined) return null;
  const stages = query.getAll('stage').filter(isStage);
  const packs = query.getAll('pack').filter((id) => id !== '');
  const [stage] = stages;
  const [onePack] = packs;
  switch (name) {
    case undefined:
      return { screen: 'library' };
    case 'library':
      return { screen: 'library', ...(stage ? { stage } : {}), ...(onePack ? { pack: onePack } : {}) };
    case 'search':
      return {
        screen: 'search',
        query: query.get('q') ?? '',
        types: readTypes(query),
        packs,
        stages,
        audiences: query.getAll('for').filter((audience) => audience !== ''),
        reviewed: REVIEWED.filter((one) => query.getAll('reviewed').includes(one)),
      };
    case 'notes':
      return {
        screen: 'notes',
        forms: FORMS.filter((one) => query.getAll('kind').includes(one)),
        states: REGISTER_STATES.filter((one) => query.getAll('state').includes(one)),
        decisions: DECISION_STATES.filter((one) => query.getAll('decision').includes(one)),
        stages,
        owners: query.getAll('owner').filter((owner) => owner !== ''),
        tags: query.getAll('tag').filter((tag) => tag !== ''),
        order: readOrder(query),
        binned: query.get('bin') === '1',
      };
    case 'new': {
      const from = readPlace(query);
      const note = query.get('note');
      return { screen: 'new', ...(from ? { from } : {}), ...(note ? { note } : {}) };
    }
    case 'share':
      return { screen: 'share', notes: [...new Set(query.getAll('note'))].filter((id) => id !== '') };
    case 'packs': {
      const changes = query.get('changes');
      return {
        screen: 'packs',
        ...(onePack ? { pack: onePack } : {}),
        ...(onePack && changes ? { changes } : {}),
      };
    }
    default: {
      const plain = PLAIN_SCREENS.find((one) => one === name);
      return plain ? { screen: plain } : null;
    }
  }
}

function writePlace(query: URLSearchParams, { pack, page, section }: Place): void {
  query.set('pack', pack);
  query.set('page', page);
  if (section) query.set('section', section);
}

function readPlace(query: URLSearchParams): Place | null {
  const [pack, page, section] = [query.get('pack'), query.get('page'), query.get('section')];
  return pack && page ? { pack, page, ...(section ? { section } : {}) } : null;
}

function readTypes(query: URLSearchParams): readonly FoundType[] {
  const types = FOUND_TYPES.filter((type) => query.getAll('type').includes(type));
  return types.length === FOUND_TYPES.length ? [] : types;
}

function readOrder(query: URLSearchParams): RegisterOrder {
  const column = COLUMNS.find((one) => one === query.get('by'));
  return column ? { column, descending: query.get('down') === '1' } : NEWEST_FIRST;
}
