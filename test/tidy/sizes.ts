import { isTest } from './directions.ts';
import { type AstNode, type Source, type Violation, walk } from './source.ts';

const MOST_LINES = 400;
const MOST_FUNCTION_LINES = 70;
const MOST_PARAMETERS = 4;
const MOST_FILES = 15;

/** Files, functions, parameter lists and folders stay small. */
export function checkSizes(sources: readonly Source[]): Violation[] {
  return [...sources.flatMap(checkFile), ...checkFolders(sources), ...checkWhole(sources)];
}

function checkFile(source: Source): Violation[] {
  const violations: Violation[] = [];
  if (source.lines > MOST_LINES) {
    violations.push({
      rule: 'size',
      path: source.path,
      says: `${source.lines} lines: split it by noun or verb`,
    });
  }
  if (isTest(source.path)) return violations;
  for (const node of walk(source.program)) {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) continue;
    violations.push(...checkFunction(source, node));
  }
  return violations;
}

function checkFunction(source: Source, node: AstNode): Violation[] {
  const name = (node['id'] as { name?: string } | null)?.name ?? 'a function';
  const line = source.text.slice(0, node.start).split('\n').length;
  const length = source.text.slice(node.start, node.end).split('\n').length;
  const params = (node['params'] as AstNode[] | undefined) ?? [];
  const at = `${name} (line ${line})`;
  const violations: Violation[] = [];
  if (length > MOST_FUNCTION_LINES)
    violations.push({ rule: 'function', path: source.path, says: `${at} has ${length} lines` });
  if (params.length > MOST_PARAMETERS) {
    violations.push({ rule: 'parameters', path: source.path, says: `${at} has ${params.length} parameters` });
  }
  if (params.some((param) => isBoolean(param))) {
    violations.push({
      rule: 'boolean',
      path: source.path,
      says: `${at} has a boolean parameter: name the two cases`,
    });
  }
  return violations;
}

function isBoolean(param: AstNode): boolean {
  const annotation = param['typeAnnotation'] as { typeAnnotation?: AstNode } | null | undefined;
  return annotation?.typeAnnotation?.type === 'TSBooleanKeyword';
}

function checkFolders(sources: readonly Source[]): Violation[] {
  const counts = new Map<string, number>();
  for (const { path } of sources) {
    if (isTest(path)) continue;
    const folder = path.slice(0, path.lastIndexOf('/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].flatMap(([path, count]) => {
    const forbidden = /(^|\/)(utils?|helpers?|common|misc)(\/|$)/.test(path);
    return [
      ...(count > MOST_FILES ? [{ rule: 'folder', path, says: `${count} files: make a sub-folder` }] : []),
      ...(forbidden ? [{ rule: 'folder', path, says: 'name the folder for what it is about' }] : []),
    ];
  });
}

/** Small by habit, not only at the limit: the median file and the ninth of ten. */
function checkWhole(sources: readonly Source[]): Violation[] {
  const lines = sources
    .filter(({ path }) => !isTest(path))
    .map((source) => source.lines)
    .sort((a, b) => a - b);
  const ninth = lines[Math.floor(lines.length * 0.9)] ?? 0;
  return ninth > 200
    ? [{ rule: 'size', path: 'src', says: `nine of ten files have up to ${ninth} lines, not 200` }]
    : [];
}
