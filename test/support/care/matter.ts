import sharp from 'sharp';
import { createPerson } from '../../../src/modules/people/index.ts';
import { inTransaction } from '../../../src/platform/database/transaction.ts';
import { press, signIn } from '../caller.ts';
import type { Product } from '../product.ts';
import { OF_MATTER } from './facts.ts';
import { did } from './family.ts';

export interface CareMatter {
  readonly matterId: string;
  readonly dayId: string;
  /** Of the register. */
  readonly expertId: string;
  readonly interpreterId: string;
  readonly openingId: string;
  /** A second coordinator, who has opened it by a reason; a third, who has not. */
  readonly glassId: string;
  readonly otherId: string;
}

const letter = async () => {
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } });
  return new File([await picture.png().toBuffer()], 'ZaubernussFile.png', { type: 'image/png' });
};

/**
 * Sita, whose name nobody learns before there is an appointment, has asked about work; the coordinator has answered, given advice
 * and opened times, of which she has taken one; another coordinator has opened it by a reason. All by the pages that people use.
 */
export async function buildMatter(product: Product): Promise<CareMatter> {
  const { db } = product.database;
  const asked = await press(
    product,
    await signIn(product, product.ids.sita),
    '/en/consultations/asking',
    {
      ...{ field: 'work', words: OF_MATTER.Words, urgency: 'today', language: 'en', channel: 'phone' },
      ...{
        phone: OF_MATTER.CallAt,
        times: OF_MATTER.Times,
        isAnonymous: 'on',
        isAgreed: 'on',
        origin: 'direct',
      },
      ...{ signs: 'somebody_hurts_me', deadlineKind: 'visa', deadlineOn: '2026-12-24' },
    },
    { photo: await letter() },
  );
  const matterId = asked.headers.get('location')?.split('/').at(-1) ?? '';
  if (asked.status !== 303) throw new Error(`${asked.status}: ${await asked.text()}`);
  const desk = `/desk/consultations/${matterId}`;
  await did(product, 'coordinator', `${desk}/care`);
  await did(product, 'sita', `/consultations/${matterId}/words`, { words: OF_MATTER.More });
  await did(product, 'coordinator', `${desk}/replies`, { reply: OF_MATTER.Reply });
  await did(product, 'coordinator', `${desk}/notes`, { note: OF_MATTER.Inside });
  await did(product, 'coordinator', `${desk}/parties/entries`, {
    ...{ role: 'employer', partyName: OF_MATTER.Party, writings: OF_MATTER.Kana },
  });
  await advised(product, desk);
  await meet(product, matterId);
  const [glassId, otherId] = [await coordinator(product, 'Kato'), await coordinator(product, 'Mori')];
  await did(product, glassId, `${desk}/openings`, { reason: `${OF_MATTER.Reason}, and it is for today.` });
  const { id: openingId } = await db
    .selectFrom('consultations.openings')
    .select('id')
    .where('matter_id', '=', matterId)
    .where('as_what', '=', 'glass')
    .executeTakeFirstOrThrow();
  await did(product, 'coordinator', '/desk/experts', {
    ...{ name: OF_MATTER.Expert, license: 'lawyer', licenseNumber: '12345', email: 'lawyer@otonari.example' },
    ...{ fields: 'work', languages: 'en', hoursAMonth: '4' },
  });
  const { id: expertId } = await db
    .selectFrom('consultations.experts')
    .select('id')
    .orderBy('added_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await did(product, 'coordinator', `${desk}/referrals/proposals`, {
    ...{ expertId, manner: 'cold', hours: '1', passes: 'words', untilOn: '2026-12-24' },
  });
  await sendsToOffice(product, matterId);
  const interpreterId = await interprets(product, desk);
  return {
    interpreterId,
    matterId,
    openingId,
    glassId,
    otherId,
    expertId,
    dayId: await dayOfExperts(product, matterId, expertId),
  };
}

async function advised(product: Product, desk: string): Promise<void> {
  const draft = { japanese: OF_MATTER.Japanese, words: OF_MATTER.Advice, origin: 'interpreter' };
  await did(product, 'coordinator', `${desk}/advice/drafts`, draft);
  const writtenAt = String(product.clock().epochMilliseconds);
  await did(product, 'coordinator', `${desk}/advice/readings`, { reader: OF_MATTER.Reader, writtenAt });
  await did(product, 'coordinator', `${desk}/advice/giving`);
  const task = { task: OF_MATTER.Task, whose: 'resident', taskOn: '2026-12-20' };
  await did(product, 'coordinator', `${desk}/advice/tasks`, task);
}

async function meet(product: Product, matterId: string): Promise<void> {
  const now = product.clock();
  const day = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 3 }).toString();
  await did(product, 'coordinator', '/times', {
    ...{ kind: 'consultations.appointment', day, from: '10:00', until: '11:00', minutes: '60' },
    ...{ place: 'place', whereWords: OF_MATTER.Place },
  });
  const { id: slot } = await product.database.db
    .selectFrom('slots.offered')
    .select('id')
    .where('kind', '=', 'consultations.appointment')
    .executeTakeFirstOrThrow();
  await did(product, 'sita', `/consultations/${matterId}/booking`, { way: 'in_person', slot });
}

/** An outside office is laid before them, they say yes, and somebody there is told. */
async function sendsToOffice(product: Product, matterId: string): Promise<void> {
  const { db } = product.database;
  const now = product.clock();
  const today = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  const { id: officeId } = await db
    .insertInto('guides.facts')
    .values({
      ...{
        kind: 'office',
        texts: JSON.stringify({ ja: { name: '相談室', value: '平日' } }),
        source: 'sample',
      },
      ...{ fields: ['work'], languages: ['en'], phone: '03-0000-0104', cost: 'free', every_days: 180 },
      ...{ verified_on: today, next_check_on: today.add({ days: 180 }), created_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const desk = `/desk/consultations/${matterId}/referrals`;
  await did(product, 'coordinator', `${desk}/offices`, {
    ...{ officeId, japanese: OF_MATTER.Sentence, own: OF_MATTER.Sentence },
  });
  const { id: referralId } = await db
    .selectFrom('consultations.office_referrals')
    .select('id')
    .where('matter_id', '=', matterId)
    .executeTakeFirstOrThrow();
  await did(product, 'sita', `/consultations/${matterId}/offices/agreement`, { referralId });
  await did(product, 'coordinator', `${desk}/sayings`, { referralId, told: OF_MATTER.Told });
}

/** Somebody of the register comes to interpret when they speak. */
async function interprets(product: Product, desk: string): Promise<string> {
  await did(product, 'coordinator', '/desk/interpreters/new', {
    ...{ name: OF_MATTER.Interpreter, email: 'interpreter@otonari.example', skill: 'trained' },
    ...{ languages: 'en', knownAs: 'female', times: '', pledgedOn: '2026-04-01' },
  });
  const { id: interpreterId } = await product.database.db
    .selectFrom('consultations.interpreters')
    .select('id')
    .orderBy('added_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await did(product, 'coordinator', `${desk}/interpreter/choices`, { interpreterId, tie: 'none' });
  return interpreterId;
}

async function dayOfExperts(product: Product, matterId: string, registerId: string): Promise<string> {
  const day = { onDay: '2026-12-20', from: '13:00', minutes: '45', times: '3' };
  const at = (await did(product, 'coordinator', '/desk/expert-days', day)).replace(/^\/\w+/, '');
  await did(product, 'coordinator', `${at}/people`, { registerId });
  const { number } = await product.database.db
    .selectFrom('consultations.matters')
    .select('number')
    .where('id', '=', matterId)
    .executeTakeFirstOrThrow();
  await did(product, 'coordinator', `${at}/matters`, { number: `S-${number}` });
  return at.split('/').at(-1) ?? '';
}

async function coordinator(product: Product, name: string): Promise<string> {
  const now = product.clock();
  const person = {
    name,
    email: `${name}@otonari.example`,
    locale: 'en',
    roles: ['coordinator'],
    now,
  } as const;
  const { id } = await inTransaction(product.database.db, (tx) => createPerson(tx, person));
  return id;
}
