import { randomUUID } from 'node:crypto';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { FORMER_FOLD } from '../../../japanese/names.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { PeoplePersons } from '../../../platform/database/generated.ts';
import { type Question, question } from '../../../platform/database/questions.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { Named } from '../naming.tsx';
import { indexNames, normalizeEmail } from '../rules.ts';
import type { Channel, Gender, JapaneseLevel, Person, PersonDetails } from '../types.ts';

const about = sealedColumn('people.persons.about');
const sentence = sealedColumn('people.persons.sentence');

/** @returns null when there is no such person, or none any more */
export async function findPerson(db: Database, id: string): Promise<Person | null> {
  const row = await db
    .selectFrom('people.persons')
    .selectAll()
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row ? toPerson(db, row) : null;
}

/** The people with these ids, by id; who doesn't exist, or was erased, is not in the map. */
export async function findPersons(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('people.persons')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .where('erased_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, toPerson(db, row)]));
}

/** Whose an address is; null for nobody's we know. */
export async function findPersonId(db: Database, email: string): Promise<string | null> {
  const found = await db
    .selectFrom('people.persons')
    .select('id')
    .where('email', '=', normalizeEmail(email))
    .executeTakeFirst();
  return found?.id ?? null;
}

/**
 * @param email in any case, spaces around it allowed
 * @returns null when nobody has this address
 */
export async function findByEmail(db: Database, email: string): Promise<Person | null> {
  const row = await db
    .selectFrom('people.persons')
    .selectAll()
    .where('email', '=', normalizeEmail(email))
    .executeTakeFirst();
  return row ? toPerson(db, row) : null;
}

/** For a question of another module: whether whom a column names was entered from the telephone and has no address since. */
export function isByPhoneOnly(personId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select from people.persons where id = ${personId} and email is null and erased_at is null)`;
}

/** For a question of another module: what whoever a column names is called by; null for nobody and for who was erased. */
export function namesOf(personId: RawBuilder<unknown>): RawBuilder<Named | null> {
  return sql`(select json_build_object('name', name, 'preferredName', preferred_name, 'kana', kana, 'romaji', romaji)
    from people.persons where id = ${personId} and erased_at is null)`;
}

/** Where somebody lives and which language they chose, as a part of another module's counting. */
export function wardAndLanguageOf(
  personId: RawBuilder<unknown>,
): RawBuilder<{ readonly ward: string | null; readonly language: string }> {
  return sql`(select municipality_code as ward, locale::text as language from people.persons where id = ${personId})`;
}

/** In which languages somebody talks, and how well. */
export interface Speech {
  readonly languages: readonly { readonly language: string; readonly speak: number }[];
  readonly japaneseSpeaking: Person['japaneseSpeaking'];
}

/** For a question of another module: how whoever a column names talks; null for whose access has ended. */
export function speechOf(personId: RawBuilder<unknown>): RawBuilder<Speech | null> {
  return sql`(select json_build_object('japaneseSpeaking', p.japanese_speaking, 'languages', coalesce(
      (select json_agg(json_build_object('language', l.language, 'speak', l.speak) order by l.speak desc, l.language)
      from people.languages l where l.person_id = p.id), '[]'))
    from people.persons p where p.id = ${personId} and p.access_ended_at is null and p.erased_at is null)`;
}

/** Whether somebody has left a number. */
export function hasPhone(personId: string): Question<boolean> {
  const statement = sql`select from people.persons where id = ${personId} and phone is not null`;
  return question(statement, (rows) => rows.length > 0);
}

/** Whether there is a single person yet. */
export async function isAnybodyThere(db: Database): Promise<boolean> {
  return (await db.selectFrom('people.persons').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** What a new row needs; everything else begins empty. */
export interface NewPerson extends Partial<PersonDetails> {
  readonly id?: string;
  readonly isChild?: boolean;
  readonly createdAt: Temporal.Instant;
  readonly welcomedAt?: Temporal.Instant | null;
}

export async function insertPerson(tx: Tx, person: NewPerson): Promise<Person> {
  const row = await tx
    .insertInto('people.persons')
    .values(toRow(tx, person))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toPerson(tx, row);
}

/** As `insertPerson`, unless somebody has the address already, be it since a moment. */
export async function insertUnlessKnown(tx: Tx, person: NewPerson): Promise<void> {
  await tx
    .insertInto('people.persons')
    .values(toRow(tx, person))
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute();
}

function toRow(tx: Tx, person: NewPerson) {
  const id = person.id ?? randomUUID();
  const names = { name: '', preferredName: null, kana: null, romaji: null, email: null, ...person };
  return {
    ...toColumns(tx, id, person),
    id,
    ...indexNames(names),
    is_child: person.isChild ?? false,
    created_at: person.createdAt,
    welcomed_at: person.welcomedAt ?? null,
  };
}

/** Changes some details of a person; names and their place in lists stay together. */
export async function updatePerson(tx: Tx, before: Person, details: Partial<PersonDetails>): Promise<void> {
  await tx
    .updateTable('people.persons')
    .set({ ...toColumns(tx, before.id, details), ...indexNames({ ...before, ...details }) })
    .where('id', '=', before.id)
    .execute();
}

/** Locks somebody's row until the end of the transaction: changes of one person stand in a queue. */
export async function lockPerson(tx: Tx, id: string): Promise<Person | null> {
  const row = await tx
    .selectFrom('people.persons')
    .selectAll()
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ? toPerson(tx, row) : null;
}

/** Marks that somebody has been welcomed, or that their access ended or was restored. */
export async function markPerson(
  tx: Tx,
  id: string,
  marks: { welcomed_at?: Temporal.Instant; access_ended_at?: Temporal.Instant | null },
): Promise<void> {
  await tx.updateTable('people.persons').set(marks).where('id', '=', id).execute();
}

function toColumns(tx: Tx, id: string, details: Partial<PersonDetails>) {
  const columns = {
    name: details.name,
    preferred_name: details.preferredName,
    kana: details.kana,
    romaji: details.romaji,
    email: details.email && normalizeEmail(details.email),
    phone: details.phone,
    locale: details.locale,
    gender: details.gender,
    birth_year: details.birthYear,
    municipality_code: details.municipalityCode,
    town: details.town,
    japanese_speaking: details.japaneseSpeaking,
    eases_japanese: details.easesJapanese,
    max_travel_km: details.maxTravelKm,
    sentence: details.sentence === undefined ? undefined : sentence.seal(tx, id, details.sentence),
    about: details.about === undefined ? undefined : about.seal(tx, id, details.about),
    preferred_channel: details.preferredChannel,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as {
    [K in keyof typeof columns]?: Exclude<(typeof columns)[K], undefined>;
  };
}

/** A row of `people.persons` as the rest of the program knows it. */
export function toPerson(db: Database, row: Selectable<PeoplePersons>): Person {
  return {
    id: row.id,
    name: row.name,
    preferredName: row.preferred_name,
    kana: row.kana,
    romaji: row.romaji,
    email: row.email,
    phone: row.phone,
    locale: row.locale as Locale,
    gender: row.gender as Gender,
    birthYear: row.birth_year,
    municipalityCode: row.municipality_code,
    town: row.town,
    japaneseSpeaking: row.japanese_speaking as JapaneseLevel,
    easesJapanese: row.eases_japanese,
    maxTravelKm: row.max_travel_km,
    sentence: row.sentence === null ? '' : sentence.open(db, row.id, row.sentence),
    about: about.open(db, row.id, row.about),
    preferredChannel: row.preferred_channel as Channel,
    isChild: row.is_child,
    createdAt: row.created_at,
    welcomedAt: row.welcomed_at,
    accessEndedAt: row.access_ended_at,
  };
}

const BATCH = 500;

/**
 * Folds anew the names of those who were kept before names were folded as they are now, some hundreds at a time. Done
 * twice it changes nothing.
 * @returns of how many people
 */
export async function foldNamesAnew(db: Database): Promise<number> {
  let count = 0;
  for (;;) {
    const rows = await db
      .selectFrom('people.persons')
      .select(['id', 'name', 'preferred_name as preferredName', 'kana', 'romaji', 'email', 'search_text'])
      .where(sql<boolean>`search_text ~ ${FORMER_FOLD}`)
      .limit(BATCH)
      .execute();
    const former = rows.filter((row) => indexNames(row).search_text !== row.search_text);
    if (former.length === 0) return count;
    for (const row of former)
      await db.updateTable('people.persons').set(indexNames(row)).where('id', '=', row.id).execute();
    count += former.length;
  }
}
