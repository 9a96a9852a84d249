import { createHash } from 'node:crypto';
import pg from 'pg';
import { readFileById } from '../../src/platform/files/files.ts';
import type { Program } from '../../test/support/program.ts';
import { signIn } from '../../test/support/signed-in.ts';
import type { Attempt } from '../acceptance/world.ts';
import { type Ground, onGround } from './ground.ts';
import { asProgram, filesIn, SECRET } from './story.ts';

interface Restored {
  readonly ground: Ground;
  readonly program: Program;
  /** Whose yes was acknowledged before the backup began. */
  readonly promised: readonly Attempt[];
  readonly erasedId: string;
}

/** Compares a restored house with what people were told, by statements that share nothing with the product. @returns sentences */
export async function faultsAfter(restored: Restored): Promise<string[]> {
  return await onGround(restored.ground, async ({ ownerUrl, appUrl }) => {
    const inRows = await faultsInRows(ownerUrl, restored);
    return [
      ...inRows,
      ...(await faultsInFiles(appUrl, restored)),
      ...(await faultsAtTheDoor(appUrl, restored)),
    ];
  });
}

async function faultsInRows(url: string, { promised, erasedId }: Restored): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const one = async (text: string, values: unknown[]) =>
      (await client.query(text, values)).rows[0]?.n ?? null;
    const there = Number(
      await one('select count(*) as n from spot.assignments where offer_id = any($1)', [
        promised.map(({ offerId }) => offerId),
      ]),
    );
    const lost = promised.length - there;
    const named = await one(`select name as n from people.persons where id = $1 and erased_at is null`, [
      erasedId,
    ]);
    const broken = await one('select audit.first_break() as n', []);
    return [
      ...(promised.length === 0 ? ['Nobody had promised anything: that proves nothing.'] : []),
      ...(lost > 0 ? [`${lost} promises that were acknowledged before the backup are gone.`] : []),
      ...(named !== null ? ['Somebody who was erased since the backup is back.'] : []),
      ...(broken !== null ? [`The audit chain breaks at position ${broken}.`] : []),
    ];
  } finally {
    await client.end();
  }
}

async function faultsInFiles(url: string, { program, erasedId }: Restored): Promise<string[]> {
  return await asProgram(url, async ({ db }) => {
    const files = filesIn(program.directory);
    const rows = await db
      .selectFrom('platform.files')
      .selectAll()
      .where('owner_id', '<>', erasedId)
      .execute();
    let unopened = 0;
    for (const { id, sha256 } of rows) {
      const file = await readFileById(db, files, id).catch(() => null);
      const digest = file && createHash('sha256').update(file.bytes).digest('hex');
      if (digest !== sha256) unopened++;
    }
    return [
      ...(rows.length === 0 ? ['There is no photo: that proves nothing.'] : []),
      ...(unopened > 0 ? [`${unopened} photos do not open.`] : []),
    ];
  });
}

/** Who was signed in is not any more; who signs in, is in. */
async function faultsAtTheDoor(url: string, { program, promised, erasedId }: Restored): Promise<string[]> {
  const someone = promised.find(({ volunteerId }) => volunteerId !== erasedId);
  if (!someone) return ['Nobody is left who could sign in.'];
  const personIds = [someone.volunteerId];
  const cookies = await asProgram(url, (connection) =>
    signIn(connection, { personIds, secret: SECRET, now: Temporal.Now.instant() }),
  );
  const statusWith = async (cookie: string) =>
    (await fetch(`${program.address}/en/me`, { headers: { cookie }, redirect: 'manual' })).status;
  const [former, present] = [
    await statusWith(someone.cookie),
    await statusWith(cookies.get(someone.volunteerId) ?? ''),
  ];
  return [
    ...(former === 200 ? ['A session of before the loss still lets somebody in.'] : []),
    ...(present !== 200 ? [`Somebody who signed in got status ${present} from their own page.`] : []),
  ];
}
