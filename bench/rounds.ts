import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from '../drills/acceptance/world.ts';
import { listTowns } from '../src/japanese/places.ts';
import { listInPool } from '../src/modules/pairs/applications/store.ts';
import { countChances } from '../src/modules/pairs/pool/counting.ts';
import { readPool } from '../src/modules/pairs/pool/parties.ts';
import { findWaiting } from '../src/modules/pairs/pool/waiting.ts';
import { beginRound } from '../src/modules/pairs/rounds/commands.ts';
import { findRoundScene } from '../src/modules/pairs/rounds/pages/scene.ts';
import { publishRound } from '../src/modules/pairs/rounds/publish.ts';
import { findResult } from '../src/modules/pairs/rounds/store/rounds.ts';
import type { Purpose, Side } from '../src/modules/pairs/types.ts';
import { createPerson } from '../src/modules/people/index.ts';
import { type Connection, connect } from '../src/platform/database/connect.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { inTransaction } from '../src/platform/database/transaction.ts';
import { runAs } from '../test/support/clusters.ts';
import { solveNow, waitForPair } from '../test/support/rounds.ts';
import { sealIn } from '../test/support/seal-in.ts';

const MOST_MILLISECONDS = 2_000;
const AT_ONCE = 100;
const LANGUAGES = ['en', 'zh-Hans', 'ne', 'vi', 'ko'];
const PURPOSES: readonly Purpose[] = ['talk', 'practice_japanese', 'daily_life', 'procedures'];

/**
 * A round of a city's pool, 1,500 residents and as many volunteers unless said (`npm run bench -- rounds 300`): from the
 * database to proposals on the first page of the screen in less than two seconds, what counting
 * for five hundred of them what would help takes and somebody's look at it, and publishing.
 * @returns whether it stays within that
 */
export async function run([count = '1500']: readonly string[]): Promise<boolean> {
  const directory = mkdtempSync(join(tmpdir(), 'otonari-rounds-'));
  const embedded = await startEmbedded({ directory: join(directory, 'postgres') });
  try {
    await migrate(embedded.ownerUrl, join(import.meta.dirname, '../db/migrations'));
    const connection = connect(embedded.appUrl, { seal: sealIn(directory) });
    await fill(connection, Number(count));
    // As the database does by itself in a while.
    await runAs(embedded.ownerUrl, 'analyze');
    const figures = await measure(connection);
    await connection.close();
    const ok = figures.proposalsOnScreen < MOST_MILLISECONDS;
    console.log(JSON.stringify({ bench: 'rounds', ok, each: Number(count), milliseconds: figures }));
    return ok;
  } finally {
    await embedded.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** People of the 23 wards who speak one language each, free on one day or two. */
async function fill({ db }: Connection, count: number): Promise<void> {
  const random = randomFrom(7);
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const wards = Array.from({ length: 23 }, (_, at) => String(13101 + at));
  const towns = wards.flatMap((ward) => listTowns(ward).map(({ name }) => [ward, name] as const));
  const now = Temporal.Now.instant();
  for (let from = 0; from < count; from += AT_ONCE)
    await inTransaction(db, async (tx) => {
      for (let index = from; index < Math.min(count, from + AT_ONCE); index++)
        for (const side of ['resident', 'volunteer'] as const satisfies readonly Side[]) {
          const [municipalityCode, town] = one(towns);
          const startMinute = 540 + 60 * Math.floor(random() * 8);
          const weekly = [
            { weekday: 1 + Math.floor(random() * 7), startMinute, endMinute: startMinute + 240 },
          ];
          const languages = [{ language: one(LANGUAGES), speak: 2, read: 2, write: 2, phone: 2 }] as const;
          await waitForPair(tx, {
            side,
            name: `${side} ${index}`,
            days: Math.floor(random() * 200),
            purposes: PURPOSES.filter((purpose) => purpose === 'talk' || random() < 0.5),
            facts: { reachKilometers: 3 + Math.floor(random() * 6), isOnlineOk: random() < 0.3 },
            person: { municipalityCode, town, weekly, languages, easesJapanese: random() < 0.5 },
            now,
          });
        }
    });
}

async function measure({ db }: Connection) {
  const now = Temporal.Now.instant();
  const by = (await inTransaction(db, (tx) => createPerson(tx, { name: 'Sato', weekly: [], now }))).id;
  const [pool] = await timed(() => readPool(db, now));
  const [{ id, scene }, proposalsOnScreen] = await timed(async () => {
    const heldOn = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
    const begun = await inTransaction(db, (tx) =>
      beginRound(tx, { by, now, heldOn, area: null, weightsVersion: '2026-11' }),
    );
    if (!begun.ok) throw new Error(begun.refusal.code);
    await solveNow(db, () => now, begun.value);
    const looking = { db, id: begun.value, readerId: by, locale: 'ja', now, after: null } as const;
    return { id: begun.value, scene: await findRoundScene(looking) };
  });
  const [, readingAgain] = await timed(() => readPool(db, now));
  const [own] = await listInPool(
    db,
    pool.residents.slice(0, 1).map((one) => one.id),
  );
  const [, countingWaits] = await timed(() => countChances({ db, clock: () => now }));
  const [, ownWait] = await timed(async () => own && findWaiting(db, own, now));
  const [, publishing] = await timed(() =>
    inTransaction(db, (tx) => publishRound(tx, { roundId: id, by, now })),
  );
  const told = await findResult(db, id);
  const people = { residents: pool.residents.length, volunteers: pool.volunteers.length };
  console.log(JSON.stringify({ ...people, pairs: told?.pairs, shown: scene?.proposals.length }));
  const waits = { countingWaits, ownWait };
  return { readingPool: readingAgain, ...waits, solving: told?.milliseconds, proposalsOnScreen, publishing };
}

/** @returns what it gives, and how many milliseconds it took */
async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const value = await work();
  return [value, Math.round(performance.now() - began)];
}
