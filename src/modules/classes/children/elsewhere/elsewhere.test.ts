import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { childrenHouse } from '../../../../../test/support/children.ts';
import { CLASSES } from '../../../../../test/support/classes.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { Role } from '../../../../platform/permissions.ts';
import { erase } from '../../../../platform/rights/erase.ts';
import { forget } from '../../../../platform/rights/forget.ts';
import { personalData } from '../../personal-data.ts';
import { childrenMorning } from '../elsewhere/jobs.ts';
import { childrenNews } from '../elsewhere/news.ts';
import { handOverChildrenOf } from '../store/children.ts';

const house = await childrenHouse();
const { clock, db, enrol, kobayashi, lin, onlyChild, ram, seated, sita, startsAt } = house;

/** Events of earlier tests stay: nobody may delete them. */
let lastEvent = 0;
async function last(): Promise<number> {
  const { rows } = await sql<{
    at: string;
  }>`select coalesce(max(sequence), 0) as at from platform.events`.execute(db);
  return Number(rows[0]?.at ?? 0);
}

beforeEach(async () => {
  await house.emptied();
  lastEvent = await last();
});

describe('the week before', () => {
  const run = () => childrenMorning.run({}, { db, clock, log: undefined as never });
  const news = async () =>
    (
      await sql<{
        type: string;
      }>`select type from platform.events where sequence > ${lastEvent} order by sequence`.execute(db)
    ).rows
      .map(({ type }) => type)
      .filter((type) => /incomplete|near/.test(type));

  test('the family is told once what is missing, and nothing once it is said', async () => {
    const { id } = await seated();
    await run();
    await run();
    expect(await news()).toEqual(['classes.child.incomplete']);
    const kind = childrenNews(CLASSES).find((one) => one.kind === 'child_incomplete') ?? expect.fail();
    const ask = { db, personId: sita.id, roles: new Set<Role>(['guardian']), objectId: id, now: clock() };
    expect(await kind.mayKnow(ask)).toBe(true);
    expect(await kind.mayKnow({ ...ask, personId: lin.id })).toBe(false);
    expect(await kind.isStillSo?.(ask)).toBe(true);
    await sita.visitor.post(`/children/${id}/health/nothing`);
    expect(await kind.isStillSo?.(ask)).toBe(false);
  });

  test('two days before, they get the way to say that they cannot come', async () => {
    await seated();
    clock.set(startsAt.subtract({ hours: 47 }));
    await run();
    expect(await news()).toContain('classes.class.near');
  });
});

describe('what is kept ends', () => {
  const children = () => db.selectFrom('classes.children').select(['id', 'answered_by', 'left_at']).execute();

  test('a year after the child has left, and health fourteen days after', async () => {
    const { id } = await seated();
    await sita.visitor.post(`/children/${id}/health`, {
      kind: 'health',
      what: 'Asthma',
      whatToDo: '',
      isAgreed: 'on',
    });
    const enrolment = await db.selectFrom('classes.enrolments').select('id').executeTakeFirstOrThrow();
    await sita.visitor.post(`/children/${id}/leaving`, { enrolmentId: enrolment.id });
    await childrenMorning.run({}, { db, clock, log: undefined as never });
    expect(await children()).toMatchObject([{ left_at: clock() }]);
    const at = async (iso: string) => {
      await forget(db, [personalData], Temporal.Instant.from(iso));
      const notes = await db.selectFrom('classes.care_notes').select('id').execute();
      return { notes: notes.length, children: (await children()).length };
    };
    expect(await at('2026-12-14T10:00:00+09:00')).toEqual({ notes: 1, children: 1 });
    expect(await at('2026-12-16T10:00:00+09:00')).toEqual({ notes: 0, children: 1 });
    expect(await at('2027-11-30T10:00:00+09:00')).toEqual({ notes: 0, children: 1 });
    expect(await at('2027-12-02T10:00:00+09:00')).toEqual({ notes: 0, children: 0 });
    expect(await db.selectFrom('classes.guardianships').select('id').execute()).toEqual([]);
  });

  test('with the guardian who leaves, unless another answers for the child', async () => {
    await enrol();
    const id = await onlyChild();
    const second = { email: 'ram@example.org', guardian: 'Ram', relation: 'father', phone: '' };
    await kobayashi.visitor.post(`/desk/children/${id}/guardians`, second);
    const leave = (personId: string) =>
      inTransaction(db, async (tx) => {
        await handOverChildrenOf(tx, personId);
        await erase(tx, [personalData], { personId, askedAt: clock(), now: clock() });
      });
    await leave(sita.id);
    expect(await children()).toMatchObject([{ id, answered_by: ram.id }]);
    expect((await ram.visitor.get(`/children/${id}`)).status).toBe(200);
    await leave(ram.id);
    expect(await children()).toEqual([]);
  });
});
