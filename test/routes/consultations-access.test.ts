import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Caller, press, signIn, VISITOR } from '../support/caller.ts';
import {
  type AccessTable,
  byCodeOnly,
  differencesOf,
  gapsOf,
  linesOf,
  withoutTies,
} from '../support/care/access.ts';
import { buildFamily } from '../support/care/family.ts';
import { buildMatter } from '../support/care/matter.ts';
import { openProduct } from '../support/product.ts';
import { fill } from '../support/samples.ts';

const product = await openProduct();
const { db } = product.database;
await buildFamily(product);
const { matterId, openingId, dayId, expertId, interpreterId, glassId, otherId } = await buildMatter(product);
const of = (name: keyof typeof product.ids) => signIn(product, product.ids[name]);

/** Every tie that somebody can have to a matter, and every role without one. */
const READERS: Readonly<Record<string, Caller>> = {
  visitor: VISITOR,
  person: await withoutTies(product),
  asker: await of('sita'),
  otherAsker: await of('maya'),
  teaches: await of('haru'),
  volunteer: await withoutTies(product, 'volunteer'),
  expert: await withoutTies(product, 'expert'),
  keeper: await of('coordinator'),
  glass: await signIn(product, glassId),
  other: await signIn(product, otherId),
  byCode: await byCodeOnly(product),
  treasurer: await of('treasurer'),
  administrator: await of('administrator'),
};
const SIGNED_IN = Object.keys(READERS).slice(1).join(' ');
const DESK = 'keeper glass other';
const OPENS = 'keeper glass';
const INSIDE = 'Words More Times Reply Inside CallAt';
const AFTER = 'Advice Japanese Reader Task Place';

/** Who gets to an address, and which facts they read there, as in classes-access.test.ts. */
const TABLE: AccessTable = [
  [{ [`visitor ${SIGNED_IN}`]: '' }, 'GET /consultations/new'],
  [
    { [SIGNED_IN]: '' },
    `POST /consultations/taking
    GET /consultations/asking
    POST /consultations/asking
    GET /consultations`,
  ],
  [{ asker: 'Words More Reply Reason' }, 'GET /consultations/:id'],
  [{ asker: 'Expert Sentence Told' }, 'GET /consultations/:id/referrals'],
  [{ asker: 'Paper' }, 'GET /consultations/:id/papers/:place'],
  [
    { asker: 'Place Interpreter' },
    `GET /consultations/:id/appointment
    POST /consultations/:id/booking`,
  ],
  [{ asker: 'Advice Japanese Reader Task' }, 'GET /consultations/:id/advice'],
  [
    { asker: '' },
    `GET /consultations/:id/appointment.ics
    POST /consultations/:id/words
    POST /consultations/:id/quiet
    POST /consultations/:id/withdrawal
    POST /consultations/:id/reopening
    POST /consultations/:id/calling-off
    POST /consultations/:id/answers
    POST /consultations/:id/tasks
    POST /consultations/:id/referrals/agreement
    POST /consultations/:id/referrals/end
    POST /consultations/:id/offices/agreement
    POST /consultations/:id/offices/end`,
  ],
  [
    { [DESK]: '' },
    `GET /desk/consultations
    GET /desk/consultations/figures
    GET /desk/expert-days
    POST /desk/expert-days
    POST /desk/consultations/:id/care
    POST /desk/consultations/:id/advice/cancellations
    POST /desk/consultations/:id/advice/giving
    POST /desk/consultations/:id/referrals/asking
    POST /desk/consultations/:id/referrals/ended
    POST /desk/consultations/:id/referrals/endings
    POST /desk/experts/:id/leaving
    GET /desk/interpreters/new
    POST /desk/interpreters/new
    POST /desk/interpreters/:id/leaving
    POST /desk/consultations/:id/interpreter/ended`,
  ],
  [
    { [DESK]: 'Expert Interpreter' },
    `GET /desk/expert-days/:id
    POST /desk/expert-days/:id/people
    POST /desk/expert-days/:id/leaving
    POST /desk/expert-days/:id/matters
    POST /desk/expert-days/:id/hands`,
  ],
  [
    { [DESK]: 'Expert' },
    `GET /desk/experts
    POST /desk/experts
    GET /desk/experts/:id
    POST /desk/experts/:id`,
  ],
  [
    { [DESK]: 'Interpreter' },
    `GET /desk/interpreters
    GET /desk/interpreters/:id
    POST /desk/interpreters/:id`,
  ],
  [
    { [OPENS]: 'Interpreter' },
    `GET /desk/consultations/:id/interpreter
    POST /desk/consultations/:id/interpreter/choices`,
  ],
  [
    { [OPENS]: 'Expert Sentence Told' },
    `GET /desk/consultations/:id/referrals
    POST /desk/consultations/:id/referrals/proposals
    POST /desk/consultations/:id/referrals/offices
    POST /desk/consultations/:id/referrals/sayings`,
  ],
  [
    { [OPENS]: 'Party Kana' },
    `GET /desk/consultations/:id/parties
    POST /desk/consultations/:id/parties/entries
    POST /desk/consultations/:id/parties/removals
    POST /desk/consultations/:id/parties/decisions`,
  ],
  // A link that nobody sent opens nothing to anybody; what one that was sent opens: referral.test.ts, reading.test.ts.
  [
    {},
    `GET /experts/:token
    POST /experts/:token/refusal
    POST /experts/:token/notes`,
  ],
  [
    { [`visitor ${SIGNED_IN}`]: '' },
    `POST /experts/:token/acceptance
    POST /experts/:token/reading
    POST /experts/:token/try
    POST /experts/:token/comparison
    POST /experts/:token/call`,
  ],
  [{ [`${DESK} administrator`]: 'Reason' }, 'GET /desk/consultations/openings'],
  [{ [`${DESK} administrator`]: '' }, 'POST /desk/consultations/openings/:id/review'],
  [{ [OPENS]: 'Paper' }, 'GET /desk/consultations/:id/papers/:place'],
  [
    { [OPENS]: INSIDE, other: '' },
    `GET /desk/consultations/:id
    POST /desk/consultations/:id/replies
    POST /desk/consultations/:id/notes
    POST /desk/consultations/:id/deadlines
    POST /desk/consultations/:id/ended
    POST /desk/consultations/:id/checks
    POST /desk/consultations/:id/successor
    POST /desk/consultations/:id/closing
    POST /desk/consultations/:id/openings`,
  ],
  [
    { [OPENS]: AFTER },
    `GET /desk/consultations/:id/advice
    POST /desk/consultations/:id/advice/drafts
    POST /desk/consultations/:id/advice/readings
    POST /desk/consultations/:id/advice/tasks
    POST /desk/consultations/:id/advice/contacts
    POST /desk/consultations/:id/advice/done`,
  ],
];

const at = (path: string) =>
  fill(
    path,
    path.includes('/openings/')
      ? { id: openingId }
      : path.startsWith('/desk/expert-days/')
        ? { id: dayId }
        : path.startsWith('/desk/experts/')
          ? { id: expertId }
          : path.startsWith('/desk/interpreters/')
            ? { id: interpreterId }
            : { id: matterId, place: '1', token: 'none' },
  );

test('the table tells of every route of consultations, once', () => {
  const routes = product.house.modules.find(({ name }) => name === 'consultations')?.routes ?? [];
  expect(routes.length).toBeGreaterThan(40);
  expect(gapsOf(TABLE, routes)).toEqual([]);
});

test('everybody gets at each address exactly what the table says', { timeout: 180_000 }, async () => {
  expect(await differencesOf({ product, table: TABLE, readers: READERS, at })).toEqual([]);
  expect(product.problems).toEqual([]);
});

/** Everything that fits any of the desk's forms. */
const FILLED = {
  ...{ reply: 'Somebody else', note: 'Somebody else', deadlineKind: 'visa', deadlineOn: '2026-12-30' },
  ...{ item: 'safe_now', outcome: 'solved', japanese: '返金。', words: 'A refund.', origin: 'expert' },
  ...{
    reader: 'Somebody else',
    writtenAt: '1',
    task: 'Somebody else',
    whose: 'resident',
    taskOn: '2026-12-30',
  },
  ...{ contactOn: '2026-12-30' },
};

/** All rows of consultations but who has looked at what. */
async function everything(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema = 'consultations' and table_name not in ('openings') order by 1`.execute(db);
  const all: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{
      row: string;
    }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(db);
    all.push(name, ...rows.map(({ row }) => row));
  }
  return all.join('\n');
}

test('of those who get to the page, nobody but whoever is responsible changes anything', async () => {
  const forms = TABLE.flatMap(([, lines]) => linesOf(lines))
    .filter((route) => /^POST \/desk\/consultations\/:id\//.test(route))
    .filter((route) => !route.endsWith('/openings'))
    .map((route) => at(route.slice('POST '.length)));
  expect(forms.length).toBeGreaterThan(14);
  const ids = await sql<{ deadline: string; task: string }>`
    select d.id as deadline, t.id as task from consultations.deadlines d, consultations.tasks t
    where d.matter_id = ${matterId} and t.matter_id = ${matterId}`.execute(db);
  const { deadline = '', task = '' } = ids.rows[0] ?? {};
  expect(task).not.toBe('');
  const before = await everything();
  for (const reader of ['glass', 'other', 'administrator', 'expert', 'otherAsker'])
    for (const path of forms) {
      const typed = { ...FILLED, successorId: glassId, deadlineId: deadline, taskId: task };
      await db.deleteFrom('platform.rate_windows').execute();
      const { status } = await press(product, READERS[reader] ?? VISITOR, `/en${path}`, typed);
      expect([403, 404, 422], `${reader} at ${path}: ${status}`).toContain(status);
    }
  expect(await everything()).toBe(before);
  // The same forms, sent by whoever may.
  const kept = await press(
    product,
    READERS['keeper'] ?? VISITOR,
    `/en/desk/consultations/${matterId}/advice/done`,
    { taskId: task },
  );
  expect(kept.status).toBe(303);
  expect(await everything()).not.toBe(before);
});
