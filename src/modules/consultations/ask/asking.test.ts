import { describe, expect, test } from 'vitest';
import { askFields, consultationsHouse, WORDS } from '../../../../test/support/consultations.ts';

const MORNING = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const TODAY = Temporal.PlainDate.from('2026-11-24');

const { db, clock, house, asha, other, mori, asked, taken, waits, watch, happened } =
  await consultationsHouse();

describe('asking', () => {
  test('begins for everybody with whom to call, and a way out', async () => {
    const { html, text } = await house.as().get('/consultations/new');
    expect(html.indexOf('tel:119')).toBeLessThan(html.indexOf('/consultations/asking'));
    expect(html).toContain('data-leave');
    expect(text.match(/danger\?/g)).toHaveLength(1);
    expect((await house.as().get('/consultations/asking')).location).toContain('/sign-in');
  });

  test('says by when somebody answers, and shows what was written', async () => {
    const id = await asked({ deadlineKind: 'payment', deadlineOn: '2026-11-30' });
    const { text } = await asha.web.get(`/consultations/${id}`);
    expect(text).toContain('answers by Thu, Nov 26, 2026, 18:00');
    expect(text).toContain(WORDS);
    expect(text).toContain('in 6 days');
    expect(text).toContain('Nobody but you.');
  });

  test.each([
    ['without a yes to keep it', { isAgreed: '' }, 'isAgreed'],
    ['without words', { words: ' ' }, 'words'],
    ['by phone without a number', { channel: 'phone' }, 'phone'],
    ['with a day for nothing', { deadlineOn: '2026-11-30' }, 'deadlineKind'],
    ['with a deadline without a day', { deadlineKind: 'visa' }, 'deadlineOn'],
    ['with a day that there is not', { deadlineKind: 'visa', deadlineOn: '2026-02-30' }, 'deadlineOn'],
  ])('%s is refused beside the field, and nothing typed is lost', async (_, more, field) => {
    const answer = await asha.web.post('/consultations/asking', { ...askFields, words: WORDS, ...more });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual([field]);
    expect(answer.html.includes(WORDS)).toBe(field !== 'words');
    expect(await db.selectFrom('consultations.matters').select('id').execute()).toEqual([]);
  });

  test('takes along what somebody wrote elsewhere, by their own press, and sends nothing yet', async () => {
    const took = await asha.web.post('/consultations/taking', { words: 'From my request.', origin: 'spot' });
    expect(took.location).toBe('/consultations/new');
    const { html, text } = await asha.web.get('/consultations/asking');
    expect(html).toContain('From my request.');
    expect(text).toContain('nothing is sent yet');
    expect(html).toContain('name="origin" value="spot"');
    expect(html).not.toMatch(/value="residence"[^>]*(selected|checked)/);
    expect((await other.web.get('/consultations/asking')).html).not.toContain('From my request.');
    await asked({ origin: 'spot' });
    expect((await asha.web.get('/consultations/asking')).html).not.toContain('From my request.');
  });

  test('takes along which field it was led to, where there is one of that name', async () => {
    const take = { words: 'My visa ends.', origin: 'spot' };
    await asha.web.post('/consultations/taking', { ...take, field: 'residence' });
    expect((await asha.web.get('/consultations/asking')).html).toMatch(
      /value="residence"[^>]*(selected|checked)/,
    );
    await asha.web.post('/consultations/taking', { ...take, field: 'astrology' });
    expect((await asha.web.get('/consultations/asking')).html).not.toMatch(
      /name="field"[^>]*(selected|checked)/,
    );
  });
});

describe('what was promised', () => {
  test('is an alarm once, unless somebody has answered', async () => {
    const before = await happened('consultations.promise.broken');
    const id = await taken();
    await asked();
    clock.set(Temporal.Instant.from('2026-11-26T18:01:00+09:00'));
    await mori.web.post(`/desk/consultations/${id}/replies`, { reply: 'Just late.' });
    await watch();
    await watch();
    expect(await happened('consultations.promise.broken')).toBe(before + 1);
  });

  test('a deadline is told two weeks before, and step by step, until it is done', async () => {
    const before = await happened('consultations.deadline.nears');
    const id = await taken({ deadlineKind: 'visa', deadlineOn: TODAY.add({ days: 20 }).toString() });
    const told: number[] = [];
    for (const day of [0, 6, 7, 13, 17, 19, 20, 21]) {
      clock.set(MORNING.add({ hours: 24 * day }));
      await watch();
      told.push((await happened('consultations.deadline.nears')) - before);
    }
    expect(told).toEqual([0, 1, 1, 2, 3, 4, 5, 5]);
    expect(await waits(mori.id)).toContainEqual({ kind: 'deadline', id });
    const { id: deadlineId } = await db
      .selectFrom('consultations.deadlines')
      .select('id')
      .executeTakeFirstOrThrow();
    await mori.web.post(`/desk/consultations/${id}/ended`, { deadlineId });
    expect(await waits(mori.id)).not.toContainEqual({ kind: 'deadline', id });
  });
});
