import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Command {
  run(args: readonly string[]): Promise<boolean>;
}

/**
 * Runs the command that the first argument names and ends the process: 0 when it says that its promise holds.
 * @param folder `bench`, `drills`, `fuzz` or `simulate`; each file there exports `run`
 */
export async function runNamed(folder: string): Promise<never> {
  const directory = join(import.meta.dirname, '..', folder);
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -3));
  const [name, ...args] = process.argv.slice(2);
  if (!name || !names.includes(name)) {
    console.error(`Say which one: ${names.join(', ')}.`);
    process.exit(2);
  }
  const command = (await import(pathToFileURL(join(directory, `${name}.ts`)).href)) as Partial<Command>;
  if (!command.run) {
    console.error(`${folder}/${name}.ts is a part of another command.`);
    process.exit(2);
  }
  process.exit((await command.run(args)) ? 0 : 1);
}
