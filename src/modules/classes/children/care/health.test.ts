import { beforeEach, describe, expect, test } from 'vitest';
import { childrenHouse } from '../../../../../test/support/children.ts';
import { forget } from '../../../../platform/rights/forget.ts';
import { personalData } from '../../personal-data.ts';

const house = await childrenHouse();
const { clock, db, enrol, haru, lin, onlyChild, seated, sessionId, sita, startsAt } = house;

beforeEach(() => house.emptied());

describe('health', () => {
  const note = { kind: 'allergy', foods: ['egg'], what: 'Red skin', whatToDo: 'Call me', isAgreed: 'on' };

  const shownIn = (html: string) => /name="notes" value="([^"]+)"/.exec(html)?.[1] ?? expect.fail();

  test('is read by who comes to the class, before it, and noted as read', async () => {
    const { id } = await seated();
    await sita.visitor.post(`/children/${id}/health`, note);
    const path = `/classes/sessions/${sessionId}/health`;
    expect((await lin.visitor.get(path)).status).toBe(404);
    const first = await haru.visitor.get(path);
    expect(first.text).toMatch(/Asha.*Egg.*Red skin.*Call me/);
    expect(first.text).toContain('I have read it');
    // What is said while somebody reads is not read by their press.
    await sita.visitor.post(`/children/${id}/health`, { ...note, foods: ['wheat'] });
    await haru.visitor.post(path, { notes: shownIn(first.html) });
    const second = await haru.visitor.get(path);
    expect(second.text).toContain('I have read it');
    await haru.visitor.post(path, { notes: shownIn(second.html) });
    expect((await haru.visitor.get(path)).text).toContain('You have read it all.');
    // What is said anew has to be read again.
    await sita.visitor.post(`/children/${id}/health`, { ...note, foods: ['milk'] });
    expect((await haru.visitor.get(path)).text).toContain('I have read it');
    clock.set(startsAt.add({ hours: 3 }));
    expect((await haru.visitor.get(path)).status).toBe(404);
  });

  test('is said only with consent, is taken back at once, and “nothing” is an answer', async () => {
    await enrol();
    const id = await onlyChild();
    const refused = await sita.visitor.post(`/children/${id}/health`, { ...note, isAgreed: '' });
    expect(Object.keys(refused.refusals)).toEqual(['isAgreed']);
    await sita.visitor.post(`/children/${id}/health`, note);
    const { id: noteId } = await db.selectFrom('classes.care_notes').select('id').executeTakeFirstOrThrow();
    await sita.visitor.post(`/children/${id}/health/withdrawal`, { noteId });
    expect(await db.selectFrom('classes.care_notes').select('id').execute()).toEqual([]);
    await sita.visitor.post(`/children/${id}/health/nothing`);
    expect((await sita.visitor.get(`/children/${id}`)).text).toContain('There is nothing to know');
  });

  test('“nothing” of a page that was drawn before takes away nothing that another has noted', async () => {
    await enrol();
    const id = await onlyChild();
    await sita.visitor.post(`/children/${id}/health`, note);
    expect((await sita.visitor.post(`/children/${id}/health/nothing`)).status).toBe(422);
    expect(await db.selectFrom('classes.care_notes').select('id').execute()).toHaveLength(1);
  });

  test('a consent that has ended is asked for anew, and its words are gone a month later', async () => {
    const { id } = await seated();
    await sita.visitor.post(`/children/${id}/health`, note);
    clock.set(Temporal.Instant.from('2027-04-02T10:00:00+09:00'));
    const { text } = await sita.visitor.get(`/children/${id}`);
    expect(text).toContain('The consent has ended');
    expect(text).not.toContain('Red skin');
    await forget(db, [personalData], Temporal.Instant.from('2027-04-29T10:00:00+09:00'));
    expect(await db.selectFrom('classes.care_notes').select('id').execute()).toHaveLength(1);
    await forget(db, [personalData], Temporal.Instant.from('2027-05-02T10:00:00+09:00'));
    expect(await db.selectFrom('classes.care_notes').select('id').execute()).toEqual([]);
  });
});
