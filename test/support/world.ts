import { daysAround } from '../../src/demonstration/days.ts';
import { addRelatives } from '../../src/modules/people/demonstration/households.ts';
import {
  createPerson,
  findByEmail,
  registerPerson,
  type WholePerson,
} from '../../src/modules/people/index.ts';
import { siteDemonstration } from '../../src/modules/site/demonstration/demonstration.ts';
import { buildRequest } from '../../src/modules/spot/demonstration/build-request.ts';
import type { RequestState } from '../../src/modules/spot/index.ts';
import { type Becoming, becoming } from '../../src/modules/trust/demonstration/becoming.ts';
import { raiseConcern } from '../../src/modules/trust/index.ts';
import type { Database, Tx } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { type InventedWorld, walk } from '../../src/platform/parts/demonstration.ts';
import { buildChildren } from './children-world.ts';
import { buildClassDay } from './class-day-world.ts';
import { buildClasses } from './classes-world.ts';
import { buildConsultations } from './consultations-world.ts';
import { buildEvents } from './events-world.ts';
import { buildGiving } from './giving-world.ts';
import { buildGuides } from './guides-world.ts';
import { buildPairs } from './pairs-world.ts';
import { buildSeason } from './season-world.ts';
import { buildStories } from './stories-world.ts';

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
/** A coordinator, unless something else is said. */
const STAFF: Pick<WholePerson, 'name' | 'kana' | 'japaneseSpeaking' | 'roles'> = {
  name: '小林 はるか',
  kana: 'こばやし はるか',
  japaneseSpeaking: 'native',
  roles: ['coordinator'],
};
const LONG_AGO = Temporal.Instant.from('2026-02-03T10:00:00+09:00');

/**
 * A small neighborhood made by what builds the demonstration world too: two residents, three volunteers and an
 * applicant, staff, and one request of Sita's in every state.
 */
export async function buildSmallWorld(db: Database): Promise<void> {
  await inTransaction(db, async (tx) => {
    await buildVolunteers(tx);
    await createPerson(tx, { name: 'Noa', email: PEOPLE.nobody, locale: 'en', now: LONG_AGO });
    await registerPerson(tx, { email: PEOPLE.stranger, locale: 'en', now: MORNING });
    await createPerson(tx, {
      ...STAFF,
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
    const admin = { ...STAFF, ...administrator, locale: 'ja', roles: ['administrator'] } as const;
    const { id: administratorId } = await createPerson(tx, admin);
    const coordinator = await createPerson(tx, {
      ...STAFF,
      email: PEOPLE.coordinator,
      locale: 'ja',
      now: LONG_AGO,
    });
    const maya = { ...HERE, name: 'Maya', email: PEOPLE.maya, locale: 'en' } as const;
    const { id: mayaId } = await createPerson(tx, { ...maya, roles: ['resident'], now: LONG_AGO });
    const sita = { ...HERE, name: 'Sita', email: PEOPLE.sita, locale: 'en' } as const;
    const requester = await createPerson(tx, { ...sita, roles: ['resident'], now: LONG_AGO });
    const relatives = [{ name: 'Asha', relation: 'child', ageMonths: 40 }] as const;
    await addRelatives(tx, requester.id, { relatives, now: LONG_AGO });
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
    const [haru, midori] = [await idOf(tx, 'haru'), await idOf(tx, 'midori')];
    const applicant = await idOf(tx, 'applicant');
    const pairing = {
      applicant,
      haru,
      midori,
      sita: requester.id,
      maya: mayaId,
      coordinator: coordinator.id,
    };
    await buildPairs(tx, pairing, MORNING);
    const organizing = {
      ...{ coordinator: coordinator.id, other: administratorId, resident: requester.id },
      responsible: haru,
    };
    await buildEvents(tx, organizing, MORNING);
    const around = {
      ...{ resident: requester.id, other: mayaId, coordinator: coordinator.id },
      ...{ volunteer: haru, checker: midori },
    };
    await buildSeason(tx, around, MORNING);
    await buildClasses(tx, { coordinator: coordinator.id, tutor: haru, asked: midori }, MORNING);
    const consulting = { residentId: mayaId, coordinatorId: coordinator.id, now: MORNING };
    await buildConsultations(tx, consulting);
    await buildChildren(tx, { guardian: requester.id, coordinator: coordinator.id }, MORNING);
    await buildClassDay(tx, { guardian: requester.id, tutor: haru, other: midori }, MORNING);
    await walk(tx, siteDemonstration.steps(writingIn(coordinator.id)));
    await buildGuides(
      tx,
      { coordinator: coordinator.id, other: administratorId, volunteer: midori },
      MORNING,
    );
    const telling = { ...organizing, teller: haru, invited: midori };
    await buildStories(tx, telling, MORNING);
    await buildGiving(tx, { donor: haru, treasurer: await idOf(tx, 'treasurer') }, MORNING);
  });
}

/** The world as far as what is written for the site needs it. */
const writingIn = (coordinatorId: string): InventedWorld => ({
  ...daysAround(MORNING),
  ...{ coordinatorIds: [coordinatorId], residents: new Map(), volunteers: new Map(), files: undefined },
});

async function idOf(tx: Tx, name: PersonName): Promise<string> {
  const person = await findByEmail(tx, PEOPLE[name]);
  if (!person) throw new Error(`nobody is called ${name}`);
  return person.id;
}

async function buildVolunteers(tx: Tx): Promise<void> {
  const appliedOn = Temporal.PlainDate.from('2026-08-03');
  const people = [
    { name: '青木 はる', kana: 'あおき はる', email: PEOPLE.haru, preferredName: 'はる' },
    { name: '佐藤 みどり', kana: 'さとう みどり', email: PEOPLE.midori },
    { name: '田中 けんじ', kana: 'たなか けんじ', email: PEOPLE.kenji },
  ];
  for (const one of people) {
    await buildVolunteer(tx, { ...one, roles: ['volunteer'] }, { appliedOn });
  }
  const applicant = {
    name: '森 ひなた',
    kana: 'もり ひなた',
    email: PEOPLE.applicant,
  };
  await buildVolunteer(tx, applicant, {
    appliedOn: Temporal.PlainDate.from('2026-11-16'),
    reaches: 'applied',
    motivation: '近所の人の役に立ちたいです。',
  });
}

const WEEK = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, startMinute: 510, endMinute: 1080 }));

/** Somebody who speaks Japanese and English, is free on every open day, and goes the way of a volunteer. */
async function buildVolunteer(
  tx: Tx,
  whole: Omit<WholePerson, 'now'>,
  way: Omit<Becoming, 'personId'>,
): Promise<void> {
  const days = daysAround(MORNING);
  const person = await createPerson(tx, {
    ...HERE,
    locale: 'ja',
    japaneseSpeaking: 'native',
    easesJapanese: true,
    maxTravelKm: 10,
    languages: [{ language: 'en', speak: 3, read: 3, write: 3, phone: 3 }],
    weekly: WEEK,
    ...whole,
    now: days.at(way.appliedOn, '19:45'),
  });
  await walk(tx, becoming({ personId: person.id, ...way }, days));
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
    days: daysAround(MORNING),
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
