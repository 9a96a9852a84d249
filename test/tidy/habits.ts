import { isTest, roomOf } from './directions.ts';
import { type AstNode, type Source, type Violation, walk } from './source.ts';

/** Rules about single files: purity, SQL in stores, the clock, exports, unfinished marks. */
export function checkHabits(sources: readonly Source[]): Violation[] {
  return sources.flatMap((source) => [
    ...checkPurity(source),
    ...checkSql(source),
    ...checkClock(source),
    ...checkKept(source),
    ...checkExports(source),
    ...checkMarks(source),
  ]);
}

const PURE = /^src\/(matching|japanese)\/|^src\/modules\/([\w-]+\/){1,3}rules(\.ts|\/)/;
/** Reading one's own data and solving in a thread are what these few are for. */
const ALLOWED_IMPURE = /^src\/japanese\/(data|places|helplines|writing\/tagger)|^src\/matching\/worker\//;

function checkPurity(source: Source): Violation[] {
  if (!PURE.test(source.path) || ALLOWED_IMPURE.test(source.path) || isTest(source.path)) return [];
  const impure = source.imports.filter((name) =>
    /^(node:|pg$|kysely$|hono)|\/(store|commands|routes)\.tsx?$|platform\/(database|web)\//.test(name),
  );
  return impure.map((name) => ({
    rule: 'purity',
    path: source.path,
    says: `it is pure and may not import ${name}`,
  }));
}

const STORE = /^src\/(modules|kits)\/([\w-]+\/){1,2}store(\.ts|\/)|^src\/platform\//;

function checkSql(source: Source): Violation[] {
  if (!source.path.startsWith('src/') || STORE.test(source.path) || isTest(source.path)) return [];
  const query = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql`|\bsql<[^>]*>`/.exec(
    source.text,
  );
  return query ? [{ rule: 'sql', path: source.path, says: `${query[0]} belongs in a store` }] : [];
}

function checkClock(source: Source): Violation[] {
  if (!source.path.startsWith('src/') || isTest(source.path) || source.path === 'src/platform/clock.ts')
    return [];
  const asked = /Temporal\.Now|\bDate\.now\(\)|new Date\(\)|Math\.random\(\)/.exec(source.text);
  const allowed = /^src\/(platform\/(database|live)|ui\/(browser|door)|matching\/round)\//;
  return asked && !allowed.test(source.path)
    ? [{ rule: 'clock', path: source.path, says: `${asked[0]}: take the clock as a parameter` }]
    : [];
}

/** Programs and pages keep what is drawn by `Each` and `Once` of `ui`. */
function checkKept({ path, text }: Source): Violation[] {
  const kept = /^src\/(modules|kits|pages)\//.test(path) && !isTest(path) && text.includes('keepDrawn');
  return kept ? [{ rule: 'kept', path, says: 'keepDrawn is inside ui: take Each or Once' }] : [];
}

function checkExports(source: Source): Violation[] {
  const defaults = [...walk(source.program)].some(
    (node: AstNode) => node.type === 'ExportDefaultDeclaration',
  );
  const barrel =
    roomOf(source.path) !== null &&
    !/(^src\/ui|^src\/modules\/[\w-]+|^src\/matching)\/index\.ts$|^src\/server\.ts$/.test(source.path);
  const reexports = (source.program['body'] as AstNode[]).filter(
    (node) => node.type === 'ExportAllDeclaration',
  );
  return [
    ...(defaults ? [{ rule: 'default', path: source.path, says: 'name the export' }] : []),
    ...(barrel && reexports.length > 0
      ? [{ rule: 'barrel', path: source.path, says: 'only a door exports what others define' }]
      : []),
  ];
}

function checkMarks(source: Source): Violation[] {
  if (source.path.startsWith('test/tidy')) return [];
  const mark = /\b(TODO|FIXME|XXX|HACK)\b|\.(only|skip)\(/.exec(source.text);
  if ([...walk(source.program)].some((node: AstNode) => node.type === 'TSAnyKeyword')) {
    return [{ rule: 'unfinished', path: source.path, says: 'say what it is instead of any' }];
  }
  return mark ? [{ rule: 'unfinished', path: source.path, says: `"${mark[0]}": finish it` }] : [];
}
