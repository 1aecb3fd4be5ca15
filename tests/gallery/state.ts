import { STATE_TABLE } from '#support/state-table.ts';
import type { GalleryNotes, GalleryPack } from './content.ts';
import { fakeMain } from './fake-bridge.ts';
import { freshStore } from './fresh-store.ts';
import { lookOf } from './look-of.ts';
import { served } from './served.ts';
import { still, take, there } from './steps.ts';

/** As `states.ts` has it. */
const TODAY = '2027-04-10';

/** The address of the state that is shown, for when the page is loaded again under one of the app's own. */
const KEPT = 'gallery';
const here = new URL(location.href);
const asked = here.pathname.startsWith('/state/') ? here : new URL(sessionStorage.getItem(KEPT) ?? '/state/', here);
const name = asked.pathname.split('/').at(-1) ?? '';

function follow(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Starts the window's own code over the fakes and does what leads to the state. */
async function show(): Promise<void> {
  const state = STATE_TABLE.find((one) => one.name === name);
  if (!state || state.inApp) throw new Error(`No state of the gallery is called ${name}`);
  const [packs, notes] = await Promise.all([
    served<readonly GalleryPack[]>('packs'),
    state.notes ? served<GalleryNotes>('notes') : undefined,
  ]);
  await freshStore(state.notes ? (notes?.[state.notes] ?? []) : []);
  sessionStorage.setItem(KEPT, asked.pathname + asked.search);
  const main = fakeMain(packs, lookOf(asked.searchParams), TODAY);
  Object.assign(window, { satchel: main.bridge });
  history.replaceState(null, '', '/library');
  await import('../../src/renderer/main.tsx');
  await there('#main h1');
  await installed(packs.length);
  if (state.after) {
    follow(state.after);
    await still();
  }
  follow(state.at);
  await there(state.wait ?? '#main h1');
  await still();
  for (const step of state.steps ?? []) await take(step, main);
}

/** Until all packs are there; then the messages about it are closed. */
async function installed(count: number): Promise<void> {
  follow('/packs');
  await there('.packs-table tbody tr', count - 1);
  for (const close of document.querySelectorAll<HTMLElement>('.packs-strip .sat-iconbtn')) close.click();
  follow('/library');
  await still();
}

const told = document.documentElement.dataset;
show().then(
  () => {
    told.gallery = 'shown';
  },
  (error: unknown) => {
    told.gallery = String(error);
    console.error(error);
  },
);
