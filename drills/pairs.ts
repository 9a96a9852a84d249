import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makeProgram, type Program } from '../test/support/program.ts';
import { randomFrom } from './acceptance/world.ts';
import { type Sent, sendAll } from './pairing/rivals.ts';
import { sabotage } from './pairing/sabotage.ts';
import { faultsOf, judge } from './pairing/verdict.ts';
import { type Attempt, buildWorld } from './pairing/world.ts';

const SIZES = {
  short: { wards: 8, people: 12, rivals: 3, kills: 8, mostSeconds: 180 },
  long: { wards: 23, people: 40, rivals: 5, kills: 60, mostSeconds: 3_600 },
};

/**
 * Coordinators publish rounds that propose the same people, all at once over HTTP, while these withdraw and the server
 * and its PostgreSQL are killed by kill -9; each press is sent again with the same key until it is answered. Then the
 * database is compared with what people were told: nobody is in more proposals and pairs than they said, no two are
 * proposed to each other twice, nobody who has withdrawn is in one, no round or withdrawal that was acknowledged is lost.
 *
 * 24 rounds and 8 kills; `--long`: 115 and 60; `--seed N` chooses the moments. `--sabotage` takes the walls out of the
 * drill's own database, and the drill must fail.
 * @returns whether the promise held
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const options = {
    long: { type: 'boolean', default: false },
    sabotage: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const size = SIZES[values.long ? 'long' : 'short'];
  const seed = Number(values.seed);
  const began = Date.now();
  const program = await makeProgram();
  try {
    const attempts = await buildWorld(program.directory, { ...size, seed });
    if (values.sabotage) await sabotage(program.directory);
    const rounds = attempts.filter(({ kind }) => kind === 'publish').length;
    console.log(
      `${rounds} rounds of ${size.wards} wards, ${attempts.length - rounds} withdrawals, ${size.kills} kills.`,
    );
    const until = Date.now() + size.mostSeconds * 1000;
    const sent = await sendUnderFire(program, attempts, { kills: size.kills, seed, until });
    const verdict = await judge(program.ownerUrl(), sent);
    const faults = faultsOf(verdict);
    for (const fault of faults) console.log(`  ✗ ${fault}`);
    const ok = faults.length === 0;
    const again = [...sent.values()].filter(({ tries }) => tries > 1).length;
    const seconds = Math.round((Date.now() - began) / 1000);
    const figures = { attempts: attempts.length, kills: size.kills, sentAgain: again, ...verdict, seconds };
    console.log(JSON.stringify({ drill: 'pairs', ok, sabotage: values.sabotage, seed, ...figures }));
    return ok;
  } finally {
    await program.end();
  }
}

/** Sends the attempts in as many batches as there are kills, and kills in the midst of each. */
async function sendUnderFire(
  program: Program,
  attempts: readonly Attempt[],
  fire: { kills: number; seed: number; until: number },
): Promise<Map<Attempt, Sent>> {
  const random = randomFrom(fire.seed + 1);
  const batch = Math.ceil(attempts.length / fire.kills);
  const sent = new Map<Attempt, Sent>();
  await program.start();
  for (let kill = 0; kill < fire.kills; kill++) {
    const part = attempts.slice(kill * batch, (kill + 1) * batch);
    const sending = sendAll(program.address, part, fire.until);
    await sleep(20 + random() * 300);
    if (kill % 2 === 0) program.killDatabase();
    if (kill % 2 === 1 || random() < 0.2) {
      await program.killServer();
      await program.start();
    }
    for (const [attempt, answer] of await sending) sent.set(attempt, answer);
  }
  return sent;
}
