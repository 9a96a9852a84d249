import type { Way } from '../personal-data.ts';

/** The columns a way leads over, as `schema.table.column`, so that a test can see whether they are there. @param table where it begins */
export function columnsOfWay(table: string, way: Way): string[] {
  const [local, ...hops] = way.split(/[<>]/) as [string, ...string[]];
  const back = way.includes('<');
  return [
    `${table}.${local}`,
    ...hops.flatMap((hop) => {
      const [schema, name, first, last] = hop.split('.');
      return back
        ? [`${schema}.${name}.${first}`, `${schema}.${name}.${last}`]
        : [`${schema}.${name}.${first}`];
    }),
  ];
}
