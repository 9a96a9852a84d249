import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import type { Closing } from '../../platform/parts/closing.ts';
import { readSetting } from '../../platform/settings/settings.ts';
import { typedValues } from '../forms/index.ts';
import { hoursSetting } from './hours.ts';
import { hoursForm } from './hours-page.tsx';
import { slotsModule } from './offered/module.tsx';

/** Two programs with something at ten on a Monday, and one with nothing. */
const MONDAY_TEN = Temporal.Instant.from('2026-12-07T10:00:00+09:00');
const something = (name: string): Closing => ({
  find: async (_db, { closes }) => (closes(MONDAY_TEN, 60) ? { count: 1, names: name, items: [] } : null),
});
const house = await testHouse([
  slotsModule([], [something('one'), something('other'), { find: async () => null }]),
]);
const [administrator, coordinator] = (['administrator', 'coordinator'] as const).map((role) =>
  house.as(actorOf({ id: randomUUID() }, [role])),
);
const hours = () => readSetting(house.db, hoursSetting);
const save = async (changes: Record<string, string | readonly string[]>) => {
  const [, seen = ''] =
    /name="seen" value="([^"]+)"/.exec((await administrator?.get('/settings/hours'))?.html ?? '') ?? [];
  const fields = { ...typedValues(hoursForm, await hours()), ...changes, seen };
  const answer = await administrator?.post('/settings/hours', fields);
  if (!answer) throw new Error('nobody answered');
  return answer;
};

describe('the hours of the organization', () => {
  test('are an administrator’s, with each change in the audit', async () => {
    expect((await coordinator?.get('/settings/hours'))?.status).toBe(403);
    expect((await coordinator?.post('/settings/hours', {}))?.status).toBe(403);
    const before = await hours();
    expect((await save({ closedOn: ['', '2026-12-28'] })).location).toBe('/settings');
    expect(await hours()).toEqual({ ...before, closedOn: ['2026-12-28'] });
    const [entry] = await house.db
      .selectFrom('audit.entries')
      .select(['detail', 'object_id'])
      .where('action', '=', 'slots.hours.changed')
      .where('outcome', '=', 'done')
      .execute();
    expect(entry?.detail).toEqual({
      changed: 'closedOn',
      was: '{"closedOn":[]}',
      becomes: '{"closedOn":["2026-12-28"]}',
    });
  });

  test.each([
    ['openWeekdays', { openWeekdays: [] }],
    ['opensAt', { opensAt: '25:00' }],
    ['closesAt', { closesAt: '08:00' }],
    ['yearlyClosures', { yearlyClosures: ['12', '29', '1', ''] }],
    ['yearlyClosures', { yearlyClosures: ['2', '30', '3', '1'] }],
    ['closedOn', { closedOn: '2026-02-29' }],
  ])('are refused beside %s when they cannot be', async (field, wrong) => {
    const answer = await save(wrong as Record<string, string | readonly string[]>);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual([field]);
  });

  test('are saved only when what they close in any program was looked at', async () => {
    const asked = await save({ opensAt: '11:00' });
    expect(asked.refusals['closesKnown']).toContain('2 requests have a time that this closes');
    const [, closesKnown = ''] = /name="closesKnown"[^>]* value="([^"]+)"/.exec(asked.html) ?? [];
    expect((await save({ opensAt: '11:00', closesKnown: 'something else' })).status).toBe(422);
    expect((await save({ opensAt: '11:00', closesKnown })).status).toBe(303);
    expect((await hours()).opensAt).toBe('11:00');
    // What was closed before is not asked about again.
    expect((await save({ opensAt: '12:00' })).status).toBe(303);
  });
});
