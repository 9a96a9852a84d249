// npm run measure [FOLDER]: how large each room of a checkout is, so that growth is seen. Lines are those of TypeScript;
// routes and screens are counted in the checkout's own record of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTest } from '../test/tidy/directions.ts';
import { filesBelow, readSources, type Source, walk } from '../test/tidy/source.ts';

const root = process.argv[2] ?? join(import.meta.dirname, '..');
const LONG_FILE = 200;
const LONG_FUNCTION = 50;

interface Route {
  readonly module: string;
  readonly isScreen: boolean;
}

const routes: readonly Route[] = readFileSync(join(root, 'test/routes/routes.snapshot.txt'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [method, , module] = line.split(/\s+/);
    return module ? [{ module, isScreen: method === 'GET' }] : [];
  });

const roomOf = ({ path }: Source): string => /^src\/((?:modules|kits)\/[^/]+|[^/]+)/.exec(path)?.[1] ?? path;

const FUNCTION = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;
const countLongFunctions = ({ text, program }: Source): number =>
  [...walk(program)].filter(
    ({ type, start, end }) =>
      FUNCTION.test(type) && text.slice(start, end).split('\n').length > LONG_FUNCTION,
  ).length;

const sum = (sources: readonly Source[], of: (source: Source) => number) =>
  sources.reduce((total, source) => total + of(source), 0);

function measure(sources: readonly Source[], own: readonly Route[]) {
  const code = sources.filter(({ path }) => !isTest(path));
  const lines = sum(code, (source) => source.lines);
  const tests = sum(
    sources.filter(({ path }) => isTest(path)),
    (source) => source.lines,
  );
  const screens = own.filter(({ isScreen }) => isScreen).length;
  return {
    lines,
    routes: own.length,
    'lines/route': own.length > 0 ? Math.round(lines / own.length) : null,
    'lines/screen': screens > 0 ? Math.round(lines / screens) : null,
    'test:code': Number((tests / lines).toFixed(2)),
    'files > 200': code.filter((source) => source.lines > LONG_FILE).length,
    'functions > 50': sum(code, countLongFunctions),
  };
}

const sources = readSources(filesBelow(root, ['src']));
const rooms = Map.groupBy(sources, roomOf);
const rows = [...rooms].map(
  ([room, own]) =>
    [
      room,
      measure(
        own,
        routes.filter(({ module }) => room === `modules/${module.replaceAll('_', '-')}`),
      ),
    ] as const,
);
console.table(
  Object.fromEntries([...rows.toSorted(([a], [b]) => (a < b ? -1 : 1)), ['all', measure(sources, routes)]]),
);
