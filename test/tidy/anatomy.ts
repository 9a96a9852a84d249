import type { Violation } from './source.ts';

/** What every module has, in reading order; a file that outgrew its limit is a folder of the same name,
 * or stands in a folder for each noun (`people/persons/store.ts`). */
const PARTS = [
  'README.md',
  'index.ts',
  'types.ts',
  'rules.ts',
  'store.ts',
  'commands.ts',
  'routes.ts',
  'views.tsx',
  'messages/',
];

/**
 * Every module has the same parts under the same names.
 * @param names all paths below `src/modules`, from the root
 */
export function checkAnatomy(names: readonly string[]): Violation[] {
  const modules = new Set(names.flatMap((name) => /^src\/modules\/(\w+)\//.exec(name)?.[1] ?? []));
  return [...modules].flatMap((module) =>
    PARTS.filter((part) => !names.some((name) => isPart(name, `src/modules/${module}/`, part))).map(
      (part) => ({
        rule: 'anatomy',
        path: `src/modules/${module}`,
        says: `${part} is missing`,
      }),
    ),
  );
}

function isPart(name: string, module: string, part: string): boolean {
  if (part.endsWith('/')) return name.startsWith(module + part);
  const stem = part.replace(/\.\w+$/, '');
  const inside = name.slice(module.length).replace(/^\w+\/(?=\w+\.)/, '');
  return (
    name.startsWith(module) &&
    (name.startsWith(`${module}${stem}/`) || inside === part || inside === `${stem}.tsx`)
  );
}
