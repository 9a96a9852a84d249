import type { Violation } from './source.ts';

/** What every module has at its door. */
const AT_THE_DOOR = ['README.md', 'index.ts', 'types.ts', 'messages/'];

/** What every module has in itself, by the life of its noun: judgment, SQL and pages are apart under these names in each folder. */
const INSIDE = ['rules', 'store', 'routes'];

/**
 * Every module has the same parts under the same names.
 * @param names all paths below `src/modules`, from the root
 */
export function checkAnatomy(names: readonly string[]): Violation[] {
  const modules = new Set(names.flatMap((name) => /^src\/modules\/([\w-]+)\//.exec(name)?.[1] ?? []));
  return [...modules].flatMap((module) => {
    const path = `src/modules/${module}`;
    const own = names
      .filter((name) => name.startsWith(`${path}/`))
      .map((name) => name.slice(path.length + 1));
    const missing = [
      ...AT_THE_DOOR.filter((part) => !own.some((name) => name.startsWith(part))),
      ...INSIDE.filter((part) => !own.some((name) => new RegExp(`(^|/)${part}(\\.tsx?$|/)`).test(name))),
    ];
    return missing.map((part) => ({ rule: 'anatomy', path, says: `${part} is missing` }));
  });
}

const RULES = /^src\/(modules|kits)\/(.*\/)?(rules|rules\/.*)\.tsx?$/;

/**
 * What is decided without a database is decided in a file of rules, and each has a test of its own beside it.
 * @param names all paths of files, from the root
 */
export function checkRulesAreTested(names: readonly string[]): Violation[] {
  const known = new Set(names);
  const testsOf = (path: string) => ['.test.ts', '.test.tsx'].map((end) => path.replace(/\.tsx?$/, end));
  return names
    .filter((path) => RULES.test(path) && !path.includes('.test.'))
    .filter((path) => !testsOf(path).some((test) => known.has(test)))
    .map((path) => ({ rule: 'untested', path, says: 'rules have a test of their own beside them' }));
}
