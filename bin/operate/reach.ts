import { join } from 'node:path';
import { pino } from 'pino';
import type { Configuration } from '../../src/platform/configuration.ts';
import { reachEmbedded } from '../../src/platform/database/embedded.ts';
import { makeSeal, type Seal, UNREAD } from '../../src/platform/sealed/seal.ts';
import { readSecret } from '../../src/platform/sealed/secret.ts';

/** What a command of whoever runs the house works on. */
export interface Reached {
  /** As the owner of the schemas where the environment has it, else as the application. */
  readonly ownerUrl: string;
  readonly seal: Seal;
  stop(): Promise<void>;
}

/** The database of the environment, or the embedded one, whether a program runs on it or not. @throws with a sentence */
export async function reach(configuration: Configuration): Promise<Reached> {
  const log = pino({ level: configuration.logLevel });
  const seal = makeSeal(readSecret(configuration), configuration.secretBefore, (place) =>
    log.error({ place }, UNREAD),
  );
  const url = configuration.databaseOwnerUrl ?? configuration.databaseUrl;
  if (url) return { ownerUrl: url, seal, stop: async () => {} };
  const { ownerUrl, stop } = await reachEmbedded(join(configuration.dataDirectory, 'postgres'));
  return { ownerUrl, seal, stop };
}

/** Runs a command's work and ends the process: with 1 and a sentence when it throws one. */
export async function runCommand(work: () => Promise<void>): Promise<never> {
  try {
    await work();
    process.exit();
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    process.exit(1);
  }
}
