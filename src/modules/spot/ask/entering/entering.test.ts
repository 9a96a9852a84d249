import { describe, expect, it } from 'vitest';
import { DESK_OF_SPOT } from '../../../../../test/support/desk.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { accepted, makeNeighborhood, refusedAs, Story } from '../../../../../test/support/spot.ts';
import { PROGRAM } from '../../../../platform/audit/record.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { createPerson, endAccess } from '../../../people/index.ts';
import { deskRoutes } from '../../desk/routes.tsx';
import { spotRefusals } from '../../desk/words.ts';
import { confirmAssignment, findRequest } from '../../index.ts';

const house = await testHouse([{ name: 'spot', messages: spotRefusals, routes: deskRoutes }, DESK_OF_SPOT]);
const place = await makeNeighborhood(house.db, 2);
const story = new Story(place);
house.clock.set(story.now);
const coordinator = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']));
const PHONE = '090-1234-5678';
const [byPhone, withAddress] = await inTransaction(house.db, async (tx) => [
  await createPerson(tx, { name: 'Dil Maya', phone: PHONE, roles: ['resident'], now: story.now }),
  await createPerson(tx, { name: 'Hoa', email: 'hoa@example.org', roles: ['resident'], now: story.now }),
]);

const ANSWERS = {
  category: 'admin',
  ownWords: '区役所の書類を手伝ってほしいそうです。',
  writtenIn: 'ja',
  neededTasks: ['speak', 'write'],
  durationMinutes: '60',
  // Tomorrow: sooner than a resident can ask.
  'times.0.date': '2026-11-25',
  'times.0.start': '10:00',
  placeKind: 'place',
  'place.postcode': '130-0001',
  'place.municipality': '',
  'place.town': '吾妻橋一丁目',
  talkLanguages: ['en'],
  genderWish: 'any',
  agreed: 'on',
};

async function enter(personId: string, fields: Record<string, string> = {}) {
  return coordinator.post(`/people/${personId}/requests/new`, { ...ANSWERS, ...fields });
}
async function entered(personId: string): Promise<string> {
  const reply = await enter(personId);
  if (reply.status !== 303) throw new Error(JSON.stringify(reply.refusals));
  const { location } = reply;
  return /\/desk\/requests\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
}
async function press(id: string, act: string) {
  const version = String((await findRequest(house.db, id))?.version);
  return coordinator.post(`/desk/requests/${id}/${act}`, { version });
}

describe('a request from the telephone', () => {
  it('is asked for in words for who writes it down, with the emergency numbers above', async () => {
    const { text } = await coordinator.get(`/people/${byPhone.id}/requests/new`);
    expect(text).toMatch(/In danger\? 119 · 110/);
    expect(text).toContain('What do they need?');
    expect(text).not.toMatch(/What do you need|suit you|I understand when|you can speak/);
  });

  it('that speaks of danger is sent once the numbers have been shown', async () => {
    const words = { ownWords: '夫に殴られました。しにたいです。' };
    const first = await enter(byPhone.id, words);
    expect(first.status).toBe(422);
    expect(first.text).toContain('Please tell them the numbers above first');
    expect(first.text).toContain('110');
    const [, shownDangers = ''] = /name="shownDangers" value="([^"]+)"/.exec(first.html) ?? [];
    expect(shownDangers).not.toBe('');
    const second = await enter(byPhone.id, { ...words, agreed: '', shownDangers });
    expect(second.text).not.toContain('numbers above');
    // Nobody has typed which dangers were shown.
    expect(second.text).not.toContain('no longer on this page');
    expect((await enter(byPhone.id, { ...words, shownDangers })).status).toBe(303);
  });

  it('is entered in its person’s name, and says by whom', async () => {
    const form = await coordinator.get(`/people/${byPhone.id}/requests/new`);
    expect(form.text).toContain('Enter a request for Dil Maya');
    const id = await entered(byPhone.id);
    const request = await findRequest(house.db, id);
    expect(request).toMatchObject({
      requesterId: byPhone.id,
      enteredBy: place.coordinatorId,
      state: 'submitted',
      ownWordsLocale: 'ja',
      place: { municipalityCode: '13107' },
    });
    const page = await coordinator.get(`/desk/requests/${id}`);
    expect(page.text).toMatch(/Entered by 小林/);
    expect(page.text).toContain(PHONE);
    const entry = await house.db
      .selectFrom('audit.entries')
      .selectAll()
      .where('action', '=', 'spot.request.entered')
      .where('object_id', '=', id)
      .executeTakeFirstOrThrow();
    expect([entry.actor_id, entry.subject_id]).toEqual([place.coordinatorId, byPhone.id]);
  });

  it.each([
    ['agreed', ''],
    ['ownWords', ' '],
    ['category', ''],
    ['times.0', '', 'times.0.start'],
    ['place.postcode', '999-9999'],
  ])('comes back with what is missing: %s', async (field, value, sent = field) => {
    const refused = await enter(byPhone.id, { [sent]: value });
    expect(refused.status).toBe(422);
    expect(refused.refusals[field]).toBeTruthy();
    expect(refused.html).toContain('2026-11-25');
  });

  it('is nobody’s who is not there or may not come in, and not the coordinator’s own', async () => {
    const out = await inTransaction(house.db, async (tx) => {
      const person = await createPerson(tx, {
        name: 'Out',
        phone: PHONE,
        roles: ['resident'],
        now: story.now,
      });
      await endAccess(tx, person.id, { by: PROGRAM, now: story.now });
      return person.id;
    });
    for (const id of [place.coordinatorId, crypto.randomUUID(), out])
      expect((await enter(id)).status).toBe(404);
  });
});

describe('an answer', () => {
  it('that only the telephone brings stands on the desk, and a coordinator records it', async () => {
    const id = await entered(byPhone.id);
    await press(id, 'opening');
    await press(id, 'waves');
    const at = Temporal.Instant.from('2026-11-25T10:00:00+09:00');
    accepted(await story.accept(id, story.first, at));
    expect((await coordinator.get('/desk')).text).toContain('Call · Dil Maya · Ward or city office');
    expect((await coordinator.get(`/desk/requests/${id}`)).text).toContain('They said yes to this volunteer');
    expect((await press(id, 'no-by-phone')).status).toBe(303);
    expect((await findRequest(house.db, id))?.state).toBe('open');
    await press(id, 'waves');
  });

  it('is recorded as a yes', async () => {
    const id = await entered(byPhone.id);
    await press(id, 'opening');
    await press(id, 'waves');
    const at = Temporal.Instant.from('2026-11-25T10:00:00+09:00');
    accepted(await story.accept(id, story.volunteer(1), at));
    expect((await press(id, 'yes-by-phone')).status).toBe(303);
    expect((await findRequest(house.db, id))?.state).toBe('confirmed');
  });

  it('is never recorded by the coordinator who would come herself', async () => {
    const id = await entered(byPhone.id);
    await press(id, 'opening');
    await press(id, 'waves');
    const at = Temporal.Instant.from('2026-11-25T10:00:00+09:00');
    accepted(await story.accept(id, story.first, at));
    const herself = house.as(actorOf({ id: story.first }, ['coordinator', 'volunteer']));
    expect((await herself.get(`/desk/requests/${id}`)).text).not.toContain('They said yes');
    for (const act of ['yes-by-phone', 'no-by-phone']) {
      const version = String((await findRequest(house.db, id))?.version);
      expect((await herself.post(`/desk/requests/${id}/${act}`, { version })).status).toBe(422);
    }
    expect((await findRequest(house.db, id))?.state).toBe('accepted');
    expect((await press(id, 'no-by-phone')).status).toBe(303);
  });

  it('of who can sign in is never given for them', async () => {
    const id = await entered(withAddress.id);
    await press(id, 'opening');
    await press(id, 'waves');
    const at = Temporal.Instant.from('2026-11-25T10:00:00+09:00');
    accepted(await story.accept(id, story.first, at));
    const yes = story.on(id, 'coordinator');
    expect(refusedAs(await story.act((tx) => confirmAssignment(tx, yes)))).toBe('they_answer_themselves');
    expect((await coordinator.get(`/desk/requests/${id}`)).text).not.toContain('They said yes');
  });
});
