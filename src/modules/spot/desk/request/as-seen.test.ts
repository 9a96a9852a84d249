import { describe, expect, it } from 'vitest';
import { actorOf, testHouse, type Visitor } from '../../../../../test/support/house.ts';
import { accepted, makeNeighborhood, Story } from '../../../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../../../test/support/spot-samples.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { createPerson } from '../../../people/index.ts';
import { cancelRequest, findRequest } from '../../index.ts';
import { deskRoutes } from '../routes.tsx';
import { spotRefusals } from '../words.ts';

const house = await testHouse([{ name: 'spot', messages: spotRefusals, routes: deskRoutes }]);
const place = await makeNeighborhood(house.db, 3);
const story = new Story(place);
const coordinator = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']));

const stateOf = async (id: string) => (await findRequest(house.db, id))?.state;
async function post(id: string, act: string, fields: Record<string, string> = {}) {
  const version = String((await findRequest(house.db, id))?.version);
  return coordinator.post(`/desk/requests/${id}/${act}`, { version, ...fields });
}
async function settle(id: string): Promise<void> {
  const on = { ...story.on(id, 'coordinator'), reason: 'The test is over.' };
  accepted(await story.act((tx) => cancelRequest(tx, on)));
}
/** Another coordinator at another screen. */
async function makeColleague(): Promise<Visitor> {
  const { id } = await inTransaction(house.db, (tx) =>
    createPerson(tx, { name: 'アンドレア', roles: ['coordinator'], now: story.now }),
  );
  return house.as(actorOf({ id }, ['coordinator']));
}
/** The hidden fields of the form that leads to `action`. */
function hiddenIn(html: string, action: string): Record<string, string> {
  const [, form = ''] = new RegExp(`action="[^"]*${action}"[^>]*>(.*?)</form>`, 's').exec(html) ?? [];
  const fields = form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name, value]) => [name, value]));
}

describe('a form of the desk', () => {
  it('tells what a colleague has done since, and lets nobody decide over it', async () => {
    const id = await story.submitted();
    const colleague = await makeColleague();
    const shown = hiddenIn((await colleague.get(`/desk/requests/${id}`)).html, `${id}/declining`);
    house.clock.set(story.now.add({ minutes: 5 }));
    await post(id, 'opening');
    const open = hiddenIn((await colleague.get(`/desk/requests/${id}`)).html, `${id}/declining`);
    house.clock.set(story.now.add({ minutes: 10 }));
    await post(id, 'waves');
    for (const [older, others] of [
      [shown, 'It was opened to volunteers'],
      [open, '3 volunteers were asked'],
    ] as const) {
      for (const decliningWords of ['We cannot help.', '']) {
        const stale = await colleague.post(`/desk/requests/${id}/declining`, { ...older, decliningWords });
        const [alert = ''] = /role="alert".*?<\/ol>/s.exec(stale.html) ?? [];
        expect(stale.status).toBe(422);
        expect(alert).toContain(others);
        expect(alert).toMatch(/小林 \(coordinator\), .*9:10/);
        expect(alert).not.toContain('The request was sent');
      }
    }
    expect(await stateOf(id)).toBe('open');
    const kept = await colleague.post(`/desk/requests/${id}/declining`, {
      ...open,
      decliningWords: 'No car.',
    });
    expect(kept.html).toMatch(/<details[^>]* open[^>]*>.*No car\./s);
    house.clock.set(story.now);
    await settle(id);
  });

  it('takes no act of a form without its version', async () => {
    const id = await story.submitted();
    const acts = deskRoutes.flatMap(({ method, path }) =>
      method === 'POST' && path.startsWith('/desk/requests/:id/') ? [path] : [],
    );
    expect(acts.length).toBeGreaterThan(10);
    for (const path of acts) {
      const answer = await coordinator.post(path.replace(':id', id), {});
      expect([path, answer.status]).toEqual([path, 422]);
    }
    await settle(id);
  });
});

describe('the numbers of the two', () => {
  it('stand there only while they are to be called, and that they were seen is recorded', async () => {
    const id = await story.confirmed();
    const { residentId } = place;
    await house.db
      .updateTable('people.persons')
      .set({ phone: '090-1234-5678', email: 'sita@example.org' })
      .where('id', '=', residentId)
      .execute();
    const seen = async () => {
      const page = await coordinator.get(`/desk/requests/${id}`);
      const entries = await house.db
        .selectFrom('audit.entries')
        .select('detail')
        .where('action', '=', 'spot.request.viewed')
        .where('subject_id', '=', residentId)
        .where('object_id', '=', id)
        .orderBy('id')
        .execute();
      return { page, detail: entries.at(-1)?.detail };
    };
    const before = await seen();
    expect(before.page.html).not.toMatch(/090-1234|sita@example/);
    expect(before.detail).not.toHaveProperty('contacts');
    house.clock.set(MONDAY_TEN);
    const { page, detail } = await seen();
    expect(page.html).toContain('href="tel:09012345678"');
    expect(page.html).toContain('href="mailto:sita@example.org"');
    expect(page.text).toMatch(/Volunteer: おとなり0.*No phone number was given/);
    expect(detail).toEqual({ contacts: 2 });
    expect((await post(id, 'absence', {})).html).not.toContain('tel:');
    house.clock.set(story.now);
    await settle(id);
  });
});
