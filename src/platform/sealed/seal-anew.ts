import pg from 'pg';
import type { Logger } from 'pino';
import type { PersonalDataMap } from '../personal-data.ts';
import { asSealed, looksSealed, type Seal, UNREAD } from './seal.ts';

const MARKER = 'platform.settings.value seal';
const WRONG_SECRET =
  'SECRET is not the one with which the words in this database were sealed. Start with that one, or give it as SECRET_BEFORE (docs/operations.md, "The secret").';

/**
 * At every start: sees by a marker that the words in the database open with this seal. What is still sealed with the
 * former secret, or lies there in plain from before its column was sealed, is sealed with the present one; all of it or
 * nothing. Processes that start together wait for each other. Where a former secret is given, every row is looked at
 * each time: a process that was still running with it may have written since.
 * @param ownerUrl an address of the role that owns the schemas: for this once, history is written anew. Where all is done
 *   already, the application's role will do
 * @param log hears of each table that has something to seal, of the end, and of each row that does not open although others do; it stays as it is
 * @returns how many rows were sealed anew
 * @throws with a sentence for the person at the terminal when the secret is another one, or the owner is needed
 */
export async function sealAnew(
  ownerUrl: string,
  seal: Seal,
  maps: readonly PersonalDataMap[],
  log: Logger,
): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(7047)');
    const { marker, isWhole } = await readState(client);
    if (marker !== null && seal.tryOpen(asSealed(marker), MARKER) === null) throw new Error(WRONG_SECRET);
    const isPresent = marker?.startsWith(seal.mark) ?? false;
    const isDone = isWhole && isPresent && !seal.knowsFormer;
    const work = { client, seal, log, isRightSecret: marker !== null };
    const count = isDone ? 0 : await asOwner(() => sealTables(work, maps.flatMap(sealedTables)));
    // Theirs is a digest with the former secret: none of them would work again, and a page would go on counting them.
    if (seal.knowsFormer && !isPresent) await client.query('delete from auth.recovery_codes');
    await client.query('commit');
    return count;
  } finally {
    await client.end();
  }
}

const NOT_OWNER =
  'The words in this database are not all sealed with the present SECRET, and this process may not do that. Run npm run migrate with SECRET and DATABASE_OWNER_URL (and SECRET_BEFORE, if the secret was changed), and start this one without SECRET_BEFORE.';

/** Who has the application's role alone is told so in a sentence. */
async function asOwner<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    if ((problem as { code?: string }).code === '42501') throw new Error(NOT_OWNER, { cause: problem });
    throw problem;
  }
}

interface Work {
  readonly client: pg.Client;
  readonly seal: Seal;
  readonly log: Logger;
  /** Whether the marker has opened. What does not open then is damaged. */
  readonly isRightSecret: boolean;
}

interface SealedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly row: readonly string[];
}

/** Columns that are sealed, by table; those of a table that know their row by different columns stand apart. */
function sealedTables(map: PersonalDataMap): SealedTable[] {
  return Object.entries(map).flatMap(([name, columns]) => {
    const sealed = Object.entries(columns).flatMap(([column, known]) =>
      known !== 'none' && known.sealed ? [{ column, row: known.sealed }] : [],
    );
    return [...Map.groupBy(sealed, ({ row }) => row.join(' ')).values()].map((same) => ({
      name,
      columns: same.map(({ column }) => column),
      row: same[0]?.row ?? [],
    }));
  });
}

/** @throws with a sentence for the person at the terminal when this seal does not open what the database holds */
export async function checkSeal(client: pg.ClientBase, seal: Seal): Promise<void> {
  const { marker } = await readState(client);
  if (marker !== null && seal.tryOpen(asSealed(marker), MARKER) === null) throw new Error(WRONG_SECRET);
}

async function readState(client: pg.ClientBase): Promise<{ marker: string | null; isWhole: boolean }> {
  const { rows } = await client.query<{ marker: string | null; isWhole: boolean }>(`
    select (select value ->> 'marker' from platform.settings where subject = 'seal') as marker,
      (select bool_and(convalidated) from pg_constraint
        where contypid = 'platform.sealed_text'::regtype) as "isWhole"`);
  return rows[0] ?? { marker: null, isWhole: false };
}

async function sealTables(work: Work, tables: readonly SealedTable[]): Promise<number> {
  const { client, seal, log } = work;
  let count = 0;
  for (const table of tables) count += await sealTable(work, table);
  await client.query('alter domain platform.sealed_text validate constraint sealed_form');
  await client.query(
    `insert into platform.settings (subject, value) values ('seal', jsonb_build_object('marker', $1::text))
     on conflict (subject) do update set value = excluded.value, changed_at = now()`,
    [seal.seal('What this database holds opens.', MARKER)],
  );
  if (count > 0) log.info({ rows: count }, 'sealed with the present secret');
  return count;
}

const ROWS_AT_ONCE = 500;

/** The triggers that guard history are off meanwhile: the words stay the same. */
async function sealTable(work: Work, { name, columns, row }: SealedTable): Promise<number> {
  const { client, seal, log } = work;
  const isOld = columns.map((column) => `(${column} <> '' and not starts_with(${column}, $1))`).join(' or ');
  await client.query(`alter table ${name} disable trigger user`);
  await client.query(
    `declare old_words cursor for select ctid::text as place, concat_ws(' ', ${row.join(', ')}) as row, ${columns.join(', ')}
     from ${name} where ${isOld}`,
    [seal.mark],
  );
  let [count, seen] = [0, 0];
  for (;;) {
    const { rows } = await client.query<Record<string, string | null>>(
      `fetch ${ROWS_AT_ONCE} from old_words`,
    );
    if (rows.length === 0) break;
    if (seen === 0) log.info({ table: name }, 'sealing with the present secret');
    seen += rows.length;
    const anew = columns.map((column) =>
      rows.map((words) => sealOne(work, words[column] ?? null, `${name}.${column} ${words['row']}`)),
    );
    count += rows.filter((words, at) =>
      columns.some((column, index) => anew[index]?.[at] !== words[column]),
    ).length;
    await client.query(
      `update ${name} set ${columns.map((column) => `${column} = anew.${column}`).join(', ')}
       from unnest($1::tid[], ${columns.map((_, index) => `$${index + 2}::text[]`).join(', ')})
         as anew (place, ${columns.join(', ')})
       where ${name}.ctid = anew.place`,
      [rows.map(({ place }) => place), ...anew],
    );
  }
  await client.query('close old_words');
  await client.query(`alter table ${name} enable trigger user`);
  return count;
}

function sealOne({ seal, log, isRightSecret }: Work, words: string | null, place: string): string | null {
  if (words === null || words === '' || words.startsWith(seal.mark)) return words;
  const text = looksSealed(words) ? seal.tryOpen(asSealed(words), place) : words;
  if (text !== null) return String(seal.seal(text, place));
  if (!isRightSecret) throw new Error(`What ${place} holds does not open. ${WRONG_SECRET}`);
  log.error({ place }, UNREAD);
  return words;
}
