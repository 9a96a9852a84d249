import type { VNode } from 'preact';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { type Column, DataTable } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import type { Kept, Term } from './what-stays.ts';

type Say = ReturnType<typeof peopleMessages.in>;

/** Everything that is kept, until when, and what becomes of it when its person leaves. */
export function KeptTable(props: { kept: readonly Kept[] }): VNode {
  const words = useWords(peopleMessages);
  const locale = useLocale();
  const columns: Column<Kept>[] = [
    {
      key: 'what',
      head: words('kept_what'),
      cell: ({ what }) => what(locale),
      rowHead: true,
    },
    { key: 'until', head: words('kept_until'), cell: ({ terms }) => <Until terms={terms} /> },
    { key: 'leaving', head: words('kept_when_leaving'), cell: (kept) => sayLeaving(words, kept, locale) },
  ];
  return (
    <DataTable caption={words('kept_table')} captionHidden columns={columns} rows={props.kept} empty={null} />
  );
}

/** What stays of somebody who has left, each with its reason, source and end. */
export function StaysList(props: { stays: readonly Kept[] }): VNode {
  const words = useWords(peopleMessages);
  const locale = useLocale();
  return (
    <ul>
      {props.stays.map((kept) => (
        <li>
          {words('stays_line', {
            what: <strong>{kept.what(locale)}</strong>,
            why: sayLeaving(words, kept, locale),
          })}
          {typeof kept.terms !== 'string' && (
            <>
              <br />
              <Until terms={kept.terms} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Until({ terms }: Pick<Kept, 'terms'>): VNode {
  const words = useWords(peopleMessages);
  const locale = useLocale();
  if (typeof terms === 'string') return <>{words(`kept_${terms}`)}</>;
  return (
    <>
      {terms.map((term, index) => (
        <>
          {index > 0 && <br />}
          {sayTerm(words, term, locale)}
        </>
      ))}
    </>
  );
}

function sayTerm(words: Say, { after, count, unit }: Term, locale: Locale): Words {
  const moment = after(locale);
  return count === 0 ? words('kept_at_once', { moment }) : words(`kept_${unit}`, { count, moment });
}

function sayLeaving(words: Say, { leaving, law }: Kept, locale: Locale): Words {
  if (typeof leaving === 'string') return words('kept_goes');
  const why = words(`stays_${leaving.keeps}`);
  return law ? words('by_law', { why, law: law(locale) }) : why;
}
