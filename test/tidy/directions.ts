import type { Source, Violation } from './source.ts';

/** The rooms of the house, the ground floor first: each may import from those before it and from itself. */
const FLOORS: readonly (readonly string[])[] = [
  ['matching', 'japanese'],
  ['platform'],
  ['ui'],
  ['kits'],
  ['sign-in'],
  ['people'],
  // Its world is filled by the modules themselves: it knows people and nobody else.
  ['demonstration'],
  ['notifications'],
  ['trust', 'safety'],
  ['conversations'],
  // A program on which others stand: the directory of offices is one for all.
  ['guides'],
  // Every module that is not named here: they never import each other.
  ['programs'],
  ['reports'],
  ['desk'],
  ['pages'],
  ['main'],
];

/** The room a file of `src` stands in: a module's name, `matching`, `platform` …; files of `src` itself are `main`. */
export function roomOf(path: string): string | null {
  const parts = path.split('/');
  if (parts[0] !== 'src') return null;
  if (parts[1] === 'modules' && parts.length > 3) return parts[2] ?? null;
  return parts.length === 2 || parts[1] === 'modules' ? 'main' : (parts[1] ?? null);
}

/** Told by data alone: modules say what they have to tell, and the house hands it over. */
const ONLY_FOR: Readonly<Record<string, readonly string[]>> = {
  demonstration: ['main'],
  notifications: ['conversations', 'pages', 'main'],
};

const floorOf = (room: string, path: string): number => {
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room));
  const isProgram = floor === -1 && path.startsWith('src/modules/');
  return isProgram ? FLOORS.findIndex((rooms) => rooms.includes('programs')) : floor;
};

/** Imports only go down, programs never import each other, and a module is entered by its door. */
export function checkDirections(sources: readonly Source[]): Violation[] {
  return sources.flatMap((source) => {
    const from = roomOf(source.path);
    if (from === null || isTest(source.path)) return [];
    return source.imports.flatMap((target) => checkImport(source.path, from, target));
  });
}

function checkImport(path: string, from: string, target: string): Violation[] {
  if (isTest(target))
    return [{ rule: 'samples', path, says: `${target} is for tests: nothing that runs needs it` }];
  const to = roomOf(target);
  if (to === null || to === from) return [];
  if (floorOf(from, path) === -1 || floorOf(to, target) === -1) {
    return [
      { rule: 'direction', path, says: `${from} or ${to} is no room of the house: add it to its floor` },
    ];
  }
  if (floorOf(to, target) >= floorOf(from, path)) {
    return [{ rule: 'direction', path, says: `${from} may not import ${to} (${target})` }];
  }
  if (ONLY_FOR[to]?.includes(from) === false) {
    return [
      { rule: 'direction', path, says: `${from} declares for ${to} and does not import it (${target})` },
    ];
  }
  const isModule = target.startsWith('src/modules/');
  if (isModule && !/^src\/modules\/[\w-]+\/index\.ts$/.test(target)) {
    return [{ rule: 'door', path, says: `enter ${to} by its index.ts, not ${target}` }];
  }
  return [];
}

/** No file imports itself by way of others. */
export function checkCycles(sources: readonly Source[]): Violation[] {
  const graph = new Map(
    sources.map((source) => [source.path, source.imports.filter((name) => name.startsWith('src/'))]),
  );
  const state = new Map<string, 'open' | 'closed'>();
  const violations: Violation[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (state.get(path) === 'closed') return;
    if (state.get(path) === 'open') {
      const cycle = [...way.slice(way.indexOf(path)), path];
      violations.push({ rule: 'cycle', path, says: cycle.join(' → ') });
      return;
    }
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) visit(next, [...way, path]);
    state.set(path, 'closed');
  };
  for (const path of graph.keys()) visit(path, []);
  return violations;
}

/** Tests and what only they and the pictures look at. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|^src\/(kits|modules|pages)\/.*\/?samples\.ts$/.test(path) || path.startsWith('test/');
}
