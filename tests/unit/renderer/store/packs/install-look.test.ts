import { expect, test } from 'vitest';
import type { ManifestHead, Offer } from '#bridge/packs.ts';
import { installPack, vouchFor } from '#store/packs/install.ts';
import { lookAtOffer, vouchForSame } from '#store/packs/install-look.ts';
import { freshPacks } from '../fresh-db.ts';
import { offerOf } from '../made-pack.ts';

const headOf = ({ found }: Offer): ManifestHead => {
  if ('problem' in found) throw new Error('not a pack');
  return found.manifest;
};

test('B6 an offered pack is held beside what is here', async () => {
  const { db, ask } = freshPacks();
  const { offer, from } = offerOf();
  const head = headOf(offer);
  expect(await lookAtOffer(head, db)).toMatchObject({ ok: true, value: { replaces: null } });
  await installPack(offer, from, {}, ask);
  expect(await lookAtOffer(head, db)).toMatchObject({ ok: false, problem: { code: 'pack-same' } });
  const [kept = '', ...gone] = head.pageIds;
  const forged = {
    ...head,
    hash: 'f'.repeat(64),
    release: head.release + 1,
    pageIds: [kept, 'new'],
  };
  expect(await lookAtOffer({ ...forged, publisher: 'Other' }, db)).toMatchObject({
    ok: false,
    problem: { code: 'pack-other-publisher', publisher: 'Other', installed: head.publisher },
  });
  expect(await lookAtOffer(forged, db)).toMatchObject({
    ok: true,
    value: { otherPublisher: false, leaps: false, added: 1, pages: 2, lost: { length: gone.length } },
  });
  const starters = () => [{ id: 'starter', title: 'Engage early', publisher: 'Satchel guidance team' }];
  expect(
    await lookAtOffer(
      { ...head, id: 'new', title: head.title.toUpperCase(), publisher: 'Satchel Guidance Team' },
      db,
      starters,
    ),
  ).toMatchObject({ ok: true, value: { titleOf: head.title, publisherOf: 'Engage early' } });
  expect(await lookAtOffer({ ...forged, release: head.release }, db)).toMatchObject({
    problem: { code: 'pack-not-newer' },
  });
});

test('B6 a file that takes the place of what came with Satchel is refused before anybody is asked, and while it comes in', async () => {
  const { db, ask } = freshPacks();
  const ours = offerOf({}, { origin: 'app' });
  await installPack(ours.offer, ours.from, {}, ask);
  const { offer, from } = offerOf({ release: 2 });
  const problem = { code: 'pack-came-with-app', pack: 'Pack engage', version: '2026.2' };
  expect(await lookAtOffer(headOf(offer), db)).toEqual({ ok: false, problem });
  expect(await installPack(offer, from, {}, ask)).toEqual({ ok: false, problem });
  expect((await db.packs.toArray()).map(({ release, origin }) => [release, origin])).toEqual([[1, 'app']]);
});

const signed = { root: 'one', source: 'guidance.example', publisher: 'Us' };

test('the same release of a source says who made what came from a file; any other comes in after a question, whatever its number', async () => {
  const { db, ask } = freshPacks();
  const vouch: typeof vouchFor = (pack, hash, origin) => vouchFor(pack, hash, origin, ask);
  const { offer, from } = offerOf({ release: 999 });
  await installPack(offer, from, {}, ask);
  const head = headOf(offer);
  expect(await vouchForSame(head, db, vouch)).toBeNull();
  const lower = offerOf({ release: 2 }, { origin: signed });
  expect(await vouchForSame(headOf(lower.offer), db, vouch)).toBeNull();
  expect(await lookAtOffer(headOf(lower.offer), db)).toMatchObject({ ok: true, value: { replaces: { release: 999 } } });
  expect(await vouchForSame({ ...head, origin: signed }, db, vouch)).toMatchObject({ release: 999, origin: signed });
  // What is known of it is not said by a file.
  expect(await vouchForSame(head, db, vouch)).toBeNull();
  expect(await lookAtOffer(headOf(lower.offer), db)).toMatchObject({ ok: false, problem: { code: 'pack-older' } });
});

test('a signed release of a lower number takes the place of a file', async () => {
  const { db, ask } = freshPacks();
  const file = offerOf({ release: 999 });
  await installPack(file.offer, file.from, {}, ask);
  const { offer, from } = offerOf({ release: 2 }, { origin: signed });
  expect(await installPack(offer, from, {}, ask)).toMatchObject({ ok: true });
  expect((await db.packs.toArray()).map(({ release, origin }) => [release, origin])).toEqual([[2, signed]]);
});
