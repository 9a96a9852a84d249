import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { testFiles } from '../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { areKeptApart, keepApart, liftRestriction } from '../../trust/index.ts';
import { peopleModule } from '../module.ts';
import { createPerson } from '../persons/commands.ts';
import { findPortraitAddress } from './address.ts';

const house = await testHouse([peopleModule({ files: testFiles(), areKeptApart })]);
const person = (name: string) =>
  inTransaction(house.db, (tx) => createPerson(tx, { name, now: house.clock() }));
const [aya, sita, tom] = [await person('Aya Mori'), await person('Sita Rai'), await person('Tom Ito')];
const [asAya, asSita] = [house.as(actorOf(aya)), house.as(actorOf(sita))];

async function faceOf(background: string): Promise<File> {
  const drawn = sharp({ create: { width: 300, height: 400, channels: 3, background } });
  return new File(
    [
      new Uint8Array(
        await drawn
          .withExif({ IFD0: { Artist: 'Aya' } })
          .png()
          .toBuffer(),
      ),
    ],
    'me.png',
  );
}

const addressFor = (readerId: string) =>
  findPortraitAddress(house.db, aya.id, { readerId, now: house.clock() });

const fileIds = () =>
  house.db.selectFrom('platform.files').select('id').where('delete_after', 'is', null).execute();

describe('a face, when somebody wishes', () => {
  it('is a small square without what hides in a photo, and opens for whom its address was made', async () => {
    await asAya.post('/me/portrait', { photo: await faceOf('#c40') });
    const address = (await addressFor(sita.id)) ?? '';
    const seen = await asSita.get(address);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(seen.headers.get('cache-control')).toContain('no-store');
    const kept = await house.db
      .selectFrom('platform.files')
      .select(['width', 'height', 'owner_id'])
      .execute();
    expect(kept).toEqual([{ width: 192, height: 192, owner_id: aya.id }]);
    expect((await asAya.get(address)).status).toBe(404);
    expect((await house.as().get(address)).status).not.toBe(200);
    expect((await asSita.get(address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(404);
  });

  it('opens until the end of the next day, not after it', async () => {
    const address = (await addressFor(sita.id)) ?? '';
    const now = house.clock();
    house.clock.set(now.add({ hours: 24 }));
    expect((await asSita.get(address)).status).toBe(200);
    house.clock.set(now.add({ hours: 48 }));
    expect((await asSita.get(address)).status).toBe(404);
    house.clock.set(now);
  });

  it('is closed at once to those whom its owner must not meet, on either side, until that is lifted', async () => {
    const decision = { reason: 'Quarrel.', by: { personId: null, role: 'coordinator' }, now: house.clock() };
    const asTom = house.as(actorOf(tom));
    const [forSita, forTom] = [(await addressFor(sita.id)) ?? '', (await addressFor(tom.id)) ?? ''];
    for (const [personId, otherId] of [
      [aya.id, sita.id],
      [tom.id, aya.id],
    ] as const)
      await inTransaction(house.db, (tx) => keepApart(tx, { personId, otherId, ...decision }));
    expect([(await asSita.get(forSita)).status, (await asTom.get(forTom)).status]).toEqual([404, 404]);
    expect((await asAya.get((await addressFor(aya.id)) ?? '')).status).toBe(200);
    const { id } = await house.db
      .selectFrom('trust.restrictions')
      .select('id')
      .where((is) => is.or([is('person_id', '=', sita.id), is('other_person_id', '=', sita.id)]))
      .executeTakeFirstOrThrow();
    await inTransaction(house.db, (tx) =>
      liftRestriction(tx, { personId: sita.id, restrictionId: id, ...decision }),
    );
    expect([(await asSita.get(forSita)).status, (await asTom.get(forTom)).status]).toEqual([200, 404]);
  });

  it('is replaced and taken away at once', async () => {
    const before = (await addressFor(sita.id)) ?? '';
    await asAya.post('/me/portrait', { photo: await faceOf('#04c') });
    expect((await asSita.get(before)).status).toBe(404);
    expect(await fileIds()).toHaveLength(1);
    await asAya.post('/me/portrait/removal');
    expect(await addressFor(sita.id)).toBeNull();
    expect(await fileIds()).toEqual([]);
  });

  it('may be as large as phones take it', async () => {
    const [width, height] = [1200, 900];
    const noise = randomBytes(width * height * 3);
    const photo = await sharp(noise, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer();
    expect(photo.byteLength).toBeGreaterThan(2_000_000);
    const answer = await asAya.post('/me/portrait', { photo: new File([new Uint8Array(photo)], 'me.png') });
    expect(answer.status).toBe(303);
    expect(await fileIds()).toHaveLength(1);
    await asAya.post('/me/portrait/removal');
  });

  it('is one, whoever sends two at once', async () => {
    const sent = ['#111', '#222', '#333'].map(async (color) =>
      asAya.post('/me/portrait', { photo: await faceOf(color) }),
    );
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await fileIds()).toHaveLength(1);
    await asAya.post('/me/portrait/removal');
  });

  it('says beside the field what it cannot show', async () => {
    const text = new File(['no picture'], 'face.png');
    const answer = await asAya.post('/me/portrait', { photo: text });
    expect([answer.status, answer.refusals['photo']]).toEqual([422, expect.stringContaining('JPEG or PNG')]);
    const large = await asAya.post('/me/portrait', {
      photo: new File([new Uint8Array(12_000_001)], 'me.jpg'),
    });
    expect([large.status, large.refusals['photo']]).toEqual([422, expect.stringContaining('12')]);
    expect((await asAya.post('/me/portrait')).refusals['photo']).toBe('Please choose a photo.');
  });
});
