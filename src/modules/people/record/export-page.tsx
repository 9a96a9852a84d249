import type { VNode } from 'preact';
import type { Locale } from '../../../platform/languages/locales.ts';
import { localeFacts } from '../../../platform/languages/locales.ts';
import { renderPart } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import type { OwnData } from './export.ts';

type Key = Parameters<ReturnType<typeof peopleMessages.in>>[0];

/** The page of the file that a person reads without a program, in their language; it loads nothing from elsewhere. */
export function exportPage(data: OwnData, locale: Locale): string {
  const words = peopleMessages.in(locale);
  const sections = Map.groupBy(data.own, ({ name }) => name);
  const body = (
    <body>
      <h1>{words('export_title')}</h1>
      <p>{data.made_at}</p>
      {[...sections].map(([name, tables]) => (
        <section>
          <h2>{words(`kept_${name}` as Key)}</h2>
          {tables.flatMap(({ rows }) => rows.map((row) => <Row row={row} />))}
        </section>
      ))}
      <h2>{words('kept_household')}</h2>
      <ul>
        {data.household.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
      <h2>{words('kept_audit')}</h2>
      {data.record.map((line) => (
        <Row row={line} />
      ))}
    </body>
  );
  const head = `<!doctype html><html lang="${localeFacts[locale].tag}"><head><meta charset="utf-8"></head>`;
  return `${head}${renderPart(body, locale)}</html>\n`;
}

function Row({ row }: { row: Readonly<Record<string, unknown>> }): VNode {
  const said = Object.entries(row).filter(([, value]) => value !== null && value !== '');
  return (
    <dl>
      {said.map(([name, value]) => (
        <>
          <dt lang="en">{name.replaceAll('_', ' ')}</dt>
          <dd>{Array.isArray(value) ? value.join(', ') : String(value)}</dd>
        </>
      ))}
    </dl>
  );
}
