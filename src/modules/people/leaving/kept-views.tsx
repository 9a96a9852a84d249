import type { VNode } from 'preact';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import { type Column, DataTable } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import type { Kept, Term } from './what-stays.ts';

type Say = ReturnType<typeof peopleMessages.in>;
type Key = Parameters<Say>[0];

/** Everything that is kept, until when, and what becomes of it when its person leaves. */
export function KeptTable(props: { kept: readonly Kept[] }): VNode {
  const words = useWords(peopleMessages);
  const columns: Column<Kept>[] = [
    {
      key: 'what',
      head: words('kept_what'),
      cell: ({ name }) => words(`kept_${name}` as Key),
      rowHead: true,
    },
    { key: 'until', head: words('kept_until'), cell: ({ terms }) => <Until terms={terms} /> },
    { key: 'leaving', head: words('kept_when_leaving'), cell: (kept) => sayLeaving(words, kept) },
  ];
  return (
    <DataTable caption={words('kept_table')} captionHidden columns={columns} rows={props.kept} empty={null} />
  );
}

/** What stays of somebody who has left, each with its reason, source and end. */
export function StaysList(props: { stays: readonly Kept[] }): VNode {
  const words = useWords(peopleMessages);
  return (
    <ul>
      {props.stays.map((kept) => (
        <li>
          {words('stays_line', {
            what: <strong>{words(`kept_${kept.name}` as Key)}</strong>,
            why: sayLeaving(words, kept),
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
  if (typeof terms === 'string') return <>{words(`kept_${terms}`)}</>;
  return (
    <>
      {terms.map((term, index) => (
        <>
          {index > 0 && <br />}
          {sayTerm(words, term)}
        </>
      ))}
    </>
  );
}

function sayTerm(words: Say, { after, count, unit }: Term): Words {
  const moment = words(`after_${after}`);
  return count === 0 ? words('kept_at_once', { moment }) : words(`kept_${unit}`, { count, moment });
}

function sayLeaving(words: Say, { leaving }: Kept): Words {
  if (typeof leaving === 'string') return words('kept_goes');
  const why = words(`stays_${leaving.keeps}`);
  return leaving.law ? words('by_law', { why, law: words(`law_${leaving.law}` as Key) }) : why;
}
