import { beforeEach, describe, expect, test } from 'vitest';
import { asha, childrenHouse } from '../../../../../test/support/children.ts';
import { CLASSES } from '../../../../../test/support/classes.ts';
import { listChildrenOf } from '../store/children.ts';
import { absencePath } from './token.ts';

const house = await childrenHouse();
const { clock, db, enrol, lin, seated, sita, startsAt } = house;

beforeEach(() => house.emptied());

describe('a child who cannot come', () => {
  const state = async () =>
    (await db.selectFrom('classes.seats').select('state').executeTakeFirstOrThrow()).state;

  test('is said on the child’s page in two taps, and taken back', async () => {
    const { id, seatId } = await seated();
    expect((await sita.visitor.get(`/children/${id}`)).text).toContain('The seat goes to a child who waits');
    const answer = await sita.visitor.post(`/children/${id}/absences`, { seatId });
    expect(answer.flash).toBe('Thank you for telling us.');
    expect(await state()).toBe('given_up');
    await sita.visitor.post(`/children/${id}/returns`, { seatId });
    expect(await state()).not.toBe('given_up');
  });

  test('is no way back for who has left the course: the page’s old number gives no seat', async () => {
    const { id, seatId } = await seated();
    const { id: enrolmentId } = await db
      .selectFrom('classes.enrolments')
      .select('id')
      .executeTakeFirstOrThrow();
    await sita.visitor.post(`/children/${id}/leaving`, { enrolmentId });
    const answer = await sita.visitor.post(`/children/${id}/returns`, { seatId });
    expect([answer.status, await state()]).toEqual([422, 'given_up']);
  });

  test('is said from the mail without signing in, on a page that names nobody and no place', async () => {
    const { seatId } = await seated();
    const { text, html } = await house.as().get(absencePath(CLASSES, seatId));
    expect(text).toContain('Cannot come on Sat, Dec 5, 2026');
    expect(html).not.toMatch(/Asha|Sita|Secret Street|Hanamaru/);
    const answer = await house.as().post(absencePath(CLASSES, seatId));
    expect(answer.status).toBe(303);
    expect(await state()).toBe('given_up');
    expect((await house.as().get(answer.location ?? '')).text).toContain(
      'We know that your child is not coming',
    );
    expect((await house.as().get(`/absences/${seatId}`)).status).toBe(404);
  });

  test('once the class has begun, the link changes nothing', async () => {
    const { seatId } = await seated();
    clock.set(startsAt.add({ minutes: 1 }));
    await house.as().post(absencePath(CLASSES, seatId));
    expect(await state()).toBe('taken');
    expect((await house.as().get(absencePath(CLASSES, seatId))).text).toContain(
      'This class is over, or has begun.',
    );
  });

  test('the seat of another child is not given up by its number', async () => {
    const { id, seatId } = await seated();
    await enrol({ ...asha, name: 'Mei' }, lin);
    const mei = (await listChildrenOf(db, lin.id))[0]?.id ?? expect.fail();
    expect((await lin.visitor.post(`/children/${mei}/absences`, { seatId })).status).toBe(404);
    expect((await lin.visitor.post(`/children/${id}/absences`, { seatId })).status).toBe(404);
    expect(await state()).toBe('taken');
  });
});
