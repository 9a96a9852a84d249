import { describe, expect, test } from 'vitest';
import { didSo, given, spent } from '../../../../../test/support/deeds.ts';
import { promiseHouse } from '../../../../../test/support/promises.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { countCosts } from '../../deeds/cost.ts';
import { shareGifts } from '../../deeds/share.ts';
import { tellOfDeeds } from '../../deeds/tell.ts';
import { findAddressees, listMembers } from '../store/households.ts';
import { findDonor } from '../store.ts';
import { addressLetters, joinHouseholds, leaveHousehold } from './household.ts';

const house = await promiseHouse();
const { db, clock } = house;
const by = { personId: null, now: clock() };
const donor = (name: string, email: string | null = `${name.toLowerCase()}@otonari.example`) =>
  house.donor({ name, email });
const join = (one: string, other: string) => inTransaction(db, (tx) => joinHouseholds(tx, one, other, by));
const namesOf = async (id: string) =>
  (await listMembers(db, { id })).map(({ name, isAddressee }) => (isAddressee ? `*${name}` : name));

describe('a household', () => {
  test('is joined, addressed and left, from whichever of its members', async () => {
    const [ann, ben, cat] = [await donor('Ann'), await donor('Ben'), await donor('Cat')];
    await join(ann, ben);
    await join(cat, ben);
    expect(await namesOf(ben)).toEqual(['*Cat', 'Ann', 'Ben']);
    await inTransaction(db, (tx) => addressLetters(tx, ben));
    expect(await namesOf(cat)).toEqual(['*Ben', 'Ann', 'Cat']);
    await inTransaction(db, (tx) => leaveHousehold(tx, ben));
    expect(await namesOf(ben)).toEqual([]);
    expect(await namesOf(cat)).toEqual(['*Ann', 'Cat']);
    await inTransaction(db, (tx) => leaveHousehold(tx, cat));
    expect(await namesOf(ann)).toEqual([]);
    expect(await inTransaction(db, (tx) => leaveHousehold(tx, ann))).toMatchObject({ ok: false });
  });

  test('joined by two at once has one addressee', async () => {
    const ids = [await donor('Dan'), await donor('Eve'), await donor('Fay')] as const;
    await Promise.all([join(ids[0], ids[1]), join(ids[1], ids[2]), join(ids[2], ids[0])]);
    const addressees = await findAddressees(db, ids);
    const to = new Set(addressees.values());
    for (const id of to) expect((await findDonor(db, id))?.lettersTo).toBeNull();
  });

  test('gets one statement in January with what all gave; its links stop nothing of somebody else’s', async () => {
    const [gus, hal] = [await donor('Gus'), await donor('Hal')];
    const [one, other] = [await house.begin({ donorId: gus }), await house.begin({ donorId: hal })];
    await join(gus, hal);
    await house.pay(one);
    await house.pay(other);
    await house.settle();
    clock.advance({ hours: 24 * 47 });
    await house.run('giving-promises-sum-up');
    await house.run('giving-promises-sum-up');
    const [mail, ...more] = await house.settle();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: 'gus@otonari.example' });
    expect(mail?.text).toContain('¥6,000');
    expect(mail?.text).toContain('What Hal gave is in it');
  });

  test('whose addressee promised nothing gets it without the link that stops somebody else’s gift', async () => {
    const [ida, jon] = [await donor('Ida'), await donor('Jon')];
    const id = await house.begin({ donorId: jon });
    await join(ida, jon);
    await house.pay(id);
    await house.settle();
    clock.advance({ hours: 24 * 365 });
    await house.run('giving-promises-sum-up');
    const mail = (await house.settle()).find(({ to }) => to === 'ida@otonari.example');
    expect(mail?.text).toContain('/giving/mine');
    expect(mail?.text).not.toContain('/giving/promises/');
  });
});

test('a household gets one letter of what its gifts did; who wishes for none gets none', async () => {
  const now = Temporal.Instant.from('2026-06-15T09:00:00+09:00');
  await didSo(db, 6, { month: '2026-04' });
  await spent(db, 6000, '2026-04-20');
  for (const name of ['Kay', 'Lou', 'Max'])
    await given(db, 2000, { name, email: `${name}@otonari.example`.toLowerCase(), on: '2026-04-01' });
  const all = await db
    .selectFrom('giving.donors')
    .select(['id', 'name'])
    .where('name', 'in', ['Kay', 'Lou', 'Max'])
    .execute();
  const idOf = (name: string) => all.find((one) => one.name === name)?.id ?? '';
  await join(idOf('Kay'), idOf('Lou'));
  await db.updateTable('giving.donors').set({ wants_letters: false }).where('id', '=', idOf('Max')).execute();
  await countCosts(db, now);
  await shareGifts(db, now);
  await tellOfDeeds(db, now, {
    secret: 'a secret of at least thirty-two characters',
    publicUrl: 'https://otonari.test',
  });
  expect((await house.settle()).map(({ to }) => to)).toEqual(['kay@otonari.example']);
});
