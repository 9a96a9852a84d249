import type { Person } from '../../modules/people/index.ts';
import { assessConcern, closeConcern, raiseConcern } from '../../modules/trust/index.ts';
import type { Tx } from '../../platform/database/connect.ts';
import { done } from '../../platform/parts/demonstration.ts';
import rows from '../data/concerns.json' with { type: 'json' };
import { instantAt } from '../days.ts';
import type { SeededRequest } from './requests.ts';

interface Around {
  readonly today: Temporal.PlainDate;
  readonly requests: readonly SeededRequest[];
  readonly residents: ReadonlyMap<string, Person>;
  /** The coordinator who looks into them. */
  readonly coordinatorId: string;
}

/** Concerns about nobody in particular that coordinators have looked into, beside the one that a resident raises. */
export async function seedConcerns(tx: Tx, around: Around): Promise<void> {
  for (const row of rows) {
    const request = around.requests.find(({ key }) => key === row.request);
    if (!request) throw new Error(`There is no request ${row.request}.`);
    const day = around.today.subtract({ days: row.daysAgo });
    const concernId = await raiseConcern(tx, {
      about: null,
      by: around.residents.get(row.by)?.id ?? null,
      program: 'spot',
      objectKind: 'spot.request',
      objectId: request.story.requestId,
      words: row.words,
      now: instantAt(day, '20:30'),
    });
    const step = { concernId, by: around.coordinatorId };
    const assessed = { ...step, words: row.assessment, now: instantAt(day.add({ days: 1 }), '10:15') };
    done(await assessConcern(tx, assessed), 'an assessment');
    if (!row.closing) continue;
    const closed = { ...step, words: row.closing, now: instantAt(day.add({ days: 2 }), '16:40') };
    done(await closeConcern(tx, closed), 'a closing');
  }
}
