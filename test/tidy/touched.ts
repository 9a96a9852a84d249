import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The places in which somebody would write a line about a program; what is written by programs for us is not counted. */
const PLACES = ['src', 'bin', 'bench', 'drills', 'db', 'GLOSSARY.md', 'package.json'];
const WRITTEN_BY_ITSELF = /generated\.ts$|translations\.json$|\.test\.tsx?$/;

/** Everything in which a program could be named: path from the root → text. */
export function readHouse(root: string): Map<string, string> {
  const paths = PLACES.flatMap((place) =>
    /\.\w+$/.test(place)
      ? [place]
      : readdirSync(join(root, place), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && /\.(tsx?|mjs|sql|json)$/.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/**
 * The files outside a module's folder that know it: that import from it, name something of its schema, or its word.
 * @param files path from the root → text
 */
export function filesThatKnow(files: ReadonlyMap<string, string>, module: string): string[] {
  // A word of its schema, `spot.visits`; not a file or a variable of the same name.
  const knows = new RegExp(
    `modules/${module}/|(?<![\\w./-])${module}\\.(?!length\\b)[a-z_]+\\b(?![(?])|['\`]${module}['\`]|program_${module}\\b`,
  );
  return [...files]
    .filter(([path]) => !path.startsWith(`src/modules/${module}/`) && !WRITTEN_BY_ITSELF.test(path))
    .filter(([, text]) => knows.test(text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')))
    .map(([path]) => path)
    .toSorted();
}
