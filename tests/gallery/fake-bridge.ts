import type { Bridge, Events } from '#bridge/calls.ts';
import type { Backup } from '#bridge/notes.ts';
import { ProblemError } from '#domain/problem.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { type Settings, settingsSchema } from '#domain/settings.ts';
import type { GalleryPack } from './content.ts';
import { fakeUpdate } from './fake-update.ts';

const BACKUP: Backup = {
  name: 'satchel-2027-04-09.jsonl',
  day: '2027-04-09',
  size: 48_200,
  state: 'verified',
  made: '2027-04-09T16:30:00.000Z',
  counts: { notes: 3 },
};

type Asked = Bridge['call'];
/** What a call answers when it is not refused. */
type Answer<F extends Asked[keyof Asked]> = Extract<Awaited<ReturnType<F>>, { readonly ok: true }>['value'];

export interface FakeMain {
  readonly bridge: Bridge;
  /** A call is answered so many times more, then no further. */
  hold(call: keyof Asked, after: number): void;
  tell<N extends keyof Events>(name: N, ...words: Parameters<Events[N]>): void;
}

/** Main as the window knows it, in the window's own page: packs are there, dialogs are cancelled, nothing is written. */
export function fakeMain(packs: readonly GalleryPack[], first: Partial<Settings>, today: string): FakeMain {
  let settings: Settings = settingsSchema.parse({ welcomed: true, ...first });
  const at = new Map<string, number>();
  const held = new Map<string, number>();
  const listeners = new Map<keyof Events, Set<(...words: unknown[]) => void>>();
  let last = 0;
  const ticket = (): string => `ticket-${++last}`;

  const answers: Partial<{ readonly [N in keyof Asked]: (...words: Parameters<Asked[N]>) => Answer<Asked[N]> }> = {
    'app:start': () => ({
      settings,
      version: 'gallery',
      runtime: { electron: 'none', chromium: 'this browser', platform: 'linux' },
      today,
      safe: null,
      lowSpace: false,
      guidanceOnly: false,
      reading: false,
      heldBy: null,
      notOpened: null,
      languages: ['en-GB'],
    }),
    'settings:change': (patch) => {
      settings = settingsSchema.parse({ ...settings, ...patch });
      return settings;
    },
    'packs:starters': () => packs.map(({ offer }) => offer),
    'packs:part': (name) => {
      const parts = packs.find(({ offer }) => offer.ticket === name)?.parts ?? [];
      const next = at.get(name) ?? 0;
      at.set(name, (next + 1) % parts.length);
      const part = parts[next];
      if (!part) throw new Error(`No pack has the ticket ${name}`);
      return part;
    },
    'view:zoom': () => 100,
    'link:open': () => 'cancelled',
    'journal:gather': ticket,
    'journal:overview': () => ({ heads: [], last: null, damaged: 0 }),
    'journal:entries': () => [],
    'journal:revisions': () => [],
    'backups:list': () => [BACKUP],
    'backups:newest': () => BACKUP,
    'backups:open': ticket,
    'backups:begin': ticket,
    'backups:end': () => BACKUP,
    'backups:due': () => false,
    'backups:save': () => 'cancelled',
    'files:keep': () => '0'.repeat(64),
    'files:save': () => 'cancelled',
    'app:space': () => ({ free: 50_000_000_000, low: false, unsteady: false }),
    'app:folder': () => 'The gallery keeps nothing',
    'app:take-over': () => 'cancelled',
    'app:erase': () => 'cancelled',
    'notes:copy': () => 'cancelled',
    'searches:save': () => 'cancelled',
    'share:progress': () => ({ done: 0, total: 0 }),
    'packs:waiting': () => [],
    'packs:choose': () => [],
    'sources:list': () => [],
    'sources:choose': () => 'cancelled',
    'sources:installed': () => [],
    ...fakeUpdate(packs),
    'bundles:waiting': () => [],
    'bundles:choose': () => [],
  };

  const ask = async (name: keyof Asked, words: readonly unknown[]): Promise<Result<unknown>> => {
    const left = held.get(name);
    if (left !== undefined) held.set(name, left - 1);
    if (left !== undefined && left <= 0) await new Promise(() => {});
    // A copy, as what comes from main always is.
    const answer = answers[name] as ((...args: readonly unknown[]) => unknown) | undefined;
    try {
      return ok(structuredClone(answer ? answer(...words) : null));
    } catch (error) {
      if (error instanceof ProblemError) return refuse(error.problem);
      throw error;
    }
  };

  const call = new Proxy({} as Bridge['call'], {
    get:
      (_none, name: keyof Asked) =>
      (...words: readonly unknown[]) =>
        ask(name, words),
  });
  const on: Bridge['on'] = (name, listener) => {
    const known = listeners.get(name) ?? new Set();
    const hear = listener as (...words: unknown[]) => void;
    listeners.set(name, known.add(hear));
    return () => void known.delete(hear);
  };
  return {
    bridge: { call, on, dropped: async () => refuse({ code: 'ticket-unknown' }) },
    hold: (name, after) => void held.set(name, after),
    tell: (name, ...words) => {
      for (const hear of listeners.get(name) ?? []) hear(...words);
    },
  };
}
