import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makeProgram, type Program } from '../../test/support/program.ts';
import { randomFrom } from '../acceptance/world.ts';
import { type Press, type Sent, sendAll } from './presses.ts';
import { sabotage } from './program.ts';

interface Size {
  readonly kills: number;
  readonly mostSeconds: number;
}

/** A promise that must hold while server and database are killed. */
export interface Drill<S extends Size, Attempt extends Press, Verdict extends object> {
  readonly name: string;
  readonly sizes: Readonly<Record<'short' | 'long', S>>;
  /** Fills a program's database. @returns what is then pressed, in order */
  buildWorld(directory: string, world: S & { readonly seed: number }): Promise<Attempt[]>;
  /** Further settings of the program. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The statements that take away what keeps the promise. */
  readonly walls: string;
  /** How many clients press at the same time. */
  readonly clients?: number;
  /** The most milliseconds from the first press of a batch to the kill. */
  readonly killWithin: number;
  /** What is about to be done, in a line. */
  says(size: S, attempts: readonly Attempt[]): string;
  judge(ownerUrl: string, sent: ReadonlyMap<Attempt, Sent>): Promise<Verdict>;
  faultsOf(verdict: Verdict): string[];
}

/**
 * Runs a drill: `--long` in its whole size, `--seed N` chooses the moments, `--sabotage` takes the walls out of its own
 * database, and it must fail.
 * @returns whether the promise held
 */
export async function runUnderFire<S extends Size, Attempt extends Press, Verdict extends object>(
  drill: Drill<S, Attempt, Verdict>,
  args: readonly string[],
): Promise<boolean> {
  const options = {
    long: { type: 'boolean', default: false },
    sabotage: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const size = drill.sizes[values.long ? 'long' : 'short'];
  const seed = Number(values.seed);
  const began = Date.now();
  const program = await makeProgram(drill.environment);
  try {
    const attempts = await drill.buildWorld(program.directory, { ...size, seed });
    if (values.sabotage) await sabotage(program.directory, drill.walls);
    console.log(drill.says(size, attempts));
    const sent = await sendUnderFire(program, attempts, {
      ...{ kills: size.kills, seed, within: drill.killWithin, clients: drill.clients },
      until: Date.now() + size.mostSeconds * 1000,
    });
    const verdict = await drill.judge(program.ownerUrl(), sent);
    const faults = drill.faultsOf(verdict);
    for (const fault of faults) console.log(`  ✗ ${fault}`);
    const ok = faults.length === 0;
    const again = [...sent.values()].filter(({ tries }) => tries > 1).length;
    const seconds = Math.round((Date.now() - began) / 1000);
    const figures = { attempts: attempts.length, kills: size.kills, sentAgain: again, ...verdict, seconds };
    console.log(JSON.stringify({ drill: drill.name, ok, sabotage: values.sabotage, seed, ...figures }));
    return ok;
  } finally {
    await program.end();
  }
}

/** Sends the attempts in as many batches as there are kills, and kills in the midst of each. */
async function sendUnderFire<Attempt extends Press>(
  program: Program,
  attempts: readonly Attempt[],
  fire: {
    readonly kills: number;
    readonly seed: number;
    readonly until: number;
    readonly within: number;
    readonly clients: number | undefined;
  },
): Promise<Map<Attempt, Sent>> {
  const random = randomFrom(fire.seed + 1);
  const batch = Math.ceil(attempts.length / fire.kills);
  const sent = new Map<Attempt, Sent>();
  await program.start();
  for (let kill = 0; kill < fire.kills; kill++) {
    const part = attempts.slice(kill * batch, (kill + 1) * batch);
    const sending = sendAll(program.address, part, fire.until, fire.clients);
    await sleep(20 + random() * fire.within);
    if (kill % 2 === 0) program.killDatabase();
    if (kill % 2 === 1 || random() < 0.2) {
      await program.killServer();
      await program.start();
    }
    for (const [attempt, answer] of await sending) sent.set(attempt, answer);
  }
  return sent;
}
