import { constantFrom, property, assert as verify } from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { makeKit } from '../../../test/support/kit.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { defineMessages } from '../../platform/languages/messages.tsx';
import { defineLife, legalSteps } from '../../platform/life.ts';
import { accept, type Outcome, refuse } from '../../platform/refusal.ts';
import { requiredText } from '../../platform/web/form-fields.ts';
import { FormState } from '../../platform/web/form-state.ts';
import { page } from '../../platform/web/route.ts';
import { renderPart } from '../../ui/index.ts';
import {
  ActForm,
  actRoutes,
  doing,
  finalStates,
  lifeRows,
  lifeTable,
  mayDo,
  Press,
  sentAt,
} from './index.ts';

/** An umbrella that neighbors lend each other. */
const life = defineLife({
  noun: 'made_up.umbrella',
  acts: {
    offer: { from: [], to: 'free', by: ['owner'], event: 'made_up.umbrella.offered' },
    lend: {
      from: ['free'],
      to: 'lent',
      by: ['owner'],
      tells: ['borrower'],
      event: 'made_up.umbrella.lent',
      when: 'it rains',
    },
    remind: { from: ['lent'], by: ['owner'], audit: 'made_up.umbrella.reminded' },
    give_back: { from: ['lent'], to: 'free', by: ['borrower'], event: 'made_up.umbrella.given_back' },
    lose: { from: ['lent'], to: 'lost', by: ['borrower', 'owner'], event: 'made_up.umbrella.lost' },
  },
  refuses: (_act, state) => refuse(state === 'lost' ? 'umbrella_is_lost' : 'umbrella_is_not_there').refusal,
});
type State = 'free' | 'lent' | 'lost';
type Party = 'owner' | 'borrower';
interface On {
  readonly id: string;
  readonly party: Party;
  readonly version?: number | undefined;
}

/** A refusal that the small house of the tests has words for. */
const CHANGED = 'choose_one';
const ID = '5f6a1c1e-0000-4000-8000-000000000001';
const ELSEWHERE = '5f6a1c1e-0000-4000-8000-000000000002';

const { db, ownerUrl } = await testDatabase();
await runAs(
  ownerUrl,
  `create table public.umbrellas (id text primary key, state text not null, version int not null default 0, told text[] not null default '{}');
   grant select, insert, update, delete on public.umbrellas to otonari_app;
   create trigger guard_birth before insert on public.umbrellas for each row
     execute function platform.guard_life('made_up.umbrella', 'an umbrella');
   create trigger guard_life before update of state on public.umbrellas for each row
     when (old.state is distinct from new.state) execute function platform.guard_life('made_up.umbrella', 'an umbrella');
   ${lifeRows(life)}`,
);

const umbrella = async (id = ID) => {
  const { rows } = await sql<{ state: State; version: number; told: string[] }>`
    select state, version, told from public.umbrellas where id = ${id}`.execute(db);
  return rows[0] ?? null;
};

const umbrellas = doing({
  life,
  unknown: 'umbrella_is_unknown',
  lock: async (tx, { id }: On) => {
    const { rows } = await sql<{ state: State; version: number }>`
      select state, version from public.umbrellas where id = ${id} for update`.execute(tx);
    return rows[0] ?? null;
  },
  stateOf: ({ state }) => state,
  partyOf: ({ party }) => party,
  isTheirs: (scene, { version }): Outcome<null> =>
    version === undefined || version === scene.version ? accept(null) : refuse(CHANGED),
  move: async (tx, { on, to, ending }) => {
    await sql`update public.umbrellas set state = ${to}, version = version + 1,
      told = told || ${(ending as { note?: string }).note ?? []}::text[] where id = ${on.id}`.execute(tx);
  },
  tell: async (tx, event, { on, from, to }) => {
    await sql`update public.umbrellas set told = told || ${`${event}: ${from} → ${to}`}::text where id = ${on.id}`.execute(
      tx,
    );
  },
  done: (_scene, { id }) => ({ id }),
});
const lend = umbrellas.does('lend');
const remind = umbrellas.does('remind');
const giveBack = umbrellas.does('give_back', () => refuse('it_still_rains'));
const lose = umbrellas.does('lose');
const act = (command: typeof lend, on: Partial<On> = {}) =>
  inTransaction(db, (tx) => command(tx, { id: ID, party: 'owner', ...on }));

beforeEach(async () => {
  await sql`delete from public.umbrellas`.execute(db);
  await sql`insert into public.umbrellas (id, state) values (${ID}, 'free')`.execute(db);
});

describe('a command', () => {
  test('moves the noun and publishes the event of its act', async () => {
    expect(await act(lend)).toEqual(accept({ id: ID }));
    expect(await umbrella()).toEqual({
      state: 'lent',
      version: 1,
      told: ['made_up.umbrella.lent: free → lent'],
    });
  });

  test('stays where it is by an act that leads nowhere, and publishes nothing that the act does not name', async () => {
    await act(lend);
    await act(remind);
    expect(await umbrella()).toMatchObject({ state: 'lent', version: 2, told: [expect.any(String)] });
  });

  test.each([
    ['a noun that is not there', lend, { id: ELSEWHERE }, 'umbrella_is_unknown'],
    ['a version that was changed since', lend, { version: 7 }, CHANGED],
    ['somebody whose part it is not', lend, { party: 'borrower' }, 'this_is_not_yours_to_do'],
    ['a state from which it does not lead', remind, {}, 'umbrella_is_not_there'],
  ] as const)('is refused for %s, and changes nothing', async (_, command, on, code) => {
    expect(await act(command, on)).toEqual(refuse(code));
    expect(await umbrella()).toEqual({ state: 'free', version: 0, told: [] });
  });

  test('is refused by its own body only where the act leads from here', async () => {
    expect(await act(giveBack, { party: 'borrower' })).toEqual(refuse('umbrella_is_not_there'));
    await act(lend);
    expect(await act(giveBack, { party: 'borrower' })).toEqual(refuse('it_still_rains'));
    expect(await umbrella()).toMatchObject({ state: 'lent', version: 1 });
  });

  test('lets exactly one of two rivals through', async () => {
    const both = await Promise.all([act(lend), act(lend)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await umbrella()).toMatchObject({ version: 1 });
  });

  test('is final where nothing leads on', async () => {
    await act(lend);
    await act(lose, { party: 'borrower' });
    expect(await act(lend)).toEqual(refuse('umbrella_is_lost'));
    expect(finalStates(life)).toEqual(['lost']);
  });
});

test('the database lets a noun begin and go only as its life says', async () => {
  await expect(
    sql`insert into public.umbrellas (id, state) values (${ELSEWHERE}, 'lost')`.execute(db),
  ).rejects.toThrow('an umbrella begins as free, not as lost');
  await expect(sql`update public.umbrellas set state = 'lost' where id = ${ID}`.execute(db)).rejects.toThrow(
    'an umbrella does not go from free to lost',
  );
});

test('what may be done is what the table of steps holds, for whoever may', () => {
  const acts = Object.keys(life.acts) as (keyof typeof life.acts)[];
  const states = [null, 'free', 'lent', 'lost'] as const;
  verify(
    property(
      constantFrom(...acts),
      constantFrom(...states),
      constantFrom<Party>('owner', 'borrower'),
      (name, state, party) => {
        const { by, from }: { by: readonly Party[]; from: readonly State[] } = life.acts[name];
        const leads = state === null ? from.length === 0 : from.includes(state);
        expect(mayDo(life, name, { state, party }).ok).toBe(by.includes(party) && leads);
      },
    ),
  );
  expect(legalSteps(life).map(({ act: name }) => name)).toEqual(['offer', 'lend', 'give_back', 'lose']);
});

test('a README shows each act with its states, doers, listeners and condition', () => {
  const lines = lifeTable(life).split('\n');
  expect(lines[2]).toMatch(/^\| offer +\| – +\| free +\| owner +\| – +\| `made_up\.umbrella\.offered` +\|$/);
  expect(lines[3]).toContain('owner; it rains');
  expect(lines[4]).toMatch(/^\| remind +\| lent +\| as before /);
});

describe('the forms of a page', () => {
  const say = { said_lent: 'Lent to {name}', note: 'Note' };
  const words = defineMessages({ ja: say, 'ja-easy': say, en: say, 'zh-Hans': say });
  const table = sentAt({
    at: '/umbrellas/:id',
    life,
    words,
    versioned: true,
    sent: { loan: { act: 'lend', input: { name: requiredText(20) }, says: 'said_lent' } },
  });
  const routes = actRoutes(
    table,
    {
      access: ['coordinator'],
      on: (call): On => ({ id: call.params.id, party: 'owner', version: call.fields.version }),
      about: ({ id }) => ({ subjectIds: [], object: { kind: 'made_up.umbrella', id } }),
      again: (_call, form) => page('Umbrella', <p id="typed">{form.value('name') as never}</p>),
    },
    {
      loan: async (call, on) => {
        const outcome = await lend(call.db, on);
        return outcome.ok ? accept({ ...outcome.value, params: { name: call.fields.name } }) : outcome;
      },
    },
  );
  const kit = makeKit(db, routes);
  const staff = { roles: new Set(['coordinator'] as const), strong: true };

  test('do the act, say so and leave its entry in the audit', async () => {
    Object.assign(kit, { actor: { ...kit.actor, ...staff, personId: crypto.randomUUID(), name: 'C' } });
    const answer = await kit.post(`/en/umbrellas/${ID}/loan`, { name: 'Sita', version: '0' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain(`/umbrellas/${ID}`);
    expect(await umbrella()).toMatchObject({ state: 'lent' });
    const { rows } = await sql<{ action: string }>`
      select action from audit.entries where object_id = ${ID}`.execute(db);
    expect(rows).toEqual([{ action: 'made_up.umbrella.lent' }]);
  });

  test('come back with what was typed when the act is refused', async () => {
    const answer = await kit.post(`/en/umbrellas/${ID}/loan`, { name: 'Sita', version: '7' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Sita');
    expect(await umbrella()).toMatchObject({ state: 'free' });
  });

  const shown = (state: State) => ({ table, of: { id: ID, state, form: FormState.fresh(), version: 3 } });

  test('carry the version they were made from, and are not there where their act does not lead', () => {
    const drawn = renderPart(
      <ActForm {...shown('free')} act="loan" button={'Lend' as never} children={null} />,
      'en',
    );
    expect(drawn).toContain(`action="/en/umbrellas/${ID}/loan"`);
    expect(drawn).toMatch(/name="version" value="3"/);
    expect(renderPart(<Press {...shown('lent')} act="loan" children={'Lend' as never} />, 'en')).toBe('');
  });
});
