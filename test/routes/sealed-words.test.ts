import { pino } from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { daysAround } from '../../src/demonstration/days.ts';
import { dayOf, offerSlots } from '../../src/kits/slots/index.ts';
import { start } from '../../src/main.ts';
import { breakGlass } from '../../src/modules/consultations/desk/commands.ts';
import { listMattersOf } from '../../src/modules/consultations/store/matters.ts';
import { createPerson, endRole, grantRole, proposeStaffAct } from '../../src/modules/people/index.ts';
import { buildRequest } from '../../src/modules/spot/demonstration/build-request.ts';
import { correctRequest, type RequestState, writeNote } from '../../src/modules/spot/index.ts';
import {
  applyToVolunteer,
  assessConcern,
  closeConcern,
  decline,
  raiseConcern,
  recordInterview,
  restrictVolunteer,
  scheduleInterview,
} from '../../src/modules/trust/index.ts';
import { liftRestriction } from '../../src/modules/trust/restrictions/commands.ts';
import { listRestrictions } from '../../src/modules/trust/restrictions/store.ts';
import { personalDataMaps } from '../../src/modules.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { sealedColumn } from '../../src/platform/sealed/column.ts';
import { makeSeal } from '../../src/platform/sealed/seal.ts';
import { sealAnew } from '../../src/platform/sealed/seal-anew.ts';
import { goodAnswers } from '../support/asking-form.ts';
import { press, signIn, VISITOR } from '../support/caller.ts';
import { runAs } from '../support/clusters.ts';
import { testSeal } from '../support/database.ts';
import { writeInMonths } from '../support/pairs-words.ts';
import { plantSealed } from '../support/planting.ts';
import { openProduct } from '../support/product.ts';
import { listSamples, openAllWords, sealedColumns, tablesTelling } from '../support/sealed-words.ts';
import { accepted } from '../support/spot.ts';
import { MORNING } from '../support/world.ts';

/** What everybody in this story writes, wherever they may write. */
const WORDS = 'Nobody but them may read that I am afraid and ill.';

const product = await openProduct();
const { db, ownerUrl, appUrl } = product.database;
const { ids } = product;
const by = { personId: ids.coordinator, role: 'coordinator' } as const;
const now = MORNING;

const written = {
  japanese: WORDS,
  question: WORDS,
  answer: WORDS,
  messages: [WORDS, WORDS],
  outcome: WORDS,
  reason: WORDS,
  report: WORDS,
  learned: WORDS,
  thanks: WORDS,
  unsafe: WORDS,
};

async function requestThatIs(tx: Tx, state: RequestState): Promise<string> {
  const place = { municipalityCode: '13107', town: '吾妻橋一丁目', placeName: WORDS, exactAddress: WORDS };
  const story = await buildRequest(tx, {
    state,
    requesterId: ids.maya,
    coordinatorId: ids.coordinator,
    days: daysAround(now),
    form: { ownWords: WORDS, goodToKnow: WORDS, place: { kind: 'place', ...place } },
    words: written,
  });
  return story.requestId;
}

async function askForHelp(tx: Tx): Promise<void> {
  for (const state of ['declined', 'cancelled', 'visited'] as const) await requestThatIs(tx, state);
  const doer = { personId: ids.coordinator, party: 'coordinator', now } as const;
  const requestId = await requestThatIs(tx, 'open');
  const place = { kind: 'place', municipalityCode: '13113', town: '神南一丁目', placeName: WORDS } as const;
  accepted(await writeNote(tx, { requestId, doer, words: WORDS }));
  accepted(await correctRequest(tx, { requestId, doer, durationMinutes: 90, place, reason: WORDS }));
}

async function applyInVain(tx: Tx): Promise<void> {
  const personId = ids.nobody;
  const helpWith = ['paper'] as const;
  accepted(await applyToVolunteer(tx, { personId, motivation: WORDS, experience: WORDS, helpWith, now }));
  const talk = { personId, durationMinutes: 30, place: 'place', whereWords: WORDS, by, now } as const;
  const startsAt = now.add({ hours: 24 });
  const part = { day: dayOf(startsAt), from: '13:00', until: '14:00', minutes: 30 };
  const offered = { ...part, kind: 'trust.interview', hostId: ids.coordinator, place: 'place' } as const;
  accepted(await offerSlots(tx, { ...offered, whereWords: WORDS }, now));
  const interviewId = accepted(await scheduleInterview(tx, { ...talk, startsAt }));
  const held = { personId, interviewId, outcome: 'does_not_fit', note: WORDS, by, now: startsAt } as const;
  accepted(await recordInterview(tx, held));
  accepted(await decline(tx, { personId, words: WORDS, reason: WORDS, by, now: startsAt }));
}

async function decideAboutPeople(tx: Tx): Promise<void> {
  const about = { personId: ids.haru, reason: WORDS, by, now };
  accepted(await restrictVolunteer(tx, { ...about, kind: 'only_online' }));
  const [restriction] = await listRestrictions(tx, [ids.haru]);
  accepted(await liftRestriction(tx, { ...about, restrictionId: restriction?.id ?? '' }));
  const thing = { program: 'spot', objectKind: 'spot.request', objectId: ids.maya };
  const concernId = await raiseConcern(tx, { about: ids.haru, by: ids.maya, ...thing, words: WORDS, now });
  const step = { concernId, words: WORDS, by: ids.coordinator, now };
  accepted(await assessConcern(tx, step));
  accepted(await closeConcern(tx, step));
  const taking = { kind: 'end_role', personId: ids.coordinator, detail: 'coordinator' } as const;
  const proposing = { by: { personId: ids.administrator, role: 'administrator' }, reason: WORDS, now };
  accepted(await proposeStaffAct(tx, taking, proposing));
  const person = await createPerson(tx, { name: 'Noa', sentence: WORDS, about: WORDS, now });
  const held = { personId: person.id, role: 'treasurer' } as const;
  accepted(await grantRole(tx, held, { by, now, reason: WORDS }));
  accepted(await endRole(tx, held, { by, now: now.add({ hours: 24 }), reason: WORDS }));
}

/** Somebody opens a consultation that is in other hands. */
async function openByReason(tx: Tx): Promise<void> {
  const [matter] = await listMattersOf(tx, ids.maya);
  const on = { matterId: matter?.id ?? '', as: 'coordinator', byPersonId: ids.administrator, now } as const;
  accepted(await breakGlass(tx, { ...on, reason: WORDS }));
}

/** Through the web kit: what it keeps of forms, beside what they do. */
async function sendForms(): Promise<void> {
  const maya = await signIn(product, ids.maya);
  const answers = Object.entries(goodAnswers).map(([name, value]) => [name, [value].flat()[0]]);
  const fields = { ...Object.fromEntries(answers), talkLanguages: 'en', ownWords: WORDS };
  const paths = ['/en/spot/requests', '/en/spot/requests/summary'];
  for (const path of paths) expect((await press(product, maya, path, fields)).status).toBe(303);
  expect((await press(product, VISITOR, '/en/spot/requests/new', fields)).status).toBe(303);
  const away = await press(product, VISITOR, '/en/spot/requests', fields);
  expect(away.headers.get('location')).toContain('kept-forms');
}

/** As the former version kept it. */
async function plantFormerDraft(tx: Tx): Promise<void> {
  const fields = sealedColumn('spot.drafts.fields').seal(tx, ids.maya, JSON.stringify({ ownWords: WORDS }));
  await tx.insertInto('spot.drafts').values({ person_id: ids.maya, fields, saved_at: now }).execute();
}

beforeAll(async () => {
  await inTransaction(db, async (tx) => {
    await askForHelp(tx);
    await applyInVain(tx);
    await decideAboutPeople(tx);
    await openByReason(tx);
    await writeInMonths(tx, { personId: ids.sita, words: WORDS, now });
  });
  await sendForms();
  // Last: sending a request takes it away.
  await inTransaction(db, plantFormerDraft);
  await plantSealed(ownerUrl, Object.values(ids), {
    schemas: ['pairs', 'giving', 'events', 'season', 'guides', 'stories', 'consultations', 'classes'],
    words: WORDS,
    told: toldIn(await openAllWords(db, testSeal)),
  });
});

type Opened = Awaited<ReturnType<typeof openAllWords>>;

/** The columns in which the words stand, or something that does not open. */
const toldIn = (opened: Opened) =>
  new Set(opened.filter(({ text }) => text?.includes(WORDS) ?? true).map(({ column }) => column));

describe('what people have written', () => {
  test('stands in every column that is sealed', async () => {
    const opened = await openAllWords(db, testSeal);
    expect(opened.filter(({ text }) => text === null)).toEqual([]);
    const told = toldIn(opened);
    // What is sealed and nobody has written.
    for (const key of ['auth.authenticators.sealed_secret', 'people.calendars.token', 'platform.files.key'])
      told.add(key);
    // Under the key of its matter as well, and as long as its row: nothing is planted there.
    const [why] = opened.filter(({ column }) => column === 'consultations.openings.reason');
    if (why) told.add(why.column);
    const silent = sealedColumns().filter(({ table, column }) => !told.has(`${table}.${column}`));
    expect(silent).toEqual([]);
  });

  test('can be read in no table of the database', async () => {
    expect(await tablesTelling(ownerUrl, WORDS)).toEqual([]);
    expect(product.problems).toEqual([]);
  });

  test('would be found if a table told it', async () => {
    expect(await tablesTelling(ownerUrl, 'maya@otonari.example')).toContain('people.persons');
    const row = { subject: 'planted', value: JSON.stringify({ note: [WORDS] }) };
    await db.insertInto('platform.settings').values(row).execute();
    expect(await tablesTelling(ownerUrl, WORDS)).toEqual(['platform.settings']);
    await db.deleteFrom('platform.settings').where('subject', '=', 'planted').execute();
  });

  test('is not among the samples that PostgreSQL’s planner keeps, sealed as it is', async () => {
    await runAs(ownerUrl, 'analyze');
    const sampled = new Set((await listSamples(ownerUrl)).map(({ column }) => column));
    const ours = sealedColumns().map(({ table, column }) => `${table}.${column}`);
    expect(ours.filter((column) => sampled.has(column))).toEqual([]);
  });

  test('is the same after a change of the secret', async () => {
    const texts = (opened: Opened) => opened.map(({ column, text }) => `${column}: ${text}`).sort();
    const before = texts(await openAllWords(db, testSeal));
    const secret = 'another secret of at least thirty-two characters';
    const changed = makeSeal(secret, 'a secret of at least thirty-two characters');
    expect(await sealAnew(ownerUrl, changed, personalDataMaps, pino({ level: 'silent' }))).toBeGreaterThan(
      50,
    );
    expect(texts(await openAllWords(db, makeSeal(secret)))).toEqual(before);
  });

  test('is shown by no program that was started with a wrong secret', async () => {
    const urls = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
    const doors = { PUBLIC_URL: 'https://help.example.org', SMTP_URL: 'smtp://127.0.0.1:9', PORT: '0' };
    const environment = { ...urls, ...doors, LOG_LEVEL: 'silent' };
    const started = start({ ...environment, SECRET: 'a secret that never was the one of this house' });
    await expect(started).rejects.toThrow('SECRET is not the one with which');
  });
});
