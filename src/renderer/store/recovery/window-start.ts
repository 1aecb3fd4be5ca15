import type { Start } from '#bridge/start.ts';
import type { HeldBy } from '#domain/held-by.ts';
import { bridge } from '#kit/bridge.ts';
import { tellTaken } from '#kit/taken.ts';
import { lockWrites } from '../write-guard.ts';
import { beginComparison, painted } from './comparison.ts';
import { beginDailyBackups } from './daily-backup.ts';
import { ENOUGH, isSpaceLow, lookAtSpace } from './disk-space.ts';
import { ourVersions, showSafe, whenUsual } from './safe-start.ts';

const NOTES = 'satchel-notes';
/** Rows of packs can be rebuilt. */
const PACKS = 'satchel-packs';

/**
 * What is done for the notes at the start of a window, before any of them can be changed. `newer`: a newer app wrote
 * them. `second`: the title of a second copy.
 */
export function beginKeeping(start: Start, newer: boolean, second: (title: string) => string): void {
  bridge().on('safe', () => showSafe('asked'));
  if (start.guidanceOnly) {
    lockWrites({ code: 'guidance-only' }, (name) => name === NOTES);
    return;
  }
  const schema = ourVersions();
  if (start.heldBy && !start.reading) {
    taken(start.heldBy);
    let isKept = false;
    // What a window does at its start it does when the folder is this start's again.
    bridge().on('taken', (by) => {
      taken(by);
      if (by === null && !isKept) void keep(schema, second);
      isKept ||= by === null;
    });
    return;
  }
  bridge().on('taken', taken);
  // The words of it come with the first look, which follows.
  if (start.lowSpace) lockWrites({ code: 'disk-low', needed: ENOUGH / 1_000_000 });
  if (newer) showSafe('newer');
  // A full disk alone makes starts fail, and what it could not write down of them is no count.
  else if (start.safe !== null) showSafe(start.safe === 'failed' && start.lowSpace ? 'full' : start.safe);
  if (start.reading) void readOnly(start.heldBy, second);
  else void keep(schema, second);
}

/** Another machine has the folder, and the window's store with it; or, `null`, it is this start's again. */
function taken(by: HeldBy | null): void {
  lockWrites(by && { code: 'in-use', ...by });
  tellTaken(by);
  // Whatever else stands against writing is found by a look.
  if (by === null) void lookAtSpace();
}

/** Notes come into the window as far as they can be read; from then on nothing that a person makes is written. */
async function readOnly(heldBy: HeldBy | null, second: (title: string) => string): Promise<void> {
  const ready = () => whenUsual().then(painted);
  await beginComparison(bridge().call, second, ready);
  lockWrites(heldBy ? { code: 'in-use', ...heldBy } : { code: 'read-only' }, (name) => name !== PACKS);
}

async function keep(schema: Readonly<Record<string, number>>, second: (title: string) => string): Promise<void> {
  const ready = async (): Promise<void> => {
    await whenUsual();
    await painted();
    // Before anything is written: on a full disk that would cost all there is.
    await lookAtSpace();
  };
  const compared = await beginComparison(bridge().call, second, ready);
  if (compared.at === 'refused' && compared.problem.code === 'store-unavailable') {
    showSafe(isSpaceLow() ? 'full' : 'damaged');
    return;
  }
  await bridge().call['app:started'](schema);
  beginDailyBackups();
}
