import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { makeNeighborhood, makeVolunteer, Story } from '../../../../../test/support/spot.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { spotRefusals } from '../../desk/words.ts';
import { fittingRoutes } from './routes.tsx';

const house = await testHouse([{ name: 'spot', messages: spotRefusals, routes: fittingRoutes }]);
const place = await makeNeighborhood(house.db, 2);
const story = new Story(place);
const farther = await inTransaction(house.db, (tx) =>
  makeVolunteer(tx, { name: 'まつば', municipalityCode: '13106', town: '浅草一丁目' }),
);
const coordinator = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']));
const id = await story.opened();
const path = `/desk/requests/${id}/volunteers`;
const rowsIn = (html: string) => [...html.matchAll(/<tr [^>]*id="fits-([^"]+)"/g)].map(([, one]) => one);

describe('who fits', () => {
  it('stands in rows; what all have in common stands above them, once', async () => {
    const { html, text } = await coordinator.get(path);
    expect(rowsIn(html)).toHaveLength(3);
    expect(text).toContain('The same for all of them: English C1');
    expect(text.match(/English C1/g)).toHaveLength(1);
    expect(text).toMatch(/まつば.*Taito/);
  });

  it('says how well in words, and of what the points are', async () => {
    const { text } = await coordinator.get(path);
    expect(text).toMatch(/Very well|Well/);
    expect(text).toContain('living near: up to 300');
  });

  it('is narrowed down by an address; whoever is ticked stays ticked and in sight', async () => {
    const one = place.volunteerIds[0] ?? '';
    expect(rowsIn((await coordinator.get(`${path}?ward=13106`)).html)).toEqual([farther]);
    const { html } = await coordinator.get(`${path}?ward=13106&volunteerIds=${one}`);
    expect(new Set(rowsIn(html))).toEqual(new Set([farther, one]));
    expect(html).toMatch(new RegExp(`value="${one}" checked`));
    expect(html).not.toMatch(new RegExp(`value="${farther}" checked`));
    expect((await coordinator.get(`${path}?language=ne`)).text).toContain('Nobody is left');
  });

  it('leaves out of the address what belongs to the form that asks', async () => {
    const sent = `${path}?idempotency_key=k&version=1&seen=0&ward=13106&order=near&volunteerIds=${farther}`;
    expect((await coordinator.get(sent)).location).toBe(
      `${path}?ward=13106&order=near&volunteerIds=${farther}`,
    );
  });

  it('names in the audit those who stand on the page, and nobody else', async () => {
    const before = new Set((await entries()).map((entry) => entry.id));
    await coordinator.get(`${path}?ward=13106`);
    const seen = (await entries()).filter((entry) => !before.has(entry.id));
    expect(seen.map(({ subject_id: subjectId }) => subjectId)).toEqual([farther]);
  });
});

function entries() {
  return house.db
    .selectFrom('audit.entries')
    .select(['id', 'subject_id'])
    .where('action', '=', 'spot.fitting.viewed')
    .execute();
}
