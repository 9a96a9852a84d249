import { describe, expect, test } from 'vitest';
import { childrenHouse } from '../../../../test/support/children.ts';
import { CLASSES } from '../../../../test/support/classes.ts';
import { actorOf } from '../../../../test/support/house.ts';
import { childrenDesk } from './elsewhere/desk-part.tsx';
import { childrenPart } from './part.ts';

const house = await childrenHouse();
const { db, clock, sita, ram, lin, haru, kobayashi, courseId, sessionId } = house;
const { id } = await house.seated();
await sita.visitor.post(`/children/${id}/health`, {
  ...{ kind: 'health', foods: [], what: 'Asthma spray', whatToDo: 'Ambulance', isAgreed: 'on' },
});
await kobayashi.visitor.post(`/desk/children/${id}/bars`, {
  ...{ barred: 'Uncle Bad', looks: '', reason: 'Violence', source: 'Court', call: 'Desk' },
});
await kobayashi.visitor.post(`/desk/children/${id}/guardians`, {
  ...{ email: 'ram@example.org', guardian: 'Ram', relation: 'father', phone: '' },
});
const hidden = await db
  .selectFrom('classes.guardianships')
  .select('id')
  .where('person_id', '=', ram.id)
  .executeTakeFirstOrThrow();
await kobayashi.visitor.post(`/desk/children/${id}/sight`, { guardianshipId: hidden.id, maySee: '' });

const { id: seatId } = await db.selectFrom('classes.seats').select('id').executeTakeFirstOrThrow();

/** For everybody, or for whoever is signed in: these show nothing of another’s child. */
const OPEN = ['/children', '/classes/:id/enrolment', '/classes/:id/enrolments'];
/** Every address of the child, the session and the course. */
const addressOf = (path: string) => {
  // Whoever holds the link of a mail frees that seat (absence.test.ts); a number of a seat is no link.
  if (path.startsWith('/absences/')) return path.replace(':token', seatId);
  if (path.startsWith('/classes/sessions/')) return path.replace(':id', sessionId);
  if (path.startsWith('/classes/')) return path.replace(':id', courseId);
  return path.replace(':id', id);
};
const others = {
  'a visitor': house.as(),
  'a stranger': lin.visitor,
  'a guardian who must not see': ram.visitor,
  'a treasurer': house.as(actorOf(lin, ['treasurer'])),
  'an administrator': house.as(actorOf(lin, ['administrator'])),
  'a volunteer who does not come': house.as(actorOf(lin, ['volunteer', 'tutor'])),
};
const WORDS = /Asha|Asthma|Ambulance|Uncle Bad|Violence|090-1111|Midori/;

describe.each(Object.entries(others))('%s', (_, visitor) => {
  test.each(childrenPart(CLASSES).routes.map((route) => [route.method, route.path] as const))(
    'reads and changes nothing at %s %s',
    async (method, path) => {
      const address = addressOf(path);
      const before = await db.selectFrom('classes.care_notes').selectAll().execute();
      const answer = method === 'GET' ? await visitor.get(address) : await visitor.post(address, {});
      expect(answer.html).not.toMatch(WORDS);
      if (!OPEN.includes(path)) {
        const isRefused =
          [401, 403, 404].includes(answer.status) || /sign-in|second-factor/.test(answer.location ?? '');
        expect([answer.status, isRefused]).toEqual([answer.status, true]);
      }
      expect(await db.selectFrom('classes.care_notes').selectAll().execute()).toEqual(before);
    },
  );
});

test('who comes to the class reads of health and of nothing else', async () => {
  expect((await haru.visitor.get(`/classes/sessions/${sessionId}/health`)).text).toMatch(
    /Asha.*Asthma spray/,
  );
  for (const path of [`/children/${id}`, `/children/${id}/health`, `/desk/children/${id}`])
    expect((await haru.visitor.get(path)).html).not.toMatch(WORDS);
});

test('the desk is told of a child for coordinators alone, and only near the class', async () => {
  const look = async (role: 'coordinator' | 'administrator') => {
    const reader = { personId: kobayashi.id, roles: new Set([role]), locale: 'en', now: clock() } as const;
    const asking = await childrenDesk.ask(db, reader);
    return asking ? asking.show({} as never).items : null;
  };
  expect(await look('administrator')).toBeNull();
  expect(await look('coordinator')).toEqual([]);
  await db.updateTable('classes.children').set({ photos_said_at: null }).execute();
  expect(await look('coordinator')).toEqual([]);
  clock.set(house.startsAt.subtract({ hours: 20 }));
  const items = (await look('coordinator')) ?? [];
  expect(items.map(({ act, href }) => [act, href])).toEqual([['child_incomplete', `/desk/children/${id}`]]);
});
