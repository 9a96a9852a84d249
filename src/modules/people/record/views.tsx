import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { AuditLine } from '../../../platform/audit/read.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { SayData } from '../../../platform/rights/data-words.ts';
import { Button, type Column, DataTable, EmptyState, Heading, PageHead, Pager } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { type Acts, together, whoFor, wordsFor } from './rules.ts';

interface RecordProps {
  lines: readonly AuditLine[];
  ownId: string;
  /** The last line of this page, when there are older ones. */
  next: number | undefined;
  isFirst: boolean;
  /** What acts are called. */
  say: SayData;
}

/** Who has looked at somebody's record or changed it: when, in which role, what. Names of staff are not told. */
export function RecordPage(props: RecordProps): VNode {
  const words = useWords(peopleMessages);
  const { next } = props;
  return (
    <>
      <PageHead
        title={words('record_title')}
        lead={words('record_lead')}
        back={{ href: housePaths.me(), label: words('back_to_my_page') }}
      />
      <DataTable
        caption={words('record_title')}
        captionHidden
        columns={useColumns(props)}
        rows={together(props.lines, props.ownId, (key) => props.say(key) !== undefined)}
        empty={
          <EmptyState title={words('record_empty')} level={2}>
            {words('record_empty_text')}
          </EmptyState>
        }
      />
      {(next !== undefined || !props.isFirst) && (
        <Pager
          previous={props.isFirst ? undefined : peoplePaths.record()}
          next={next === undefined ? undefined : `${peoplePaths.record()}?before=${next}`}
        />
      )}
      <Heading level={2}>{words('export_title')}</Heading>
      <p>{words('export_text')}</p>
      <p>
        <Button href={peoplePaths.export()} icon="file">
          {words('export_download')}
        </Button>
      </p>
    </>
  );
}

function useColumns({ ownId, say }: Pick<RecordProps, 'ownId' | 'say'>): Column<Acts>[] {
  const words = useWords(peopleMessages);
  const formats = useFormats();
  return [
    {
      key: 'at',
      head: words('record_when'),
      cell: ({ line, count, since }) => (count > 1 ? formats.span(since, line.at) : formats.dayTime(line.at)),
      rowHead: true,
    },
    {
      key: 'who',
      head: words('record_who'),
      cell: ({ line }) => {
        const who = whoFor(line, ownId);
        return who === 'you' ? words('record_you') : words(`record_role_${who}`);
      },
    },
    {
      key: 'what',
      head: words('record_what'),
      cell: ({ line, count }) => {
        const what = isOwnRole(line, ownId) ? words('record_role_begun') : sayAct(say, line);
        return count > 1 ? words('record_repeated', { what, count }) : what;
      },
    },
  ];
}

/** A role that they have since they began: nobody gives one to themselves. */
function isOwnRole(line: AuditLine, ownId: string): boolean {
  return line.action === 'people.role.granted' && line.outcome === 'done' && whoFor(line, ownId) === 'you';
}

/** What was done, as its reader is told. */
export function sayAct(say: SayData, line: Pick<AuditLine, 'action' | 'outcome'>): Words {
  const words = wordsFor(line, (key) => say(key) !== undefined);
  return 'act' in words ? say(words.act) : say(`record_${words.outcome}`, { area: say(words.area) });
}
