import { describe, expect, test } from 'vitest';
import { type Answer, actorOf, testHouse, type Visitor } from '../../../../../test/support/house.ts';
import { applyForPair, pairUp } from '../../../../../test/support/pairs.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { createPerson } from '../../../people/index.ts';
import { listConcernsWith } from '../../../trust/index.ts';
import { setConsents } from '../../consents/store.ts';
import { setIntroduction } from '../../introduction/store.ts';
import { pairsModule } from '../../module.ts';
import { decline, lapse } from '../../propose/answer.ts';
import type { PairState } from '../../types.ts';
import { findPair } from '../store.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db, clock } = house;
const now = clock();
const person = (name: string, more = {}) =>
  inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now, ...more }));
const coordinator = await person('Sato Ken', { preferredName: 'Ken' });
const stranger = house.as(actorOf(await person('Somebody')));

async function two(state: PairState = 'proposed') {
  const [sachiko, sita] = [
    await person('Kimura Sachiko', {
      preferredName: 'Sachiko',
      email: `${crypto.randomUUID()}@example.org`,
      phone: '03-1234-5678',
    }),
    await person('Sita Rai', {
      preferredName: 'Sita',
      municipalityCode: '13107',
      about: 'I like green tea.',
      email: `${crypto.randomUUID()}@example.org`,
    }),
  ];
  return inTransaction(db, async (tx) => {
    const volunteer = await applyForPair(tx, { side: 'volunteer', personId: sachiko.id, now });
    const resident = await applyForPair(tx, { side: 'resident', personId: sita.id, places: 3, now });
    const id = await pairUp(tx, {
      ...{ volunteerApplicationId: volunteer.id, residentApplicationId: resident.id },
      ...{ coordinatorId: coordinator.id, state, now },
    });
    return {
      ...{ id, sachiko, sita, residentApplicationId: resident.id },
      volunteer: house.as(actorOf(sachiko, ['volunteer'])),
      resident: house.as(actorOf(sita)),
    };
  });
}

async function versioned(visitor: Visitor, id: string, act: string, fields = {}): Promise<Answer> {
  const { html } = await visitor.get(`/pairs/${id}/proposal`);
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '0';
  return visitor.post(`/pairs/${id}/${act}`, { version, seen: '0', ...fields });
}
const visible = ({ html }: Answer) =>
  html.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|idempotency_key" value="[^"]*"/g, '·');
const sixLines = {
  ...{ howOften: 'every_week', where: ['cafe'], language: ['easy_japanese'] },
  ...{ whatFor: ['talking'], whatNot: ['no_photos'], contact: 'message' },
};

describe('a proposal', () => {
  test('asks its volunteer, then its resident, and both may choose when to meet', async () => {
    const { id, volunteer, resident } = await two();
    expect((await volunteer.get(`/pairs/${id}`)).location).toBe(`/pairs/${id}/proposal`);
    const asked = await volunteer.get(`/pairs/${id}/proposal`);
    expect(asked.text).toContain('Would you like to meet Sita?');
    expect(asked.text).not.toMatch(/Rai|@example|Mon, Dec 7/);
    expect((await versioned(volunteer, id, 'volunteer-acceptance')).flash).toContain(
      'Thank you for your yes',
    );
    expect((await volunteer.get(`/pairs/${id}/proposal`)).text).toContain('We are asking Sita');
    expect((await resident.get(`/pairs/${id}/proposal`)).text).toContain('Sachiko would be glad to meet you');
    await versioned(resident, id, 'resident-acceptance');
    expect((await volunteer.get(`/pairs/${id}`)).text).toContain('When do you meet for the first time?');
  });

  test('is nobody else’s, and not its resident’s before they are asked', async () => {
    const { id, volunteer, resident } = await two();
    const paths = ['', '/proposal', '/expectations', '/introduction.ics'].map(
      (path) => `/pairs/${id}${path}`,
    );
    const acts = [
      'volunteer-acceptance',
      'resident-acceptance',
      'rejection',
      'report',
      'agreement',
      'contacts',
    ];
    for (const visitor of [stranger, resident]) {
      for (const path of paths) expect((await visitor.get(path)).status).toBe(404);
      for (const act of acts) expect((await visitor.post(`/pairs/${id}/${act}`)).status).toBe(404);
    }
    expect((await volunteer.get(`/pairs/${id}/expectations`)).status).toBe(404);
    expect((await findPair(db, id))?.version).toBe(1);
  });

  test('that the volunteer does not wish for leaves nothing that its resident can fetch', async () => {
    const { id, volunteer, resident, sita } = await two();
    await versioned(volunteer, id, 'rejection', { reason: 'Sita lives too far away.' });
    for (const path of [`/pairs/${id}`, `/pairs/${id}/proposal`])
      expect((await resident.get(path)).status).toBe(404);
    const told = await db
      .selectFrom('audit.entries')
      .select(['action'])
      .where('subject_id', '=', sita.id)
      .execute();
    expect(told.map(({ action }) => action).filter((action) => action !== 'pairs.proposal.viewed')).toEqual(
      [],
    );
  });

  test('shows of the other what their consents let be known, part by part', async () => {
    const { id, volunteer, residentApplicationId } = await two();
    const look = async () => (await volunteer.get(`/pairs/${id}/proposal`)).text;
    expect(await look()).not.toMatch(/Sumida|green tea/);
    for (const [kind, shown, hidden] of [
      ['profile_town', 'Sumida', 'green tea'],
      ['profile_about', 'green tea', 'Sumida'],
    ] as const) {
      await inTransaction(db, (tx) => setConsents(tx, residentApplicationId, { kinds: [kind], now }));
      expect(await look()).toContain(shown);
      expect(await look()).not.toContain(hidden);
    }
  });

  test('looks the same to its volunteer, whoever let it come to nothing, and why', async () => {
    const endings = [
      async (id: string, sitaId: string) =>
        decline1(id, { personId: sitaId, party: 'resident', now }, 'I do not like her.'),
      async (id: string) =>
        decline1(id, { personId: coordinator.id, party: 'coordinator', now }, 'A concern.'),
      async (id: string) =>
        inTransaction(db, (tx) =>
          lapse(tx, { pairId: id, doer: { personId: null, party: 'house', now }, without: 'resident' }),
        ),
    ];
    const seen = [];
    for (const end of endings) {
      const { id, volunteer, sita } = await two('offered');
      await end(id, sita.id);
      seen.push(await Promise.all(['', '/proposal'].map((path) => volunteer.get(`/pairs/${id}${path}`))));
    }
    const [first, ...others] = seen.map((answers) => answers.map(visible));
    expect(others).toEqual([first, first]);
    expect(first?.join()).toContain('This time it came to nothing');
    expect(first?.join()).not.toMatch(/Sita|like her|concern/);
  });
});

const decline1 = (pairId: string, doer: Parameters<typeof decline>[1]['doer'], reason: string) =>
  inTransaction(db, (tx) => decline(tx, { pairId, doer, reason }));

describe('what both expect', () => {
  test('is read by the other once both have written it, with where they differ', async () => {
    const { id, volunteer, resident } = await two('introduction');
    const before = await volunteer.get(`/pairs/${id}`);
    await resident.post(`/pairs/${id}/expectations`, { ...sixLines, howOften: 'every_month' });
    expect(visible(await volunteer.get(`/pairs/${id}`))).toBe(visible(before));
    await volunteer.post(`/pairs/${id}/expectations`, sixLines);
    const { text } = await volunteer.get(`/pairs/${id}`);
    expect(text).toMatch(/You: Every week Sita: Every month Talk about this/);
    expect(text).toMatch(/You: A café Sita: A café This fits/);
  });

  test('is six lines: what is left out is asked for', async () => {
    const { id, resident } = await two('introduction');
    const { refusals, status } = await resident.post(`/pairs/${id}/expectations`, {
      ...sixLines,
      contact: '',
    });
    expect([status, Object.keys(refusals)]).toEqual([422, ['contact']]);
  });
});

describe('how they reach each other', () => {
  test('is shown once both let it be seen, and to neither once one takes it back', async () => {
    const { id, volunteer, resident, sita } = await two('introduction');
    const before = await resident.get(`/pairs/${id}`);
    await volunteer.post(`/pairs/${id}/contacts`, { channels: ['phone'] });
    expect(visible(await resident.get(`/pairs/${id}`)).replaceAll(/version" value="\d+/g, '')).toBe(
      visible(before).replaceAll(/version" value="\d+/g, ''),
    );
    await resident.post(`/pairs/${id}/contacts`, { channels: ['email'] });
    expect((await resident.get(`/pairs/${id}`)).text).toContain('03-1234-5678');
    expect((await volunteer.get(`/pairs/${id}`)).text).toContain(sita.email);
    await volunteer.post(`/pairs/${id}/contact-removal`);
    expect((await resident.get(`/pairs/${id}`)).text).not.toContain('03-1234-5678');
    expect((await volunteer.get(`/pairs/${id}`)).text).not.toContain(sita.email);
  });

  test('is none that they have not told us', async () => {
    const { id, resident } = await two('introduction');
    const { refusals } = await resident.post(`/pairs/${id}/contacts`, { channels: ['phone'] });
    expect(refusals['channels']).toContain('stands in your profile');
  });
});

describe('what is not right', () => {
  test('is before the coordinators at once, and where wished they do not write to each other', async () => {
    const { id, volunteer, resident, sachiko } = await two('introduction');
    const fields = {
      what: 'money',
      reportWords: 'She asked me for 5,000 yen.',
      ready: '',
      hintsSeen: '',
      stop: 'on',
    };
    expect((await resident.post(`/pairs/${id}/report`, fields)).flash).toContain(
      'A coordinator reads it today',
    );
    const { rows } = await listConcernsWith(
      db,
      { personId: sachiko.id, readerId: coordinator.id },
      { after: null, limit: 5 },
    );
    expect(rows).toHaveLength(1);
    expect((await findPair(db, id))?.writingStoppedAt).toEqual(now);
    const { text } = await volunteer.get(`/pairs/${id}`);
    expect(text).toContain('You don’t write to each other at the moment');
    expect(text).not.toMatch(/5,000|money, asked/);
  });

  test.each(['offered', 'fell_through'] as const)('can be said of what is %s', async (state) => {
    const { id, resident, sachiko } = await two('offered');
    if (state === 'fell_through')
      await decline1(id, { personId: coordinator.id, party: 'coordinator', now }, 'A concern.');
    const page = await resident.get(state === 'offered' ? `/pairs/${id}/proposal` : `/pairs/${id}`);
    expect(page.html).toContain(`action="/en/pairs/${id}/report"`);
    expect(page.html).not.toContain('name="stop"');
    const fields = { what: 'unsafe', reportWords: 'He follows me.', ready: '', hintsSeen: '' };
    expect((await resident.post(`/pairs/${id}/report`, fields)).flash).toContain(
      'A coordinator reads it today',
    );
    const about = { personId: sachiko.id, readerId: coordinator.id };
    expect((await listConcernsWith(db, about, { after: null, limit: 5 })).rows).toHaveLength(1);
  });
});

test('after meeting, the first yes is seen by nobody else, and the second begins the half year', async () => {
  const { id, volunteer, resident } = await two('introduction');
  const startsAt = now.add({ hours: 24 });
  const when = {
    startsAt,
    endsAt: startsAt.add({ minutes: 30 }),
    place: 'online',
    whereWords: 'https://meet.example',
  } as const;
  await inTransaction(db, (tx) =>
    setIntroduction(tx, { ...when, pairId: id, hostId: coordinator.id, setBy: null, now }),
  );
  expect((await resident.get(`/pairs/${id}`)).text).toContain('You meet on Wed, Nov 25');
  expect((await volunteer.get(`/pairs/${id}/introduction.ics`)).html).toContain('DTSTART:20261125T000000Z');
  clock.set(when.endsAt);
  const before = await resident.get(`/pairs/${id}`);
  await volunteer.post(`/pairs/${id}/agreement`);
  expect(visible(await resident.get(`/pairs/${id}`))).toBe(visible(before));
  expect((await resident.post(`/pairs/${id}/agreement`)).flash).toContain('Your half year begins today');
  expect((await volunteer.get(`/pairs/${id}`)).text).toContain('What we all keep to');
  clock.set(now);
});

test('reports do not bury what others report: ten an hour from one person, then they are asked to call', async () => {
  const { id, resident, volunteer } = await two('introduction');
  const fields = { what: 'other', reportWords: 'Once more.', ready: '', hintsSeen: '' };
  const statuses: number[] = [];
  for (let sent = 0; sent < 11; sent++)
    statuses.push((await resident.post(`/pairs/${id}/report`, fields)).status);
  expect(statuses.slice(9)).toEqual([303, 429]);
  expect((await volunteer.post(`/pairs/${id}/report`, fields)).status).toBe(303);
});
