import { parseArgs } from 'node:util';
import { until } from '../test/support/until.ts';
import { randomFrom } from './acceptance/world.ts';
import { HERE } from './commands/run-command.ts';
import { readCast } from './upgrading/cast.ts';
import { gather } from './upgrading/crowd.ts';
import { Doors } from './upgrading/doors.ts';
import { type Former, NoFormer, unpackFormer } from './upgrading/former.ts';
import { makeHouse, type SharedHouse } from './upgrading/house.ts';
import { emptyProofs, faultsAfter } from './upgrading/judge.ts';
import type { Stage } from './upgrading/story.ts';
import { readJobs, watchJobs } from './upgrading/witness.ts';

/** How many stories are told while only the former version serves, while both do, and while only the new one does. */
const STORIES = { before: 8, together: 24, after: 8 };

/** A step that takes away what both versions read and write. */
const SABOTAGE = 'alter table conversations.messages drop column words_locale';

/**
 * Upgrades a house while people use it: a former version fills the demonstration world and serves; the schema is migrated
 * under it; the new version starts beside it, both serve; the former stops. People ask, let through, say yes, write and sign
 * in all the while, each page and press at any process that serves. No page may break, no session end, nothing acknowledged
 * be lost or done twice, and every job is done once, by whichever took it.
 *
 * `--from COMMIT` is the former version; without it the newest of the history that lacks a step of this schema. `--seed N`
 * chooses who is sent where. `--sabotage` takes a column away, and the drill must fail.
 * @returns whether the promise held; a clone that does not hold the former version ends the process with 2
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const options = {
    from: { type: 'string' },
    sabotage: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  } as const;
  const { sabotage, from, ...values } = parseArgs({ args: [...args], options }).values;
  const seed = Number(values.seed);
  const began = Date.now();
  const former = unpackOrEnd(from);
  console.log(`Beside ${former.commit}, which lacks ${former.lacks.join(', ') || 'no step of the schema'}.`);
  const house = await makeHouse();
  try {
    const { faults, figures } = await upgrade(house, { former, sabotage, seed });
    for (const fault of faults) console.log(`  ✗ ${fault}`);
    const ok = faults.length === 0;
    const minutes = Number(((Date.now() - began) / 60_000).toFixed(2));
    const which = { from: former.commit, lacks: former.lacks.length };
    console.log(JSON.stringify({ drill: 'upgrade', ok, sabotage, seed, ...which, ...figures, minutes }));
    return ok;
  } finally {
    await house.end();
    former.end();
  }
}

function unpackOrEnd(from: string | undefined): Former {
  try {
    return unpackFormer(from);
  } catch (problem) {
    if (!(problem instanceof NoFormer)) throw problem;
    console.error(problem.message);
    process.exit(2);
  }
}

async function upgrade(
  house: SharedHouse,
  { former, sabotage, seed }: { former: Former; sabotage: boolean; seed: number },
) {
  const { pool } = house;
  await house.migrate(former.root);
  const old = await house.start('former', former);
  await untilNothingIsDue(house);
  await watchJobs(pool);
  const stage = await setStage(house, seed);
  const { doors, told } = stage;
  const since = new Date();
  doors.open.add(old);
  const crowd = gather(stage);
  await crowd.tell(STORIES.before);
  await house.migrate(HERE);
  if (sabotage) await pool.query(SABOTAGE);
  doors.open.add(await house.start('new'));
  await crowd.tell(STORIES.together);
  doors.open.delete(old);
  await old.stop();
  await crowd.tell(STORIES.after);
  await crowd.leave();
  await untilNothingIsDue(house).catch(() => {});
  const jobs = await readJobs(pool);
  const faults = await faultsAfter(pool, { doors, told, jobs, since });
  return {
    faults: [...faults, ...emptyProofs(doors, told, jobs)],
    figures: {
      ...doors.tallies,
      sentAgain: doors.sentAgain,
      sessionsCrossed: doors.crossed,
      requests: told.requests.length,
      promises: told.promises.length,
      messages: [...told.messages.values()].reduce((sum, n) => sum + n, 0),
      jobs: { former: jobs.doneByFormer, new: jobs.doneByNew },
    },
  };
}

async function setStage({ pool }: SharedHouse, seed: number): Promise<Stage> {
  return {
    doors: new Doors(randomFrom(seed)),
    cast: await readCast(pool, Temporal.Now.instant()),
    pool,
    told: { requests: [], promises: [], messages: new Map() },
  };
}

async function untilNothingIsDue({ pool }: SharedHouse): Promise<void> {
  const due = 'select from graphile_worker.jobs where run_at <= now() and attempts < max_attempts';
  await until(async () => (await pool.query(due)).rowCount === 0, 120);
}
