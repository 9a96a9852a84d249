import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inPool, solvedRound } from '../../../../test/support/rounds.ts';
import { pairsRefusals } from '../words.ts';
import { roundRoutes } from './routes.tsx';
import { listDecisions } from './store/decisions.ts';
import { findResult, findRound } from './store/rounds.ts';

const house = await testHouse([{ name: 'pairs', messages: pairsRefusals, routes: roundRoutes }]);
const { db, clock } = house;
const [resident, volunteer] = [inPool(db, 'resident', clock()), inPool(db, 'volunteer', clock())];
const coordinator = ({ personId }: { personId: string }) =>
  house.as(actorOf({ id: personId }, ['coordinator']));

test('a coordinator who waits in a round reads nothing of themselves in it, and decides on nobody of theirs', async () => {
  const linh = await resident({ name: 'Linh', days: 40 });
  const maria = await resident({ name: 'Maria', days: 3 });
  const [yuki, keiko] = [await volunteer({ name: 'Yuki' }), await volunteer({ name: 'Keiko' })];
  const id = await solvedRound(db, clock, crypto.randomUUID());
  const round = `/desk/pairs/rounds/${id}`;
  const told = await findResult(db, id);
  const withLinh = told?.proposals.find(({ residentId }) => residentId === linh.id)?.volunteerId;
  const [hers, others] = withLinh === yuki.id ? ['Yuki', 'Keiko'] : ['Keiko', 'Yuki'];
  const seen = async (who: { personId: string }, path = round) => (await coordinator(who).get(path)).text;

  expect(await seen({ personId: crypto.randomUUID() })).toContain(`Linh — ${hers}`);
  const [asResident, asVolunteer] = [await seen(linh), await seen(hers === 'Yuki' ? yuki : keiko)];
  for (const text of [asResident, asVolunteer]) {
    expect(text).toContain(`Maria — ${others}`);
    expect(text).not.toContain('Linh');
    expect(text).toContain('1 proposal');
    expect(text).toMatch(/on a map.*Sumida Proposals 1/);
  }
  expect(asResident).not.toContain(hers);

  const [own, mine] = [`${round}/residents/${linh.id}`, hers === 'Yuki' ? yuki : keiko];
  expect((await coordinator(linh).get(own)).status).toBe(404);
  expect(await seen(mine, own)).not.toContain(hers);
  const hisCost = `${round}/residents/${maria.id}?with=${withLinh}`;
  expect(await seen({ personId: crypto.randomUUID() }, hisCost)).toContain('Linh');
  expect(await seen(linh, hisCost)).not.toContain('Linh');

  for (const who of [linh, mine])
    for (const act of ['pins', 'bans', 'releases']) {
      const two = { residentId: linh.id, volunteerId: withLinh ?? '' };
      const version = String((await findRound(db, id))?.version);
      const answer = await coordinator(who).post(`${round}/${act}`, { ...two, version });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('decide about yourself');
    }
  expect(await listDecisions(db, id)).toEqual([]);
});
