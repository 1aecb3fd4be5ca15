// The states of sources, as main tells of them: for the gallery, and for the walk of all states in the app.
import type { FetchProgress, SourceView } from '#bridge/packs.ts';
import { type ListedRelease, NOTHING_KNOWN, type SourceKnown } from '#domain/pack/source.ts';

const id = (n: number): string => `00000000-0000-4000-8000-00000000050${n}`;

/** The source with an update. */
export const UPDATING = id(1);

const release = (pack: string, title: string, number: number): ListedRelease => ({
  id: pack,
  title,
  version: number === 1 ? '2026.09' : '2027.04',
  release: number,
  publisher: 'packs-commercial',
  sha256: 'a'.repeat(64),
  length: 4_000,
  size: 1_400_000,
  validUntil: null,
});

const GOOD: SourceKnown = {
  ...NOTHING_KNOWN,
  asked: '2027-04-10T08:10:00.000Z',
  good: '2027-04-10T08:10:00.000Z',
  validUntil: '2037-06-16T00:00:00.000Z',
  packs: [release('experiment-safely', 'Experiment safely', 1)],
};
const NEWER: SourceKnown = { ...GOOD, packs: [release('engage-early', 'Engage early', 999_999)] };

const source = (n: number, name: string, known: SourceKnown, more: Partial<SourceView> = {}): SourceView => ({
  id: id(n),
  kind: 'https',
  setBy: 'person',
  name,
  known,
  checking: false,
  ...more,
});

const broken = (fault: NonNullable<SourceKnown['fault']>): SourceKnown => ({ ...GOOD, fault, failures: 1, packs: [] });

/** Up to date and set by policy, an update waiting, one with a pack that is not here, one that is being asked. */
export const GOOD_SOURCES: readonly SourceView[] = [
  source(0, 'https://packs.example.gov.uk/all/', GOOD, { setBy: 'policy' }),
  source(1, 'https://packs.example.gov.uk/commercial/', NEWER),
  source(
    2,
    'Portfolio office share',
    { ...GOOD, packs: [release('report-well', 'Report and compare', 3)] },
    { kind: 'folder' },
  ),
  source(3, 'training-packs.satchel', NOTHING_KNOWN, { kind: 'file', checking: true }),
];

/** Expired, frozen since it was asked, a stick that is away, wrong signature. */
export const BAD_SOURCES: readonly SourceView[] = [
  source(4, 'https://packs.example.gov.uk/expired/', {
    ...NEWER,
    fault: 'expired',
    failures: 3,
    expiredSince: '2027-03-09T00:00:00.000Z',
  }),
  source(5, 'Portfolio office share', { ...NEWER, validUntil: '2026-11-09T00:00:00.000Z' }, { kind: 'folder' }),
  source(6, 'Training stick', broken('unreachable'), { kind: 'folder' }),
  source(7, 'https://packs.example.gov.uk/forged/', broken('signature')),
];

export const FETCHING: FetchProgress = {
  source: UPDATING,
  pack: 'Engage early',
  done: 300_000,
  total: 700_000,
  filesDone: 3,
  files: 7,
};
