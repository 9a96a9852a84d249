import { readdirSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { testFiles } from '../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { deleteDueFiles } from '../../../platform/files/sweeping.ts';
import type { Role } from '../../../platform/permissions.ts';
import { forget } from '../../../platform/rights/forget.ts';
import { createPerson } from '../../people/index.ts';
import { consultationsModule } from '../module.ts';
import { personalData } from '../personal-data.ts';

const files = testFiles();
const house = await testHouse([
  consultationsModule({ files, secret: 's'.repeat(40), publicUrl: 'https://otonari.test' }),
]);
const { db, clock } = house;
const MORNING = clock();

async function person(name: string, ...roles: Role[]) {
  const of = { name, email: `${name.toLowerCase()}@example.org`, locale: 'en', weekly: [] } as const;
  const made = await inTransaction(db, (tx) => createPerson(tx, { ...of, now: clock(), roles }));
  return house.as(actorOf(made, roles), 'en');
}
const asha = await person('Asha', 'resident');
const mori = await person('Mori', 'coordinator');

const bytesKept = () =>
  readdirSync(files.directory, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;

/** The nights until so many days after it was closed: what is over goes, then the bytes that nothing names. */
async function daysLater(days: number) {
  clock.set(MORNING.add({ hours: 24 * days }));
  await forget(db, [personalData], clock());
  // Their own task comes after the one of rows.
  await deleteDueFiles(db, files.store, clock().add({ hours: 1 }));
  const { matters, advices, papers } = {
    matters: await db.selectFrom('consultations.matters').select('id').execute(),
    advices: await db.selectFrom('consultations.advices').select('id').execute(),
    papers: await db.selectFrom('consultations.files').select('id').execute(),
  };
  return { matters: matters.length, advices: advices.length, papers: papers.length, bytes: bytesKept() };
}

test('papers go 90 days after the end, advice with all else five years after it', async () => {
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } });
  const photo = new File([await picture.png().toBuffer()], 'contract.png', { type: 'image/png' });
  const answer = await asha.post('/consultations/asking', {
    ...{ field: 'housing', words: 'The deposit is gone.', urgency: 'can_wait', language: 'en' },
    ...{ channel: 'email', isAgreed: 'on', origin: 'direct', photo },
  });
  const desk = `/desk/consultations/${answer.location?.split('/').at(-1)}`;
  await mori.post(`${desk}/care`);
  await mori.post(`${desk}/advice/drafts`, { japanese: '返金。', words: 'A refund.', origin: 'expert' });
  expect(await daysLater(400)).toMatchObject({ matters: 1, advices: 1, papers: 1 });
  clock.set(MORNING);
  expect((await mori.post(`${desk}/closing`, { outcome: 'solved' })).status).toBe(303);
  const kept = bytesKept();
  expect(kept).toBeGreaterThan(0);
  expect(await daysLater(89)).toEqual({ matters: 1, advices: 1, papers: 1, bytes: kept });
  expect(await daysLater(92)).toEqual({ matters: 1, advices: 1, papers: 0, bytes: 0 });
  expect(await daysLater(5 * 366 + 2)).toEqual({ matters: 0, advices: 0, papers: 0, bytes: 0 });
});
