import type { VNode } from 'preact';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import { localeFacts } from '../../../platform/languages/locales.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import type { SayData } from '../../../platform/rights/data-words.ts';
import { renderPart } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import type { OwnData } from './export.ts';
import { sayAct } from './list.tsx';
import { exportMessages } from './messages.ts';
import { RECORD_ROLES } from './rules.ts';

/** A telephone would draw the page as wide as a desk, in letters nobody can read. */
const VIEWPORT = '<meta name="viewport" content="width=device-width,initial-scale=1">';
const STYLE =
  'body{max-width:42rem;margin:0 auto;padding:1rem;font:1rem/1.6 sans-serif;overflow-wrap:anywhere}' +
  'dl{border-top:1px solid #999;padding-top:1rem}dt{font-weight:bold}dd{margin:0 0 .5rem}';

/** The page of the file that a person reads without a program, in their language; it loads nothing from elsewhere. */
export function exportPage(data: OwnData, locale: Locale, say: SayData): string {
  const words = peopleMessages.in(locale);
  const formats = formatsIn(locale);
  const sections = Map.groupBy(data.own, ({ name }) => name);
  const body = (
    <body>
      <h1>{words('export_title')}</h1>
      <p>{formats.dayTime(Temporal.Instant.from(data.made_at))}</p>
      {[...sections].map(([name, tables]) => (
        <section>
          <h2>{say(`kept_${name}`)}</h2>
          {tables.flatMap(({ rows, table }) =>
            rows.map((row) => <Row row={row} of={table.split('.')[0]} locale={locale} say={say} />),
          )}
        </section>
      ))}
      {Object.entries(data.more).map(([name, rows]) => (
        <section>
          {rows.length > 0 && <h2>{say(`kept_${name}`)}</h2>}
          {rows.map((row) => (
            <Row row={row} locale={locale} say={say} />
          ))}
        </section>
      ))}
      <h2>{words('kept_audit')}</h2>
      <ul>
        {data.record.map((line) => (
          <li>
            {formats.dayTime(Temporal.Instant.from(line.at))} ·{' '}
            {words(`record_role_${RECORD_ROLES.find((known) => known === line.by_role) ?? 'other'}`)} ·{' '}
            {sayAct(say, line)}
          </li>
        ))}
      </ul>
    </body>
  );
  const title = `<title>${words.plain('export_title')}</title>`;
  const head = `<head><meta charset="utf-8">${VIEWPORT}${title}<style>${STYLE}</style></head>`;
  return `<!doctype html><html lang="${localeFacts[locale].tag}">${head}${renderPart(body, locale)}</html>\n`;
}

/** One row, with what it says to its reader: a column without a word is a number for programs, and stands in `data.json`. */
function Row(props: {
  readonly row: object;
  /** The module whose words come first. */
  readonly of?: string | undefined;
  readonly locale: Locale;
  readonly say: SayData;
}): VNode {
  const { row, of, locale, say } = props;
  const said = Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => ({ name, value, word: say(`data_${name}`, undefined, of) }));
  return (
    <dl>
      {said
        .filter(({ word }) => word !== undefined)
        .map(({ name, value, word }) => (
          <>
            <dt>{word}</dt>
            <dd>{sayValue(name, value, locale)}</dd>
          </>
        ))}
    </dl>
  );
}

const MINUTES_OF_DAY: readonly string[] = ['start_minute', 'end_minute'];

function sayValue(name: string, value: unknown, locale: Locale): Words {
  const formats = formatsIn(locale);
  if (value instanceof Temporal.Instant) return formats.dayTime(value);
  if (value instanceof Temporal.PlainDate) return formats.day(value);
  if (typeof value === 'boolean') return exportMessages.in(locale)(value ? 'yes' : 'no');
  if (MINUTES_OF_DAY.includes(name)) return formats.clock(clockOf(Number(value)));
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** Minutes of a day as a time of day, `08:30` to `24:00`. */
function clockOf(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
