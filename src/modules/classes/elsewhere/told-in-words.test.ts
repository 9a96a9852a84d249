import { beforeEach, describe, expect, test } from 'vitest';
import { childrenHouse } from '../../../../test/support/children.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import type { NewsKind } from '../../../platform/news.ts';
import { cancelSession, moveSession } from '../sessions/commands.ts';
import { CANCEL_REASONS } from '../types.ts';
import { classesNews } from './news.ts';

const house = await childrenHouse();
const { db, clock, courseId, sessionId, startsAt, seated, sita, haru, kobayashi, lin } = house;
const on = { sessionId, as: 'coordinator', byPersonId: kobayashi.id } as const;

/** Who is told an event, and of which kinds. */
async function told(event: string): Promise<[string, string[]][]> {
  const kinds = classesNews.filter(({ events }) => events.includes(event));
  const ids = { sessionId, courseId };
  const all: [string, string[]][] = [];
  for (const kind of kinds) {
    const whom = await kind.whom({ db, ids, now: clock() });
    if (whom.length > 0) all.push([kind.kind, whom.toSorted()]);
  }
  return all;
}
const mayKnow = (kind: NewsKind | undefined, personId: string) =>
  kind?.mayKnow({ db, personId, roles: new Set(['resident']), objectId: sessionId, now: clock() });

beforeEach(async () => {
  await house.emptied();
  await db.updateTable('classes.commitments').set({ state: 'yes' }).where('state', '=', 'asked').execute();
});

describe('a day that is moved', () => {
  test('is told to the family, who read the old day, the new one, and how it stands with the seat', async () => {
    const { id } = await seated();
    const to = startsAt.add({ hours: 7 * 24 });
    const times = { startsAt: to, endsAt: to.add({ hours: 2 }) };
    await inTransaction(db, (tx) => moveSession(tx, { ...on, to: times, now: clock() }));
    expect(await told('classes.session.moved')).toEqual([['class_of_child_has_moved', [sita.id]]]);
    const kind = classesNews.find((one) => one.kind === 'class_of_child_has_moved');
    expect([await mayKnow(kind, sita.id), await mayKnow(kind, lin.id)]).toEqual([true, false]);
    const { text } = await sita.visitor.get(`/children/${id}`);
    expect(text).toContain('Sat, Dec 12, 2026');
    expect(text).toContain('It was on Sat, Dec 5, 2026, 10:00 .');
    expect(text).toContain('We keep your child’s seat.');
    expect((await haru.visitor.get('/classes/teaching')).text).toContain('This class has moved');
  });
});

describe('a day that is off', () => {
  test('is told with its reason to families and tutors, in every language, and stands on their pages', async () => {
    const { id } = await seated();
    await inTransaction(db, (tx) => cancelSession(tx, { ...on, reason: 'storm', now: clock() }));
    const teachers = [haru.id, kobayashi.id].toSorted();
    const said = new Set<string>();
    for (const reason of CANCEL_REASONS) {
      await db.updateTable('classes.sessions').set({ cancel_reason: reason }).execute();
      const now = await told('classes.session.cancelled');
      expect(now.map(([, whom]) => whom)).toEqual([teachers, [sita.id]]);
      for (const [name] of now) {
        const kind = classesNews.find((one) => one.kind === name);
        for (const locale of LOCALES) said.add(`${kind?.sentence.plain(locale)}`);
      }
    }
    expect(said.size).toBe(CANCEL_REASONS.length * 2 * LOCALES.length);

    // And it stands on their pages until the day is over.
    for (const [reason, word] of [
      ['storm', 'Because of a storm.'],
      ['illness', 'Because of illness.'],
    ] as const) {
      await db.updateTable('classes.sessions').set({ cancel_reason: reason }).execute();
      for (const answer of [
        await sita.visitor.get('/children'),
        await sita.visitor.get(`/children/${id}`),
        await haru.visitor.get('/classes/teaching'),
      ])
        expect(answer.text).toContain(word);
    }
    clock.set(startsAt.add({ hours: 8 * 24 }));
    expect((await sita.visitor.get('/children')).text).not.toContain('Because of');
  });
});
