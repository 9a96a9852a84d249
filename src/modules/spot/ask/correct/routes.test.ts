import { expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { accepted, makeNeighborhood, Story } from '../../../../../test/support/spot.ts';
import { deskRoutes } from '../../desk/routes.tsx';
import { spotRefusals } from '../../desk/words.ts';
import { findRequest, leaveUnfilled } from '../../index.ts';

const house = await testHouse([{ name: 'spot', messages: spotRefusals, routes: deskRoutes }]);
const place = await makeNeighborhood(house.db, 1);
const story = new Story(place);
const coordinator = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']));

async function post(id: string, fields: Record<string, string | string[]>) {
  const version = String((await findRequest(house.db, id))?.version);
  return coordinator.post(`/desk/requests/${id}/corrections`, { version, ...fields });
}

it('corrects times, place and languages, each beside its field, and the resident reads old and new', async () => {
  const id = await story.submitted();
  const form = await coordinator.get(`/desk/requests/${id}`);
  expect(form.html).toMatch(/name="newTimes\.0\.date"[^>]*value="2026-12-07"/);
  const fields = {
    category: 'admin',
    durationMinutes: '120',
    correctionReason: 'We spoke on the phone.',
    parts: 'all',
    'newTimes.0.date': '2026-12-09',
    'newTimes.0.start': '10:00',
    placeKind: 'place',
    'place.municipality': '13113',
    'place.town': '神南一丁目',
    placeName: '',
    talkLanguages: ['en'],
  };
  const refused = await post(id, {
    ...fields,
    'place.town': '吾妻橋',
    'newTimes.0.start': '',
  });
  expect(Object.keys(refused.refusals).sort()).toEqual(['newTimes.0', 'place.town']);
  const closed = await post(id, { ...fields, 'newTimes.0.date': '2026-12-06' });
  expect(closed.refusals['newTimes.0']).toBeTruthy();
  expect((await post(id, fields)).status).toBe(303);
  const { text } = await coordinator.get(`/desk/requests/${id}`);
  expect(text).toMatch(/Corrected from “.*Sumida.*” to “.*Shibuya.*”/);
  expect(text).toContain('Corrected from “English and Nepali” to “English”');
});

it('offers only the kind of help and the length once somebody has said yes', async () => {
  const id = await story.acceptedByFirst();
  const { html } = await coordinator.get(`/desk/requests/${id}`);
  expect(html).toContain('name="durationMinutes"');
  expect(html).not.toContain('name="newTimes.0.date"');
  const whole = { parts: 'all', placeKind: 'phone', talkLanguages: ['en'], correctionReason: 'We spoke.' };
  const refused = await post(id, { category: 'admin', durationMinutes: '120', ...whole });
  expect(refused.text).toContain('Let the volunteer go first');
});

it('leaves the times of what nobody took to looking again', async () => {
  const id = await story.opened();
  accepted(await story.act((tx) => leaveUnfilled(tx, story.on(id, 'coordinator'))));
  const { html } = await coordinator.get(`/desk/requests/${id}`);
  expect(html).toContain('name="parts" value="where"');
  expect(html).not.toContain('name="newTimes.0.date"');
  const where = { parts: 'where', placeKind: 'phone', talkLanguages: ['en'], correctionReason: 'We spoke.' };
  expect((await post(id, { category: 'admin', durationMinutes: '120', ...where })).status).toBe(303);
  expect(await findRequest(house.db, id)).toMatchObject({ place: { kind: 'phone' }, talkLanguages: ['en'] });
});
