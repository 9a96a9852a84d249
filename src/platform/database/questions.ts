import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Sealed } from '../sealed/seal.ts';
import type { Database, readDay, readInstant } from './connect.ts';
import type { DB } from './generated.ts';
import { executeStanding, filled, type Places, type Standing, standing } from './standing.ts';

/** What a statement is asked for and what its rows say. */
export interface Question<Answer> {
  readonly statement: RawBuilder<unknown>;
  /** @param rows as JSON holds them */
  read(rows: readonly never[]): Answer;
  /** The same, where it stands: see `standingQuestion`. */
  readonly standing?: Standing;
  /** Asked behind it, in a trip of its own, where the statement finds no row: not a part of it, or it would be planned each time. */
  readonly otherwise?: Question<Answer>;
}

export type Answers<Questions> = {
  [Name in keyof Questions]: Questions[Name] extends Question<infer Answer> ? Answer : never;
};

/** Questions under names. */
export type Asked = Readonly<Record<string, Question<unknown>>>;

/** A row as JSON holds it: times and days are text, for `readInstant`, `readDay` and `orNull` of them; bytes can't be asked for. */
export type AsJson<Value> = Value extends string | number | boolean | null | undefined | Sealed
  ? Value
  : Value extends Temporal.Instant | Temporal.PlainDate | Temporal.PlainTime
    ? string
    : Value extends Uint8Array | bigint
      ? never
      : { readonly [Name in keyof Value]: AsJson<Value[Name]> };

/** @param read gets all rows, in the statement's order */
export function question<Row, Answer>(
  statement: RawBuilder<unknown>,
  read: (rows: readonly AsJson<Row>[]) => Answer,
): Question<Answer> {
  return { statement, read };
}

/** The columns that hold times, each with what reads it from JSON: all of them, or it does not compile. */
type TimesIn<Row> = {
  readonly [Name in keyof Row as Temporal.Instant extends Row[Name] ? Name : never]-?: typeof readInstant;
} & {
  readonly [Name in keyof Row as Temporal.PlainDate extends Row[Name] ? Name : never]-?: typeof readDay;
};

/** What a query finds, row for row as it gives them itself, for a trip with others. */
export function rowsOf<Row extends object>(
  query: SelectQueryBuilder<DB, never, Row>,
  times: TimesIn<Row>,
): Question<Row[]> {
  const readers = Object.entries(times) as [keyof Row, (text: string) => unknown][];
  return question<Row, Row[]>(sql`${query}`, (rows) =>
    rows.map((row) => {
      const found = row as unknown as Record<keyof Row, unknown>;
      const read = readers.map(([name, of]) => [name, orNull(found[name] as string | null, of)]);
      return { ...found, ...Object.fromEntries(read) } as Row;
    }),
  );
}

/**
 * A question that pages ask at every look: its statement is written once for all, and only values are given each time.
 * @param build from a place for each value (`standing`)
 */
export function standingQuestion<Values extends object, Row, Answer>(
  build: (places: Places<Values>) => RawBuilder<unknown>,
  read: (rows: readonly AsJson<Row>[], values: Values) => Answer,
): (values: Values) => Question<Answer> {
  const stand = standing(build);
  return (values) => {
    const of = stand(values);
    return {
      standing: of,
      get statement() {
        return filled(of);
      },
      read: (rows) => read(rows, values),
    };
  };
}

/** Asks one question. */
export async function ask<Answer>(db: Database, asked: Question<Answer>): Promise<Answer> {
  return (await askTogether(db, { asked })).asked;
}

/**
 * Asks several questions in one trip to the database, which costs a page more than most answers. The rows come as JSON:
 * a list of forty rows takes a third of the time that its values take one by one.
 * @param beside a statement that writes, done with them or not at all: outside a transaction, the answers come when it is committed
 * @returns the answers under the questions' names
 */
export async function askTogether<Questions extends Asked>(
  db: Database,
  questions: Questions,
  beside?: Standing,
): Promise<Answers<Questions>> {
  const asked = Object.entries(questions);
  const [row] = await rowOf(db, questions, beside);
  const answers: [string, unknown][] = [];
  for (const [name, { read, otherwise }] of asked) {
    const list = row?.[name];
    if (!list) throw new Error(`the question ${name} was not answered`);
    answers.push([name, otherwise && list.length === 0 ? await ask(db, otherwise) : read(list)]);
  }
  return Object.fromEntries(answers) as Answers<Questions>;
}

/** No question has this name. */
const BESIDE = '';

async function rowOf(
  db: Database,
  questions: Asked,
  beside: Standing | undefined,
): Promise<readonly Record<string, never[]>[]> {
  const names = Object.keys(questions);
  const join = (statements: Readonly<Record<string, RawBuilder<unknown>>>) => {
    const lists = names.map(
      (name) => sql`(select coalesce(json_agg(q), '[]') from (${statements[name]}) as q) as ${sql.id(name)}`,
    );
    const first = beside ? sql`with beside as (${statements[BESIDE]} returning true)` : sql``;
    return sql<Record<string, never[]>>`${first} select ${sql.join(lists)}`;
  };
  const standing = Object.entries(questions).flatMap(([name, { standing: of }]) =>
    of ? [[name, of] as const] : [],
  );
  const besides = beside ? [[BESIDE, beside] as const] : [];
  if (standing.length === names.length)
    return executeStanding(db, Object.fromEntries([...standing, ...besides]), join);
  const statements = Object.entries(questions).map(([name, { statement }]) => [name, statement] as const);
  const others = besides.map(([name, of]) => [name, filled(of)] as const);
  return (await join(Object.fromEntries([...statements, ...others])).execute(db)).rows;
}

/** Reads what may be null. */
export function orNull<Value>(text: string | null, read: (text: string) => Value): Value | null {
  return text === null ? null : read(text);
}
