import { type Life, legalSteps } from '../../platform/life.ts';

const HEAD = ['act', 'from', 'to', 'who may', 'who is told', 'event'];

/** A life as its README shows it; `test/routes/lives.test.ts` holds the two together. */
export function lifeTable({ acts }: Pick<Life, 'acts'>): string {
  const rows = Object.entries(acts).map(([act, { from, to, by, tells = [], event, when }]) => [
    say(act),
    from.map(say).join(', ') || '–',
    to ? say(to) : 'as before',
    by.map(say).join(', ') + (when ? `; ${when}` : ''),
    tells.map(say).join(', ') || '–',
    event ? `\`${event}\`` : '–',
  ]);
  const widths = HEAD.map((_, column) => Math.max(...[HEAD, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(HEAD), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}

const say = (name: string) => name.replaceAll('_', ' ');

/** What a migration writes into `platform.acts` for a life. */
export function lifeRows(life: Pick<Life, 'noun' | 'acts'>): string {
  const quoted = (value: string | null) => (value === null ? 'null' : `'${value}'`);
  const rows = legalSteps(life).map(
    ({ act, from, to }) => `  (${[life.noun, act, from, to].map(quoted).join(', ')})`,
  );
  return `insert into platform.acts (noun, act, from_state, to_state) values\n${rows.join(',\n')};`;
}
