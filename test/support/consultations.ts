import pino from 'pino';
import sharp from 'sharp';
import { beforeEach, expect } from 'vitest';
import { consultationsModule } from '../../src/modules/consultations/module.ts';
import { waitingMatters } from '../../src/modules/consultations/store/on-desk.ts';
import { consultationsWatch } from '../../src/modules/consultations/watch.ts';
import { createPerson } from '../../src/modules/people/index.ts';
import { ask } from '../../src/platform/database/questions.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import type { Role } from '../../src/platform/permissions.ts';
import { testFiles } from './files.ts';
import { actorOf, type Fields, testHouse } from './house.ts';

export const WORDS = 'My boss has not paid my wages since the ninth month.';
/** The form as somebody fills it in. */
export const askFields: Fields = {
  field: 'work',
  words: WORDS,
  urgency: 'this_week',
  language: 'en',
  channel: 'email',
  isAgreed: 'on',
  origin: 'direct',
};

/** Consultations with a resident, another one, two coordinators and an administrator; each test begins without a matter. */
export async function consultationsHouse() {
  const files = testFiles();
  const module = consultationsModule({ files, secret: 's'.repeat(40), publicUrl: 'https://otonari.test' });
  const house = await testHouse([module]);
  const { db, clock } = house;
  const MORNING = clock();

  async function person(name: string, ...roles: Role[]) {
    const of = { name, email: `${name.toLowerCase()}@example.org`, locale: 'en', weekly: [] } as const;
    const made = await inTransaction(db, (tx) => createPerson(tx, { ...of, now: clock(), roles }));
    return { id: made.id, web: house.as(actorOf(made, roles), 'en') };
  }
  const asha = await person('Asha', 'resident');
  const other = await person('Other', 'resident');
  const mori = await person('Mori', 'coordinator');
  const kato = await person('Kato', 'coordinator');
  const boss = await person('Boss', 'administrator');

  async function asked(more: Fields = {}): Promise<string> {
    const answer = await asha.web.post('/consultations/asking', { ...askFields, ...more });
    expect(answer.refusals).toEqual({});
    return answer.location?.split('/').at(-1) ?? expect.fail();
  }
  async function taken(more: Fields = {}): Promise<string> {
    const id = await asked(more);
    expect((await mori.web.post(`/desk/consultations/${id}/care`)).status).toBe(303);
    return id;
  }
  const waits = async (readerId: string) =>
    (
      await ask(db, waitingMatters(readerId, clock(), clock().toZonedDateTimeISO('Asia/Tokyo').toPlainDate()))
    ).map(({ kind, id }) => ({ kind, id }));
  const watch = () => consultationsWatch.run({}, { db, clock, log: pino({ level: 'silent' }) });
  const happened = async (type: string) =>
    (await db.selectFrom('platform.events').select('id').where('type', '=', type).execute()).length;

  const photo = async () =>
    new File(
      [
        await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
      ],
      'letter from the tax office.png',
      { type: 'image/png' },
    );

  beforeEach(async () => {
    await db.deleteFrom('platform.rate_windows').execute();
    await db.deleteFrom('consultations.matters').execute();
    clock.set(MORNING);
  });
  return {
    db,
    clock,
    house,
    files,
    asha,
    other,
    mori,
    kato,
    boss,
    asked,
    taken,
    waits,
    watch,
    happened,
    photo,
  };
}
