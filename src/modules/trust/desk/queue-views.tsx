import type { VNode } from 'preact';
import { slotsPaths } from '../../../kits/slots/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Page } from '../../../platform/database/paging.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  DataTable,
  EmptyState,
  Heading,
  Link,
  Notice,
  PageHead,
  Pager,
  PersonName,
  pagesBehind,
  StatusChip,
} from '../../../ui/index.ts';
import { callName, type Person } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import type { DueRenewal } from '../renewals/store.ts';
import type { Standing } from '../types.ts';
import { lastDay } from '../volunteering/rules.ts';
import { isOurTurn, type StaffAct } from './rules.ts';

interface ApplicantRow {
  readonly personId: string;
  readonly standing: Standing;
  readonly act: StaffAct;
}

/** The first rows of a list, and whether more stand behind them. */
export interface First<Row> {
  readonly rows: readonly Row[];
  readonly isCut: boolean;
}

export interface Waiting {
  readonly applicants: First<ApplicantRow>;
  /** Ids of people. */
  readonly uninsured: First<string>;
}

interface Named {
  readonly persons: ReadonlyMap<string, Person>;
}

interface QueueProps extends Named {
  /** Stands on the first page only. */
  waiting: Waiting | null;
  renewals: Page<DueRenewal>;
  /** The renewal behind which this page begins. */
  after: string | null;
}

/** Applicants with the next act on each row; then what runs out. */
export function QueuePage({ waiting, renewals, after, persons }: QueueProps): VNode {
  const words = useWords(trustStaffMessages);
  return (
    <>
      <PageHead
        title={words('queue_title')}
        lead={waiting ? words('queue_lead', { count: waiting.applicants.rows.length }) : undefined}
      />
      <p>
        <Link href={slotsPaths.times()} kind="block">
          {words('open_interview_times')}
        </Link>
      </p>
      {waiting && <Applicants rows={waiting.applicants.rows} persons={persons} />}
      {waiting && <GoesOn {...waiting.applicants} />}
      <Heading level={2}>{words('renewals_title')}</Heading>
      <Renewals rows={renewals.rows} persons={persons} />
      <Pager {...pagesBehind({ path: trustPaths.applications(), after, next: renewals.next })} />
      {waiting && waiting.uninsured.rows.length > 0 && <Uninsured {...waiting} persons={persons} />}
    </>
  );
}

function Applicants(props: Named & { rows: readonly ApplicantRow[] }): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  return (
    <DataTable
      caption={words('applicants')}
      rows={props.rows}
      rowKey={(row) => `applicant-${row.personId}`}
      empty={
        <EmptyState title={words('queue_empty')} level={2}>
          {words('queue_empty_text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          head: words('name'),
          rowHead: true,
          cell: (row) => <PersonLink person={props.persons.get(row.personId)} id={row.personId} />,
        },
        {
          key: 'since',
          head: words('applied_on'),
          cell: (row) => row.standing.application && formats.day(row.standing.application.submittedAt),
        },
        {
          key: 'steps',
          head: words('steps_done'),
          cell: (row) => words('steps_done_of', countSteps(row.standing)),
        },
        { key: 'act', head: words('next_act'), cell: (row) => <NextAct row={row} /> },
      ]}
    />
  );
}

function countSteps(standing: Standing): { done: number; all: number } {
  const all = standing.steps.filter((step) => step.isRequired).length;
  return { all, done: all - standing.missing.length };
}

function NextAct(props: { row: ApplicantRow }): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  const { act, personId, standing } = props.row;
  if (!isOurTurn(act)) {
    const { interview } = standing;
    return (
      <StatusChip tone="waiting">
        {act === 'hold_interview' && interview
          ? words('interview_is_on', { when: formats.dayTime(interview.startsAt) })
          : words(`act_${act}`)}
      </StatusChip>
    );
  }
  return (
    <Link href={`${housePaths.trustPerson({ id: personId })}#next`} kind="block">
      {words(`act_${act}`)}
    </Link>
  );
}

function Renewals(props: Named & { rows: readonly DueRenewal[] }): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  return (
    <DataTable
      caption={words('renewals_title')}
      captionHidden
      rows={props.rows}
      rowKey={(due) => `renewal-${due.id}`}
      empty={<p>{words('no_renewals')}</p>}
      columns={[
        {
          key: 'name',
          head: words('name'),
          rowHead: true,
          cell: (due) => <PersonLink person={props.persons.get(due.personId)} id={due.personId} />,
        },
        { key: 'step', head: words('step'), cell: (due) => words(`step_${due.subject as 'training'}`) },
        { key: 'until', head: words('holds_until'), cell: (due) => formats.day(lastDay(due.untilOn)) },
      ]}
    />
  );
}

function Uninsured(props: Named & Pick<Waiting, 'uninsured'>): VNode {
  const words = useWords(trustStaffMessages);
  return (
    <>
      <Heading level={2}>{words('uninsured_title')}</Heading>
      <p>{words('uninsured_lead')}</p>
      <ul>
        {props.uninsured.rows.map((id) => (
          <li>
            <PersonLink person={props.persons.get(id)} id={id} />
          </li>
        ))}
      </ul>
      <GoesOn {...props.uninsured} />
    </>
  );
}

/** Says that a list goes on, and when the rest is seen. */
function GoesOn({ rows, isCut }: First<unknown>): VNode | null {
  const words = useWords(trustStaffMessages);
  return isCut ? <Notice>{words('queue_goes_on', { count: rows.length })}</Notice> : null;
}

/** Somebody's name as a link to where they stand. */
function PersonLink(props: { person: Person | undefined; id: string }): VNode {
  const words = useWords(trustStaffMessages);
  return (
    <Link href={housePaths.trustPerson({ id: props.id })}>
      <PersonName>{props.person ? callName(props.person, useLocale()) : words('somebody')}</PersonName>
    </Link>
  );
}
