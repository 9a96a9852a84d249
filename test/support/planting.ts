import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { personalDataMaps } from '../../src/modules.ts';
import { connect, type Database, type Tx } from '../../src/platform/database/connect.ts';
import { leadsTo } from '../../src/platform/rights/erase.ts';
import { listRuled, type Ruled } from '../../src/platform/rights/ruled.ts';
import { testSeal } from './database.ts';
import { MORNING } from './world.ts';

/** Words of their own in one column of one row. */
export interface Planted {
  readonly table: string;
  readonly column: string;
  readonly words: string;
  readonly isSealed: boolean;
  /** Whose row it is; null where the map knows nobody. */
  readonly of: string | null;
  /** Whether the map grants it to them. */
  readonly isTheirs: boolean;
}

/** What a row must say where the database takes only some words. For whoever adds a table that begins empty. */
const ONLY: Readonly<Record<string, string>> = {
  'auth.challenges.purpose': 'registration',
  'auth.codes.expires_at': '2026-11-25T09:00:00+09:00',
  'auth.sessions.means': 'code',
  'consultations.appointments.ends_at': '2026-11-24T10:00:00+09:00',
  'consultations.appointments.way': 'phone',
  'consultations.experts.fields': '{work}',
  'consultations.experts.hours_a_month': '5',
  'consultations.experts.left_at': '2026-11-25T09:00:00+09:00',
  'consultations.experts.license': 'lawyer',
  'consultations.interpreters.languages': '{en}',
  'consultations.interpreters.left_at': '2026-11-25T09:00:00+09:00',
  'consultations.interpreters.skill': 'trained',
  'consultations.interpretings.ends_at': '2026-11-24T10:00:00+09:00',
  'consultations.interpretings.language': 'en',
  'consultations.interpretings.tie': 'none',
  'consultations.matters.field': 'work',
  'consultations.matters.language': 'en',
  'consultations.matters.origin': 'direct',
  'consultations.matters.urgency': 'today',
  'consultations.openings.as_what': 'keeper',
  'consultations.entries.kind': 'words',
  'consultations.deadlines.kind': 'visa',
  'consultations.danger_checks.item': 'called',
  'consultations.office_referrals.agreed_at': '2026-11-25T09:00:00+09:00',
  'consultations.referrals.passes': '{words}',
  'consultations.steps.act': 'take',
  'consultations.advices.language': 'en',
  'consultations.advices.origin': 'coordinator',
  'consultations.questions.months': '3',
  'consultations.tasks.kind': 'task',
  'consultations.tasks.whose': 'resident',
  'forms.drafts.kind': 'spot.request',
  'giving.gifts.channel': 'bank',
  'giving.pledges.channel': 'bank',
  'giving.refunds.state': 'asked',
  'giving.practice_objects.channel': 'card',
  'giving.provider_differences.kind': 'charge',
  'giving.provider_differences.there_jpy': '2',
  'giving.provider_events.kind': 'charge',
  'notifications.notifications.channel': 'inbox',
  'notifications.opt_outs.channel': 'mail',
  'pairs.activities.kind': 'met',
  'pairs.alarms.kind': 'low_feeling',
  'pairs.applications.side': 'resident',
  'pairs.certificates.code': 'ZYXWVUTS98765432',
  'pairs.certificates.side': 'resident',
  'pairs.check_ins.side': 'resident',
  'pairs.closures.side': 'resident',
  'pairs.fees.kind': 'registration',
  'pairs.interviews.ends_at': '2026-11-24T10:00:00+09:00',
  'pairs.interviews.place': 'online',
  'pairs.introductions.ends_at': '2026-11-24T10:00:00+09:00',
  'pairs.introductions.place': 'online',
  'pairs.loneliness.month': '3',
  'pairs.consents.kind': 'research',
  'pairs.expectations.side': 'resident',
  'pairs.given_contacts.side': 'resident',
  'pairs.terms.side': 'resident',
  'pairs.waits.side': 'resident',
  'pairs.signatures.side': 'resident',
  'people.availability_exceptions.start_minute': '60',
  'people.availability_exceptions.end_minute': '120',
  'people.contact_channels.channel': 'line',
  'people.pauses.until_on': '2026-12-24',
  'people.shared_fields.field': 'about',
  'people.staff_acts.kind': 'grant_role',
  'people.staff_acts.state': 'open',
  'slots.offered.ends_at': '2026-11-24T10:00:00+09:00',
  'slots.offered.kind': 'trust.interview',
  'slots.offered.place': 'online',
  'spot.corrections.field': 'category',
  'stories.pictures.fingerprint': '01'.repeat(32),
  'trust.insurance_years.fiscal_year': '2026',
  'trust.restrictions.kind': 'suspension',
  'trust.restrictions.until_at': '2026-11-24T10:00:00+09:00',
};

/** Of whom a row takes the last: all others have what may stand there once, and that one was made for whoever it is about. */
const MADE_FOR_THEM: ReadonlySet<string> = new Set(['consultations.matters.id']);

/** What a personal column is skipped for: its table takes only some words, or names of other rows. */
const NO_WORDS_FIT = ['23503', '23505', '23514', '22P02', '22001'];

/**
 * Plants words of their own in every personal column that takes any, by the maps: in a row that leads to one of these
 * people, which is made where there is none. What is kept as long as its row has no term, and is left out.
 */
export function plantWords(ownerUrl: string, people: readonly string[]): Promise<readonly Planted[]> {
  return plant(ownerUrl, people, { isMeant: () => true, words: wordsOf });
}

/** Plants the same words in every sealed column of some programs where none of their commands has written them. */
export function plantSealed(
  ownerUrl: string,
  people: readonly string[],
  asked: { readonly schemas: readonly string[]; readonly words: string; readonly told: ReadonlySet<string> },
): Promise<readonly Planted[]> {
  const isMeant = (table: string, { name, sealed }: Ruled['columns'][number]) =>
    asked.schemas.some((schema) => table.startsWith(`${schema}.`)) &&
    sealed !== undefined &&
    !asked.told.has(`${table}.${name}`);
  return plant(ownerUrl, people, { isMeant, words: () => asked.words });
}

interface Planting {
  isMeant(table: string, column: Ruled['columns'][number]): boolean;
  words(count: number): string;
}

async function plant(
  ownerUrl: string,
  people: readonly string[],
  planting: Planting,
): Promise<readonly Planted[]> {
  const owner = connect(ownerUrl, { seal: testSeal, most: 1 });
  const planted: Planted[] = [];
  try {
    await owner.db.transaction().execute(async (tx) => {
      await sql`reset role`.execute(tx);
      for (const ruled of listRuled(personalDataMaps).filter(({ rule }) => rule.keep !== 'as_long_as_row')) {
        const columns = ruled.columns.filter((column) => planting.isMeant(ruled.table, column));
        if (columns.length === 0) continue;
        const one = { ...ruled, columns };
        // What people wrote is not replaced and the chain of the audit not broken, but by its owner, for once.
        await sql`alter table ${sql.table(one.table)} disable trigger user`.execute(tx);
        let place = await findPlace(tx, one, people);
        if (!place) {
          await makeRow(tx, one, people[0] ?? '');
          // By an address nobody is found who has not given it: then any row will do.
          place =
            (await findPlace(tx, one, people)) ??
            (await findPlace(tx, { ...one, rule: { ...one.rule, of: null } }, []));
        }
        if (!place) throw new Error(`${one.table} has no row to plant in`);
        planted.push(...(await plantIn(tx, one, { ...place, count: planted.length, words: planting.words })));
        await sql`alter table ${sql.table(one.table)} enable trigger user`.execute(tx);
      }
    });
  } finally {
    await owner.close();
  }
  return planted;
}

interface Place {
  readonly of: string | null;
  /** The rows that lead there, as PostgreSQL places them; they move when they are written. */
  rows(): Promise<readonly string[]>;
}

async function findPlace(
  db: Database,
  { table, rule }: Ruled,
  people: readonly string[],
): Promise<Place | null> {
  for (const of of rule.of ? people : [null]) {
    const isTheirs = rule.of && of ? leadsTo(rule.of, of) : sql<SqlBool>`true`;
    const rows = async () => {
      const found = await sql<{ row: string }>`select t.ctid::text as row from ${sql.table(table)} as t
        where ${isTheirs} order by t.ctid limit 20`.execute(db);
      return found.rows.map(({ row }) => row);
    };
    if ((await rows()).length > 0) return { of, rows };
  }
  return null;
}

async function plantIn(
  tx: Tx,
  { table, rule, columns }: Ruled,
  place: Place & { readonly count: number } & Pick<Planting, 'words'>,
) {
  const planted: Planted[] = [];
  for (const { name, sealed, export: out } of columns) {
    const words = place.words(place.count + planted.length);
    for (const row of await place.rows()) {
      const value = sealed
        ? sql`${testSeal.seal(words, `${table}.${name} ${await rowName(tx, table, row, sealed)}`)}`
        : await asTyped(tx, { table, name, words });
      if (!value || !(await write(tx, { table, name, row, value }))) continue;
      const isTheirs = rule.export === 'row' && out !== 'never';
      planted.push({ table, column: name, words, isSealed: sealed !== undefined, of: place.of, isTheirs });
      break;
    }
  }
  return planted;
}

/** @returns whether the database takes it there */
async function write(
  tx: Tx,
  { table, name, row, value }: { table: string; name: string; row: string; value: RawBuilder<unknown> },
): Promise<boolean> {
  await sql`savepoint planting`.execute(tx);
  try {
    await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${value} where ctid = ${row}::tid`.execute(
      tx,
    );
    return true;
  } catch (problem) {
    if (!NO_WORDS_FIT.includes((problem as { code?: string }).code ?? '')) throw problem;
    await sql`rollback to savepoint planting`.execute(tx);
    return false;
  }
}

/** Letters only, which most columns take: `zqabqz`. */
function wordsOf(count: number): string {
  const letter = (place: number) => String.fromCharCode(97 + (Math.floor(count / 25 ** place) % 25));
  return `zq${letter(1)}${letter(0)}qz`;
}

async function rowName(tx: Tx, table: string, row: string, sealed: readonly string[]): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`select concat_ws(' ', ${sql.join(sealed.map((name) => sql.ref(name)))}) as name
    from ${sql.table(table)} where ctid = ${row}::tid`.execute(tx);
  return rows[0]?.name ?? '';
}

/** The words as the column's type has them; null where it holds no words. */
async function asTyped(tx: Tx, { table, name, words }: { table: string; name: string; words: string }) {
  const type = (await columnsOf(tx, table)).find((column) => column.name === name)?.type;
  if (type === 'text') return sql`${words}`;
  return type === 'text[]' ? sql`array[${words}]` : null;
}

interface ColumnFacts {
  readonly name: string;
  readonly type: string;
  readonly isNeeded: boolean;
  /** `schema.table.column` that it names. */
  readonly names: string | null;
}

async function columnsOf(db: Database, table: string): Promise<readonly ColumnFacts[]> {
  const { rows } = await sql<ColumnFacts>`
    select a.attname as name, format_type(a.atttypid, null) as type,
      a.attnotnull and d.oid is null and a.attidentity = '' as "isNeeded",
      (select format('%s.%s', c.confrelid::regclass, f.attname) from pg_constraint c
        join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
        where c.conrelid = a.attrelid and c.contype = 'f' and c.conkey = array[a.attnum] limit 1) as names
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`.execute(
    db,
  );
  return rows;
}

/** By which key a row leads to what it ends with: of several, the first. */
function endsWith({ keep }: Ruled['rule']): string | null {
  const [first] = Array.isArray(keep) ? keep : [];
  const [key = '', ...on] = first?.from.split('>') ?? [];
  return on.length > 0 ? key : null;
}

/** Makes somebody's row, with as much in it as it must have. */
async function makeRow(tx: Tx, { table, rule }: Ruled, of: string): Promise<void> {
  const needed = (await columnsOf(tx, table)).filter(
    ({ name, isNeeded }) =>
      isNeeded || name === rule.of || name === endsWith(rule) || `${table}.${name}` in ONLY,
  );
  const values = needed.map((column) =>
    valueFor(column, {
      only: ONLY[`${table}.${column.name}`],
      of,
      isTheirs: column.name === rule.of && column.type === 'uuid',
    }),
  );
  await sql`insert into ${sql.table(table)} (${sql.join(needed.map(({ name }) => sql.ref(name)))})
    values (${sql.join(values)})`.execute(tx);
}

function valueFor(
  { type, names }: ColumnFacts,
  { only, of, isTheirs }: { only: string | undefined; of: string; isTheirs: boolean },
): RawBuilder<unknown> {
  if (only !== undefined) return sql`${sql.lit(only)}`;
  if (names === 'people.persons.id' || isTheirs) return sql`${of}::uuid`;
  if (names) {
    const [schema, table, column] = names.split('.');
    const order = MADE_FOR_THEM.has(names) ? sql`order by ctid desc` : sql``;
    return sql`(select ${sql.ref(column ?? '')} from ${sql.table(`${schema}.${table}`)} ${order} limit 1)`;
  }
  switch (type) {
    case 'uuid':
      return sql`gen_random_uuid()`;
    case 'sealed_text':
    case 'platform.sealed_text':
      return sql`${testSeal.seal('x', 'x')}`;
    case 'timestamp with time zone':
    case 'date':
      return sql`${MORNING.toString()}::timestamptz::${sql.raw(type)}`;
    case 'bytea':
      return sql`${sql.lit('\\x00')}::bytea`;
    case 'json':
    case 'jsonb':
      return sql`'{}'::jsonb`;
    case 'text':
      return sql`'planted'`;
    case 'boolean':
      return sql`false`;
    default:
      return type.endsWith('[]') ? sql`'{}'` : sql`'1'`;
  }
}
