import { isTest } from './directions.ts';
import { type AstNode, type Source, type Violation, walk } from './source.ts';

const DECLARES = /(^|\/)paths\.ts$/;
/** Examples, the browser's own code, and what robots are told in one piece. */
const APART =
  /^src\/(ui\/(styleguide|browser)|platform\/web\/vitals|demonstration)\/|^src\/kits\/\w+\/sample\.tsx$/;

/** An address stands once, where its module declares it (`paths.ts`): everybody else builds it from there. */
export function checkPaths(sources: readonly Source[]): Violation[] {
  const declared = sources.filter(({ path }) => DECLARES.test(path));
  const firsts = new Set(
    declared.flatMap(({ text }) => [...text.matchAll(/pathTo\('\/([^/']+)/g)].map(([, first]) => first)),
  );
  return sources.flatMap((source) => {
    const { path } = source;
    if (!path.startsWith('src/') || DECLARES.test(path) || APART.test(path) || isTest(path)) return [];
    return [...walk(source.program)].flatMap((node) => {
      const [text, first] = /^\/([a-z][a-z-]*)(?=$|[/?#])[^\s]*$/.exec(textOf(node)) ?? [];
      if (!first || !firsts.has(first)) return [];
      return [{ rule: 'paths', path, says: `${text}: build it from the module’s paths.ts` }];
    });
  });
}

/** What a string says, or how a template begins. */
function textOf(node: AstNode): string {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral') return '';
  const [first] = node['quasis'] as { value: { cooked: string } }[];
  return first?.value.cooked ?? '';
}
