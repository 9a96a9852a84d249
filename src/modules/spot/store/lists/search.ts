import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import type { RequestState } from '../../transitions.ts';
import type { Category, SupportRequest } from '../../types.ts';

/** What a coordinator looks for; null for what does not matter. */
export interface RequestSearch {
  readonly state: RequestState | null;
  readonly category: Category | null;
  readonly municipalityCode: string | null;
  /** Whose requests; their words are sealed and cannot be searched. */
  readonly requesterIds: readonly string[] | null;
  /** Who keeps them. */
  readonly coordinatorId: string | null;
  /** The last request of the page before. */
  readonly afterId: string | null;
  readonly limit: number;
}

/** A request in a list: nothing that anybody wrote. */
export interface FoundRequest
  extends Pick<SupportRequest, 'id' | 'requesterId' | 'coordinatorId' | 'state' | 'category' | 'submittedAt'>,
    Pick<SupportRequest['place'], 'kind' | 'municipalityCode' | 'town'> {}

/** Requests of all times and states, the newest first. */
export async function searchRequests(db: Database, search: RequestSearch): Promise<FoundRequest[]> {
  const { state, category, municipalityCode, requesterIds, coordinatorId, afterId } = search;
  if (requesterIds?.length === 0) return [];
  const after = sql<boolean>`(submitted_at, id) < (
    select submitted_at, id from spot.support_requests where id = ${afterId})`;
  return db
    .selectFrom('spot.support_requests')
    .select([
      'id',
      'requester_id as requesterId',
      'coordinator_id as coordinatorId',
      'state',
      'category',
      'submitted_at as submittedAt',
      'place_kind as kind',
      'municipality_code as municipalityCode',
      'town',
    ])
    .$if(state !== null, (of) => of.where('state', '=', state as RequestState))
    .$if(category !== null, (of) => of.where('category', '=', category as Category))
    .$if(municipalityCode !== null, (of) => of.where('municipality_code', '=', municipalityCode))
    .$if(requesterIds !== null, (of) => of.where('requester_id', 'in', requesterIds ?? []))
    .$if(coordinatorId !== null, (of) => of.where('coordinator_id', '=', coordinatorId))
    .$if(afterId !== null, (of) => of.where(after))
    .orderBy('submitted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(search.limit)
    .execute();
}
