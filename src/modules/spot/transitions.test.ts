import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase, testSeal } from '../../../test/support/database.ts';
import { mayDo } from '../../kits/acts/index.ts';
import {
  FINAL_STATES,
  mayTakeBack,
  type Party,
  REQUEST_STATES,
  type RequestAct,
  type RequestState,
  requestLife,
  whatHappened,
} from './transitions.ts';

const { db } = await testDatabase();

interface Transition {
  readonly from: readonly RequestState[];
  readonly to: RequestState;
  readonly by: readonly Party[];
  readonly event: string;
}
const TRANSITIONS = (Object.keys(requestLife.acts) as RequestAct[]).map((act) => ({
  act,
  ...(requestLife.acts[act] as Transition),
}));

const PARTIES = ['requester', 'asked_volunteer', 'assigned_volunteer', 'coordinator', 'program'] as const;

async function enumOf(name: string): Promise<string[]> {
  const found = await sql<{ value: string }>`
    select unnest(enum_range(null::${sql.raw(name)}))::text as value`.execute(db);
  return found.rows.map((row) => row.value);
}

describe('the table of transitions', () => {
  test('knows every act, state and party of the database, each act once', async () => {
    expect(TRANSITIONS.map(({ act }) => act).sort()).toEqual((await enumOf('spot.request_act')).sort());
    expect([...REQUEST_STATES].sort()).toEqual((await enumOf('spot.request_state')).sort());
    expect([...PARTIES].sort()).toEqual((await enumOf('spot.party')).sort());
    expect(new Set(TRANSITIONS.map(({ event }) => event)).size).toBe(TRANSITIONS.length);
  });

  test('leads from submitted to every state, and nowhere from a final one', () => {
    const reached = new Set<RequestState>(['submitted']);
    for (const state of reached) {
      for (const { from, to } of TRANSITIONS) if (from.includes(state)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...REQUEST_STATES].sort());
    const dead = REQUEST_STATES.filter((state) => !TRANSITIONS.some(({ from }) => from.includes(state)));
    expect(dead.sort()).toEqual([...FINAL_STATES].sort());
  });
});

describe('every act in every state by every party', () => {
  for (const transition of TRANSITIONS) {
    test(`${transition.act} is possible exactly where the table says`, () => {
      for (const state of REQUEST_STATES) {
        for (const party of PARTIES) {
          const isLegal = transition.from.includes(state) && transition.by.includes(party);
          const outcome = mayDo(requestLife, transition.act, { state, party });
          expect([state, party, outcome.ok]).toEqual([state, party, isLegal]);
        }
      }
    });
  }
});

describe('the database', () => {
  test('refuses every step from state to state that no act makes', async () => {
    const legal = new Set(TRANSITIONS.flatMap(({ from, to }) => from.map((state) => `${state} ${to}`)));
    const found: string[] = [];
    for (const from of REQUEST_STATES) {
      for (const to of REQUEST_STATES) {
        const passes = await mayGo(from, to);
        if (passes !== (legal.has(`${from} ${to}`) || from === to)) found.push(`${from} → ${to}`);
      }
    }
    expect(found).toEqual([]);
  });

  test('lets a request begin as submitted only', async () => {
    await expect(insertAs('open')).rejects.toThrow('a request begins as submitted, not as open');
  });
});

const TIME = '2026-11-24T00:00:00Z';

async function insertAs(state: RequestState, trx = db): Promise<string> {
  const found = await sql<{ id: string }>`insert into spot.support_requests
    (requester_id, state, state_since, submitted_at, category, own_words, own_words_locale, needed_tasks,
     talk_languages, is_easy_japanese_ok, place_kind, duration_minutes)
    values (gen_random_uuid(), ${state}, ${TIME}, ${TIME}, 'admin',
     ${testSeal.seal('x', 'a request of this test')}, 'en', '{speak}', '{en}', false, 'online', 60)
    returning id`.execute(trx);
  return found.rows[0]?.id ?? '';
}

/** Whether the trigger lets a request go from one state to another; the way there is forced, and all is undone. */
async function mayGo(from: RequestState, to: RequestState): Promise<boolean> {
  class Undo extends Error {}
  let passed = false;
  try {
    await db.transaction().execute(async (trx) => {
      const id = await insertAs('submitted', trx);
      for (const state of pathTo(from)) await setState(trx, id, state);
      await setState(trx, id, to);
      passed = true;
      throw new Undo();
    });
  } catch (problem) {
    if (!(problem instanceof Undo) && !String(problem).includes('a request does not go from')) throw problem;
  }
  return passed;
}

async function setState(trx: typeof db, id: string, state: RequestState): Promise<void> {
  const ended = FINAL_STATES.includes(state) ? TIME : null;
  const target = state === 'redirected' ? 'helpline' : null;
  await sql`update spot.support_requests set state = ${state}, ended_at = ${ended},
    redirected_to = ${target}::spot.redirect_target where id = ${id}::uuid`.execute(trx);
}

/** A shortest way of legal states from submitted. */
function pathTo(goal: RequestState): RequestState[] {
  const ways = new Map<RequestState, RequestState[]>([['submitted', []]]);
  for (const [state, way] of ways) {
    for (const { from, to } of TRANSITIONS) {
      if (from.includes(state) && !ways.has(to)) ways.set(to, [...way, to]);
    }
  }
  return ways.get(goal) ?? [];
}

describe('what comes too late', () => {
  test.each([
    ['accept', 'accepted', 'somebody_else_said_yes_first'],
    ['accept', 'visited', 'somebody_else_said_yes_first'],
    ['accept', 'unfilled', 'request_is_no_longer_open'],
    ['accept', 'cancelled', 'request_was_cancelled'],
    ['confirm', 'closed', 'request_is_closed'],
    ['cancel', 'visited', 'visit_has_already_happened'],
    ['cancel', 'cancelled', 'request_was_cancelled'],
    ['open', 'confirmed', 'request_has_moved_on'],
  ] as const)('is answered by what has happened: %s in %s', (act, state, code) => {
    expect(whatHappened(act, state)).toBe(code);
  });
});

test('a request is taken back while nobody can have been asked', () => {
  expect(REQUEST_STATES.filter((state) => mayTakeBack(state).ok).toSorted()).toEqual([
    'asked_back',
    'submitted',
  ]);
});
