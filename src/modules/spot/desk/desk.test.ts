import { describe, expect, it } from 'vitest';
import { DESK_OF_SPOT } from '../../../../test/support/desk.ts';
import { actorOf, testHouse, type Visitor } from '../../../../test/support/house.ts';
import { accepted, makeNeighborhood, Story } from '../../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../../test/support/spot-samples.ts';
import { typedValues } from '../../../kits/forms/index.ts';
import type { Role } from '../../../platform/permissions.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { findOpenThreadId, findThread } from '../../conversations/index.ts';
import { listMessages } from '../../conversations/lists/store.ts';
import {
  answerBack,
  cancelRequest,
  findAssignment,
  findRequest,
  findVisitRecord,
  leaveUnfilled,
  listOffersOfRequest,
  spotSetting,
} from '../index.ts';
import { volunteerRoutes } from '../meet/volunteer-routes.tsx';
import { deskRoutes } from './routes.tsx';
import { spotForm } from './settings/form.tsx';
import { spotRefusals } from './words.ts';

const routes = [...volunteerRoutes, ...deskRoutes];
const house = await testHouse([{ name: 'spot', messages: spotRefusals, routes }, DESK_OF_SPOT]);
const place = await makeNeighborhood(house.db, 3);
const story = new Story(place);

const coordinator = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']));
const administrator = house.as(actorOf({ id: place.coordinatorId }, ['administrator']));

const versionOf = async (id: string) => String((await findRequest(house.db, id))?.version);
const stateOf = async (id: string) => (await findRequest(house.db, id))?.state;
async function post(
  id: string,
  act: string,
  fields: Record<string, string | string[]> = {},
  by: Visitor = coordinator,
) {
  return by.post(`/desk/requests/${id}/${act}`, { version: await versionOf(id), ...fields });
}
async function settle(id: string): Promise<void> {
  const on = { ...story.on(id, 'coordinator'), reason: 'The test is over.' };
  accepted(await story.act((tx) => cancelRequest(tx, on)));
}

describe('the desk of Spot', () => {
  it.each(['resident', 'volunteer', 'administrator', 'treasurer'] as const)(
    'is not for a %s',
    async (role: Role) => {
      const id = await story.submitted();
      const web = house.as(actorOf({ id: story.first }, [role]));
      for (const path of [
        '/desk',
        '/desk/visits',
        `/desk/requests/${id}`,
        `/desk/requests/${id}/volunteers`,
      ]) {
        expect((await web.get(path)).status).toBe(403);
      }
      for (const act of ['opening', 'waves', 'cancellation', 'corrections', 'declining', 'closing']) {
        expect((await post(id, act, {}, web)).status).toBe(403);
      }
      expect(await stateOf(id)).toBe('submitted');
      await settle(id);
    },
  );
});

describe('letting through', () => {
  it('opens a request, asks the best few, and a volunteer says yes', async () => {
    await settle(await story.asked());
    const id = await story.submitted();
    const fresh = await coordinator.get(`/desk/requests/${id}`);
    expect(fresh.text).toMatch(/In their own words.*Open it to volunteers/);
    expect(fresh.text).toContain('Volunteers will see only the original in English');
    expect((await post(id, 'opening')).location).toBe(`/desk/requests/${id}`);
    const fitting = await coordinator.get(`/desk/requests/${id}/volunteers`);
    expect(fitting.text).toMatch(
      /The same for all of them: English C1, 0 km Sumida, Mon, Dec 7, 10:00, asked today, and no visits yet.*おとなり0/,
    );
    expect(fitting.text).toMatch(/Reasons.*Speaks English at level/);
    expect((await post(id, 'waves')).flash).toContain('3 volunteers were asked.');
    const [offer] = (await listOffersOfRequest(house.db, id)).filter(
      (one) => one.volunteerId === story.first,
    );
    const volunteer = house.as(actorOf({ id: story.first }, ['volunteer']));
    const yes = await volunteer.post(`/spot/offers/${offer?.id}/acceptance`, {
      startsAt: MONDAY_TEN.toString(),
      corrections: '0',
    });
    expect(yes.location).toBe(`/spot/visits/${id}`);
    expect((await coordinator.get(`/desk/requests/${id}`)).text).toContain('We wait for the resident’s yes');
    await settle(id);
  });

  it('does not say that volunteers see words about health, which they see only once both have agreed', async () => {
    const id = await story.submitted({ category: 'medical' });
    const { text } = await coordinator.get(`/desk/requests/${id}`);
    expect(text).not.toContain('olunteers will see only the original');
    expect(text).toContain('whoever comes reads them once both have agreed, for now only in English');
    expect(text).toContain('volunteers who are asked see only the kind of help');
    await settle(id);
  });

  it('asks only those who were chosen, and nobody twice', async () => {
    const id = await story.opened();
    await post(id, 'waves', { volunteerIds: story.first });
    expect((await listOffersOfRequest(house.db, id)).map(({ volunteerId }) => volunteerId)).toEqual([
      story.first,
    ]);
    expect((await post(id, 'waves', { volunteerIds: story.first })).status).toBe(422);
    expect((await post(id, 'waves', { volunteerIds: 'somebody' })).status).toBe(422);
    const page = await coordinator.get(`/desk/requests/${id}/volunteers`);
    expect(page.text).toContain('Has been asked for this request already.');
    await settle(id);
  });

  it('asks back in a conversation', async () => {
    const id = await story.submitted();
    expect((await post(id, 'questions', { question: '' })).refusals['question']).toBeTruthy();
    expect((await post(id, 'questions', { question: 'Which form is it?' })).status).toBe(303);
    expect(await stateOf(id)).toBe('asked_back');
    const thread = await findOpenThreadId(house.db, 'asking', { kind: 'spot.request', id });
    const asked = await findThread(house.db, thread ?? '');
    expect(asked?.participantIds).toEqual([place.residentId]);
    const { rows } = await listMessages(house.db, thread ?? '', { after: null, limit: 2 });
    expect(rows.map(({ words }) => words)).toEqual(['Which form is it?']);
    const waiting = await coordinator.get(`/desk/requests/${id}`);
    expect(waiting.text).not.toContain('The resident has answered');
    accepted(await story.act((tx) => answerBack(tx, story.on(id, 'requester'))));
    const { text, html } = await coordinator.get(`/desk/requests/${id}`);
    expect(text).toMatch(/The resident has answered.*Read the conversation.*In their own words/);
    expect(html).toContain(`/conversations/${thread}"`);
    await settle(id);
  });

  it('corrects kind and length with a reason, and shows it in the history', async () => {
    const id = await story.submitted();
    const fields = { category: 'paper', durationMinutes: '９０', correctionReason: 'It is a letter.' };
    const missing = await post(id, 'corrections', { ...fields, correctionReason: '' });
    expect(missing.refusals['correctionReason']).toBeTruthy();
    expect(missing.html).toMatch(/value="paper" selected/);
    for (const durationMinutes of ['5', '601', 'long', '-30']) {
      expect(
        (await post(id, 'corrections', { ...fields, durationMinutes })).refusals['durationMinutes'],
      ).toBeTruthy();
    }
    expect((await post(id, 'corrections', fields)).status).toBe(303);
    const page = await coordinator.get(`/desk/requests/${id}`);
    expect(page.text).toMatch(/Corrected from “.*office” to “Letters and forms”/);
    expect(page.text).toContain('It is a letter.');
    await settle(id);
  });

  it('puts Japanese beside the words, which stay as they are', async () => {
    const id = await story.submitted();
    await post(id, 'japanese-rendering', { japaneseWords: '区役所の書類を手伝ってほしいです。' });
    const page = await coordinator.get(`/desk/requests/${id}`);
    expect(page.text).toContain('I need help with a form at the ward office.');
    expect(page.text).toMatch(/区役所の書類を手伝ってほしいです。.*Written by 小林, coordinator/);
    expect(page.text).not.toContain('only the original');
    expect(page.html).not.toContain('1-23-20');
    await settle(id);
  });

  it.each([
    [
      'redirection',
      { target: 'official_office', redirectionWords: 'The tax office decides this.' },
      'redirected',
    ],
    ['declining', { decliningWords: 'We cannot drive you.' }, 'declined'],
    ['cancellation', { cancellationWords: 'You told us on the phone.' }, 'cancelled'],
  ])('ends by %s with words for the resident', async (act, fields, state) => {
    const id = await story.submitted();
    const empty = Object.fromEntries(Object.keys(fields).map((name) => [name, '']));
    expect(Object.keys((await post(id, act, empty)).refusals)).toEqual(Object.keys(fields));
    expect((await post(id, act, fields)).status).toBe(303);
    const request = await findRequest(house.db, id);
    expect([request?.state, request?.outcomeWords]).toEqual([state, Object.values(fields).at(-1)]);
    const page = await coordinator.get(`/desk/requests/${id}`);
    const history = page.text.slice(page.text.indexOf('What has happened'));
    expect(history).toContain(Object.values(fields).at(-1));
    if (act === 'redirection') expect(history).toContain('An official office');
    expect((await post(id, 'opening')).status).toBe(422);
  });

  it('refuses a form from an older page in words', async () => {
    const id = await story.submitted();
    const version = await versionOf(id);
    await post(id, 'japanese-rendering', { japaneseWords: '手伝ってください。' });
    const stale = await coordinator.post(`/desk/requests/${id}/opening`, { version });
    expect(stale.status).toBe(422);
    expect(stale.html).toContain('role="alert"');
    expect(await stateOf(id)).toBe('submitted');
    expect((await coordinator.post(`/desk/requests/${id}/opening`, {})).status).toBe(422);
    await settle(id);
  });

  it('opens a request again at times agreed with the resident', async () => {
    const id = await story.asked();
    accepted(await story.act((tx) => leaveUnfilled(tx, story.on(id, 'coordinator'))));
    const at = (date: string, start = '10:00') => ({ 'times.0.date': date, 'times.0.start': start });
    for (const wrong of [
      at('2026-02-29'),
      at('2026-11-20'),
      at('2026-11-29'),
      at('2026-12-31'),
      at('2026-12-10', '17:30'),
    ]) {
      const answer = await post(id, 'reopening', wrong);
      expect([answer.status, Object.keys(answer.refusals)]).toEqual([422, ['times.0']]);
      expect(answer.html).toContain(`value="${wrong['times.0.date']}"`);
    }
    // The time that nobody said yes to may well be agreed again.
    const before = MONDAY_TEN.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
    expect((await coordinator.get(`/desk/requests/${id}`)).html).toContain(`value="${before}"`);
    expect((await post(id, 'reopening', {})).status).toBe(422);
    expect((await post(id, 'reopening', at('2026-12-10'))).status).toBe(303);
    expect(await stateOf(id)).toBe('open');
    await settle(id);
  });
});

describe('the visit from the desk', () => {
  it('is recorded when the two tell it by telephone, and closed', async () => {
    const id = await story.confirmed();
    house.clock.set(MONDAY_TEN);
    const day = await coordinator.get('/desk/visits');
    expect(day.text).toMatch(/Sita.*おとなり0.*Agreed/);
    expect(day.html).toMatch(/method="get" action="\/en\/desk\/visits".*type="date"/s);
    expect(day.text).toMatch(/The day before.*The day after/);
    for (const far of ['0001-01-01', '0000-01-01', '9999-12-31'])
      expect((await coordinator.get(`/desk/visits?day=${far}&span=week`)).status, far).toBeLessThan(500);
    const before = MONDAY_TEN.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().subtract({ days: 6 });
    const week = await coordinator.get(`/desk/visits?day=${before}&span=week`);
    expect(week.text).toMatch(/Visits, .* to .*Sita.*The week before.*The week after/);
    const tooFar = before.subtract({ days: 1 });
    expect((await coordinator.get(`/desk/visits?day=${tooFar}&span=week`)).text).toContain(
      'No visits in this week',
    );
    house.clock.set(MONDAY_TEN.add({ minutes: 20 }));
    expect((await coordinator.get('/desk/visits')).text).toContain('No word yet: call');
    house.clock.set(MONDAY_TEN);
    expect((await post(id, 'check-in')).status).toBe(303);
    expect((await post(id, 'check-out')).status).toBe(303);
    expect((await post(id, 'closing')).status).toBe(303);
    expect(await stateOf(id)).toBe('closed');
    expect((await coordinator.get('/desk/visits?day=2026-12-08')).text).toContain('No visits on this day');
    expect((await coordinator.get('/desk/visits?day=2026-02-30')).status).toBe(422);
    house.clock.set(story.now);
  });

  it('is recorded for the day on which it was when it is told the day after', async () => {
    const id = await story.confirmed();
    house.clock.set(MONDAY_TEN.add({ hours: 23 }));
    const late = await coordinator.get(`/desk/requests/${id}`);
    expect(late.html).toMatch(/name="metAt"[^>]*value="10:00"|value="10:00"[^>]*name="metAt"/);
    expect((await post(id, 'check-in', { metAt: '25:00' })).refusals['metAt']).toContain('14:30');
    expect((await post(id, 'check-in', { metAt: '10:05' })).status).toBe(303);
    const volunteer = house.as(actorOf({ id: story.first }, ['volunteer']));
    const over = await volunteer.post(`/spot/visits/${id}/check-out`, { endedAt: '12:00' });
    expect(over.location).toBe(`/spot/visits/${id}`);
    const record = await findVisitRecord(house.db, (await findAssignment(house.db, id))?.id ?? '');
    expect([record.checkedInAt, record.checkedOutAt].map(String)).toEqual([
      MONDAY_TEN.add({ minutes: 5 }).toString(),
      MONDAY_TEN.add({ hours: 2 }).toString(),
    ]);
    expect((await post(id, 'closing')).status).toBe(303);
    house.clock.set(story.now);
  });

  it('lets a volunteer go with a reason, and records who was not there', async () => {
    const id = await story.confirmed();
    expect((await post(id, 'release', { releaseWords: '' })).refusals['releaseWords']).toBeTruthy();
    expect((await post(id, 'release', { releaseWords: 'Another visit was moved.' })).status).toBe(303);
    expect(await stateOf(id)).toBe('open');
    await settle(id);
    const other = await story.confirmed();
    const absence = { absent: 'volunteer', absenceWords: 'She waited alone.' };
    expect((await post(other, 'absence', absence)).status).toBe(422);
    house.clock.set(MONDAY_TEN.add({ minutes: 20 }));
    expect((await post(other, 'absence', { ...absence, absent: 'both' })).refusals['absent']).toBeTruthy();
    expect((await post(other, 'absence', absence)).status).toBe(303);
    expect((await coordinator.get('/desk')).text).toMatch(/Sita and their volunteer did not meet.*Settle/);
    house.clock.set(story.now);
    await settle(other);
  });
});

describe('the record of who has looked', () => {
  it('names those who were asked', async () => {
    const id = await story.opened();
    await post(id, 'waves', { volunteerIds: story.first });
    const asked = await house.db
      .selectFrom('audit.entries')
      .select('subject_id')
      .where('action', '=', 'spot.offer.asked')
      .where('object_id', '=', id)
      .execute();
    expect(new Set(asked.map((row) => row.subject_id))).toEqual(new Set([place.residentId, story.first]));
    await settle(id);
  });

  it('names the resident and everybody on the page', async () => {
    const id = await story.asked();
    await coordinator.get(`/desk/requests/${id}`);
    const seen = await house.db
      .selectFrom('audit.entries')
      .select('subject_id')
      .where('action', '=', 'spot.request.viewed')
      .where('object_id', '=', id)
      .execute();
    expect(new Set(seen.map((row) => row.subject_id))).toEqual(
      new Set([place.residentId, ...place.volunteerIds]),
    );
    await settle(id);
  });

  it('knows no such request', async () => {
    for (const path of ['', '/volunteers']) {
      expect(
        (await coordinator.get(`/desk/requests/00000000-0000-4000-8000-000000000000${path}`)).status,
      ).toBe(404);
    }
  });
});

describe('the rules of Spot', () => {
  const seen = async () =>
    /name="seen" value="([^"]+)"/.exec((await administrator.get('/settings/spot')).html)?.[1] ?? '';

  it('are an administrator’s, with each change in the audit', async () => {
    expect((await coordinator.get('/settings/spot')).status).toBe(403);
    const settings = await readSetting(house.db, spotSetting);
    const fields = { ...typedValues(spotForm, settings), waveSize: '７' };
    expect((await coordinator.post('/settings/spot', fields)).status).toBe(403);
    expect((await administrator.post('/settings/spot', { ...fields, seen: await seen() })).location).toBe(
      '/settings',
    );
    const after = await readSetting(house.db, spotSetting);
    expect(after).toEqual({ ...settings, waveSize: 7 });
    const [entry] = await house.db
      .selectFrom('audit.entries')
      .select('detail')
      .where('action', '=', 'spot.settings.changed')
      .where('outcome', '=', 'done')
      .execute();
    expect(entry?.detail).toEqual({
      changed: 'waveSize',
      was: '{"waveSize":5}',
      becomes: '{"waveSize":7}',
    });
  });

  it.each([
    ['mostMinutes', { mostMinutes: ['0', '20'], leastMinutes: ['0', '30'] }],
    ['leastMinutes', { leastMinutes: ['11', '0'] }],
    ['travelBufferMinutes', { travelBufferMinutes: ['0', 'half'] }],
    ['waveSize', { waveSize: '0' }],
    ['noticeBusinessDays', { noticeBusinessDays: 'three' }],
    ['areaPrefectures', { areaPrefectures: [] }],
    ['areaExceptMunicipalities', { areaExceptMunicipalities: '99999' }],
  ])('are refused beside %s when they cannot be', async (field, wrong) => {
    const fields = { ...typedValues(spotForm, await readSetting(house.db, spotSetting)), ...wrong };
    const answer = await administrator.post('/settings/spot', fields);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual([field]);
  });
});
