import { type RawBuilder, sql } from 'kysely';
import type { Sealed } from '../sealed/seal.ts';
import type { Database } from './connect.ts';

/** What a statement is asked for and what its rows say. */
export interface Question<Answer> {
  readonly statement: RawBuilder<unknown>;
  /** @param rows as JSON holds them */
  read(rows: readonly never[]): Answer;
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
  beside?: RawBuilder<unknown>,
): Promise<Answers<Questions>> {
  const asked = Object.entries(questions);
  const lists = asked.map(
    ([name, { statement }]) =>
      sql`(select coalesce(json_agg(q), '[]') from (${statement}) as q) as ${sql.id(name)}`,
  );
  const first = beside ? sql`with beside as (${beside} returning true)` : sql``;
  const { rows } = await sql<Record<string, never[]>>`${first} select ${sql.join(lists)}`.execute(db);
  const answers: [string, unknown][] = [];
  for (const [name, { read, otherwise }] of asked) {
    const list = rows[0]?.[name];
    if (!list) throw new Error(`the question ${name} was not answered`);
    answers.push([name, otherwise && list.length === 0 ? await ask(db, otherwise) : read(list)]);
  }
  return Object.fromEntries(answers) as Answers<Questions>;
}

/** Reads what may be null. */
export function orNull<Value>(text: string | null, read: (text: string) => Value): Value | null {
  return text === null ? null : read(text);
}
