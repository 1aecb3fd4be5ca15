import { REVIEWED, type Reviewed } from './reviewed.ts';
import { isStage, type Stage } from './stage.ts';

/** What a list of results is narrowed to. Values of one group are alternatives; an empty group narrows nothing. */
export interface Filters {
  readonly packs: readonly string[];
  readonly stages: readonly Stage[];
  readonly audiences: readonly string[];
  readonly reviewed: readonly Reviewed[];
}

export const NO_FILTERS: Filters = { packs: [], stages: [], audiences: [], reviewed: [] };

export const isFiltered = ({ packs, stages, audiences, reviewed }: Filters): boolean =>
  packs.length + stages.length + audiences.length + reviewed.length > 0;

/** Every screen of the app and what it shows; each has one address under `app://satchel`. */
export type Screen =
  | { readonly screen: 'library'; readonly stage?: Stage; readonly pack?: string }
  | ({ readonly screen: 'search'; readonly query: string } & Filters)
  | { readonly screen: 'read'; readonly pack: string; readonly page: string; readonly section?: string }
  | { readonly screen: 'packs'; readonly pack?: string }
  | { readonly screen: 'settings' }
  | { readonly screen: 'help' }
  | { readonly screen: 'welcome' };

export type ScreenName = Screen['screen'];

export const ORIGIN = 'app://satchel';

/** First path parts that are screens. The protocol handler answers them with the shell, nothing else. */
export const SCREEN_NAMES: readonly ScreenName[] = [
  'library',
  'search',
  'read',
  'packs',
  'settings',
  'help',
  'welcome',
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
      for (const pack of screen.packs) query.append('pack', pack);
      for (const stage of screen.stages) query.append('stage', stage);
      for (const audience of screen.audiences) query.append('for', audience);
      for (const reviewed of screen.reviewed) query.append('reviewed', reviewed);
      break;
    case 'read':
      path += `/${encodeURIComponent(screen.pack)}/${encodeURIComponent(screen.page)}`;
      if (screen.section) section = `#${encodeURIComponent(screen.section)}`;
      break;
    case 'packs':
      if (screen.pack) query.set('pack', screen.pack);
      break;
    default:
      break;
  }
  const search = query.toString();
  return `${path}${search === '' ? '' : `?${search}`}${section}`;
}

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
        packs,
        stages,
        audiences: query.getAll('for').filter((audience) => audience !== ''),
        reviewed: REVIEWED.filter((one) => query.getAll('reviewed').includes(one)),
      };
    case 'packs':
      return { screen: 'packs', ...(onePack ? { pack: onePack } : {}) };
    case 'settings':
    case 'help':
    case 'welcome':
      return { screen: name };
    default:
      return null;
  }
}
