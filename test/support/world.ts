import { buildRequest } from '../../src/demonstration/builders/request.ts';
import { buildResident } from '../../src/demonstration/builders/resident.ts';
import { buildCoordinator } from '../../src/demonstration/builders/staff.ts';
import { buildVolunteer } from '../../src/demonstration/builders/volunteer.ts';
import { createPerson, registerPerson } from '../../src/modules/people/index.ts';
import type { RequestState } from '../../src/modules/spot/index.ts';
import { raiseConcern } from '../../src/modules/trust/index.ts';
import { PROGRAM } from '../../src/platform/audit/record.ts';
import type { Database, Tx } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';

/** Tuesday 24 November 2026, 9:00 in Tokyo, an ordinary open day: the present of the small world. */
export const MORNING = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

/** Everybody in the small world, by the address they sign in with. */
export const PEOPLE = {
  maya: 'maya@otonari.example',
  sita: 'sita@otonari.example',
  haru: 'haru@otonari.example',
  midori: 'midori@otonari.example',
  kenji: 'kenji@otonari.example',
  applicant: 'applicant@otonari.example',
  coordinator: 'coordinator@otonari.example',
  administrator: 'administrator@otonari.example',
  treasurer: 'treasurer@otonari.example',
  nobody: 'nobody@otonari.example',
  stranger: 'stranger@otonari.example',
} as const;
export type PersonName = keyof typeof PEOPLE;

const STATES: readonly RequestState[] = [
  'submitted',
  'asked_back',
  'open',
  'accepted',
  'confirmed',
  'in_progress',
  'visited',
  'closed',
  'unfilled',
  'no_show',
  'declined',
  'redirected',
  'cancelled',
];

const HERE = { municipalityCode: '13107', town: '吾妻橋一丁目' };
const LONG_AGO = Temporal.Instant.from('2026-02-03T10:00:00+09:00');

/**
 * A small neighborhood made by the builders of the demonstration world: two residents, three volunteers and an
 * applicant, staff, and one request of Sita's in every state.
 */
export async function buildSmallWorld(db: Database): Promise<void> {
  await inTransaction(db, async (tx) => {
    await buildVolunteers(tx);
    await createPerson(tx, { name: 'Noa', email: PEOPLE.nobody, locale: 'en', now: LONG_AGO });
    await registerPerson(tx, { email: PEOPLE.stranger, locale: 'en', now: MORNING });
    await buildCoordinator(tx, {
      name: '会計 さくら',
      kana: 'かいけい さくら',
      email: PEOPLE.treasurer,
      roles: ['treasurer'],
      now: LONG_AGO,
    });
    const administrator = {
      name: '管理 まこと',
      kana: 'かんり まこと',
      email: PEOPLE.administrator,
      now: LONG_AGO,
    };
    await buildCoordinator(tx, { ...administrator, locale: 'ja', roles: ['administrator'] });
    const coordinator = await buildCoordinator(tx, {
      email: PEOPLE.coordinator,
      locale: 'ja',
      now: LONG_AGO,
    });
    const maya = { ...HERE, name: 'Maya', email: PEOPLE.maya, locale: 'en' } as const;
    await buildResident(tx, { ...maya, now: LONG_AGO });
    const sita = { ...HERE, name: 'Sita', email: PEOPLE.sita, locale: 'en' } as const;
    const requester = await buildResident(tx, {
      ...sita,
      household: [{ name: 'Asha', relation: 'child', ageMonths: 40 }],
      now: LONG_AGO,
    });
    for (const state of STATES) {
      await buildOne(tx, { state, requesterId: requester.id, coordinatorId: coordinator.id });
    }
    await raiseConcern(tx, {
      about: requester.id,
      by: coordinator.id,
      program: 'spot',
      objectKind: 'spot.request',
      objectId: requester.id,
      words: 'A neighbor called and was worried.',
      now: MORNING.subtract({ hours: 20 }),
    });
  });
}

async function buildVolunteers(tx: Tx): Promise<void> {
  const appliedOn = Temporal.PlainDate.from('2026-08-03');
  const people = [
    { name: '青木 はる', kana: 'あおき はる', email: PEOPLE.haru, preferredName: 'はる' },
    { name: '佐藤 みどり', kana: 'さとう みどり', email: PEOPLE.midori },
    { name: '田中 けんじ', kana: 'たなか けんじ', email: PEOPLE.kenji },
  ];
  for (const one of people) {
    await buildVolunteer(tx, { person: { ...HERE, ...one, locale: 'ja', roles: ['volunteer'] }, appliedOn });
  }
  const applicant = {
    ...HERE,
    name: '森 ひなた',
    kana: 'もり ひなた',
    email: PEOPLE.applicant,
    locale: 'ja',
  } as const;
  await buildVolunteer(tx, {
    person: applicant,
    appliedOn: Temporal.PlainDate.from('2026-11-16'),
    reaches: 'applied',
    motivation: '近所の人の役に立ちたいです。',
    by: PROGRAM,
  });
}

/** What both say when it is over; then the request is closed. */
const AFTERWARDS = {
  report: '窓口で書類の意味を説明しました。',
  learned: '窓口の番号札は、はじめての人には分かりにくい。',
  thanks: 'Thank you so much!',
};

async function buildOne(
  tx: Tx,
  about: { state: RequestState; requesterId: string; coordinatorId: string },
): Promise<void> {
  await buildRequest(tx, {
    ...about,
    now: MORNING,
    words: {
      japanese: '区役所で書類を出したいのですが、読めません。',
      question: 'Which paper is it?',
      outcome: 'The ward office has an interpreter on Wednesdays.',
      reason: 'I have found help.',
      ...(about.state === 'closed' && AFTERWARDS),
      messages: ['はじめまして。入口で会いましょう。', 'Thank you, see you there.'],
    },
  });
}
