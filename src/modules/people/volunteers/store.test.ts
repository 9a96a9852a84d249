import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { PROGRAM } from '../../../platform/audit/record.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { insertException, insertPause } from '../availability/store.ts';
import { insertHousehold } from '../household/store.ts';
import { createPerson, endAccess } from '../persons/commands.ts';
import { endRole } from '../roles/commands.ts';
import { toDispatchProfile } from './dispatch.ts';
import { listVolunteerProfiles } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const day = (text: string) => Temporal.PlainDate.from(text);
const days = { fromOn: day('2026-11-24'), untilOn: day('2026-12-24') };

const make = (name: string, more = {}) =>
  inTransaction(db, (tx) => createPerson(tx, { name, now, roles: ['volunteer'], ...more }));

const aya = await make('Aya', {
  kana: 'アヤ',
  gender: 'woman',
  municipalityCode: '13107',
  town: '吾妻橋一丁目',
  japaneseSpeaking: 'native',
  easesJapanese: true,
  maxTravelKm: 8,
  languages: [{ language: 'ne', speak: 2, read: 0, write: 0, phone: 1 }],
  weekly: [{ weekday: 6, startMinute: 600, endMinute: 720 }],
});
await inTransaction(db, async (tx) => {
  await insertHousehold(tx, aya.id, now);
  const hours = { startMinute: 600, endMinute: 660, isAvailable: false };
  for (const onDay of ['2026-11-23', '2026-12-01', '2026-12-24'])
    await insertException(tx, aya.id, { onDay: day(onDay), ...hours });
  await insertPause(tx, aya.id, { fromOn: day('2026-11-01'), untilOn: day('2026-11-24') });
  await insertPause(tx, aya.id, { fromOn: day('2026-12-23'), untilOn: null });
});

describe('listVolunteerProfiles', () => {
  it('gives languages, hours, and what differs within the days asked for', async () => {
    const [profile] = await listVolunteerProfiles(db, days, [aya.id]);
    expect(profile?.person).toEqual(aya);
    expect(profile?.languages).toEqual([{ language: 'ne', speak: 2, read: 0, write: 0, phone: 1 }]);
    expect(profile?.availability.weekly).toEqual([{ weekday: 6, startMinute: 600, endMinute: 720 }]);
    expect(profile?.availability.exceptions.map(({ onDay }) => `${onDay}`)).toEqual(['2026-12-01']);
    expect(profile?.availability.pauses.map(({ fromOn, untilOn }) => `${fromOn} ${untilOn}`)).toEqual([
      '2026-12-23 null',
    ]);
    expect(profile?.householdId).toMatch(/^[0-9a-f-]{36}$/);
    expect(`${profile?.volunteerSinceOn}`).toBe('2026-11-24');
  });

  it('is ready to be ranked', async () => {
    const [profile] = await listVolunteerProfiles(db, days, [aya.id]);
    expect(profile && toDispatchProfile(profile)).toMatchObject({
      id: aya.id,
      gender: 'female',
      reachKilometers: 8,
      isAtEaseWithEasyJapanese: true,
      languages: [
        { language: 'ja', speak: 6, phone: 6 },
        { language: 'ne', speak: 4, phone: 2 },
      ],
      calendar: { visits: [] },
    });
  });

  it('leaves out who is no volunteer, no longer one, not yet one, or has no access', async () => {
    const resident = await inTransaction(db, (tx) =>
      createPerson(tx, { name: 'R', now, roles: ['resident'] }),
    );
    const former = await make('Former');
    await inTransaction(db, (tx) =>
      endRole(tx, { personId: former.id, role: 'volunteer' }, { by: PROGRAM, now }),
    );
    const out = await make('Out');
    await inTransaction(db, (tx) => endAccess(tx, out.id, { by: PROGRAM, now }));
    const ids = [resident.id, former.id, out.id];
    expect(await listVolunteerProfiles(db, days, ids)).toEqual([]);
    const before = { fromOn: day('2026-11-23'), untilOn: day('2026-12-01') };
    expect(await listVolunteerProfiles(db, before, [aya.id])).toEqual([]);
  });

  it('gives all in the order of lists, and nobody when nobody is asked for', async () => {
    await make('いとう');
    await make('Zoe');
    const all = await listVolunteerProfiles(db, days);
    expect(all.map(({ person }) => person.name)).toEqual(['Zoe', 'Aya', 'いとう']);
    expect(await listVolunteerProfiles(db, days, [])).toEqual([]);
  });
});
