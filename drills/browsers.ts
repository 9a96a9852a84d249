import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeProgram } from '../test/support/program.ts';
import { firefox } from './browsing/firefox.ts';
import { Hand } from './browsing/hand.ts';
import type { Kind } from './browsing/tab.ts';
import { type Way, walk } from './browsing/walk.ts';
import { webkit } from './browsing/webkit.ts';

const KINDS: readonly Kind[] = [firefox, webkit];

/**
 * Walks the main path in Firefox ESR and in WebKitGTK, whom the journeys in Chromium say nothing of: home, language,
 * signing in at http://localhost, asking for help, letting it through, going back, a message, and help now when the house
 * is gone.
 *
 * `--only firefox` or `--only webkit` walks in one. `--sabotage` lays something over the button that sends, and the drill
 * must fail.
 * @returns whether every step was as promised; a browser that is not installed ends the process with 2
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const options = { only: { type: 'string' }, sabotage: { type: 'boolean', default: false } } as const;
  const { only, sabotage } = parseArgs({ args: [...args], options }).values;
  const kinds = KINDS.filter(({ name }) => only === undefined || name === only);
  refuseMissing(kinds, only);
  const results = [];
  for (const kind of kinds) results.push(await walkIn(kind, sabotage ? 'covered' : 'open'));
  const ok = results.every(({ fault }) => fault === null);
  console.log(JSON.stringify({ drill: 'browsers', ok, sabotage, browsers: results }));
  return ok;
}

function refuseMissing(kinds: readonly Kind[], only: string | undefined): void {
  if (kinds.length === 0)
    console.error(`There is no ${only}: say ${KINDS.map(({ name }) => name).join(' or ')}.`);
  const missing = kinds.flatMap(({ name, needs }) =>
    Object.entries(needs)
      .filter(([path]) => !existsSync(path))
      .map(([path, debian]) => ({ name, path, debian })),
  );
  for (const { name, path, debian } of missing)
    console.error(`MISSING for ${name}: ${path} (apt-get install ${debian})`);
  if (kinds.length === 0 || missing.length > 0) process.exit(2);
}

async function walkIn({ name, open }: Kind, way: Way) {
  const began = Date.now();
  const program = await makeProgram({ DEMONSTRATION: 'true' });
  const steps: string[] = [];
  let fault: string | null = null;
  try {
    await program.start();
    const tab = await open();
    try {
      const house = { address: program.address.replace('127.0.0.1', 'localhost'), leave: program.killServer };
      for await (const step of walk(new Hand(tab), house, way)) steps.push(step);
    } finally {
      await tab.end();
    }
  } catch (problem) {
    fault = problem instanceof Error ? problem.message : String(problem);
    console.log(`  ✗ ${name}, after "${steps.at(-1) ?? 'the start'}": ${fault}`);
  } finally {
    await program.end();
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  return { name, steps: steps.length, seconds, fault };
}
