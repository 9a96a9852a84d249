import type { Tx } from '../../../platform/database/connect.ts';
import { type InventedWorld, type Step, step } from '../../../platform/parts/demonstration.ts';
import { assessConcern, closeConcern, raiseConcern } from '../../trust/index.ts';
import { REQUEST } from '../request/thing.ts';
import rows from './data/concerns.json' with { type: 'json' };
import type { PlannedRequest } from './requests.ts';

/** Concerns about nobody in particular that coordinators have looked into, beside the one that a resident raises. */
export function concernSteps(world: InventedWorld, requests: readonly PlannedRequest[]): Step[] {
  const by = world.coordinatorIds[0] ?? '';
  return rows.flatMap((row) => {
    const request = requests.find(({ key }) => key === row.request);
    if (!request) throw new Error(`There is no request ${row.request}.`);
    const on = (days: number, time: string) =>
      world.at(world.today.subtract({ days: row.daysAgo - days }), time);
    const [raised, assessed, closed] = [on(0, '20:30'), on(1, '10:15'), on(2, '16:40')];
    let concernId = '';
    const raising = {
      at: raised,
      async run(tx: Tx) {
        concernId = await raiseConcern(tx, {
          about: null,
          by: world.residents.get(row.by)?.id ?? null,
          program: 'spot',
          objectKind: REQUEST,
          objectId: request.story.requestId,
          words: row.words,
          now: raised,
        });
      },
    };
    const { assessment, closing } = row;
    const assess = (tx: Tx) => assessConcern(tx, { concernId, by, words: assessment, now: assessed });
    if (!closing) return [raising, step(assessed, assess, 'an assessment')];
    const close = (tx: Tx) => closeConcern(tx, { concernId, by, words: closing, now: closed });
    return [raising, step(assessed, assess, 'an assessment'), step(closed, close, 'a closing')];
  });
}
