import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  DataTable,
  EmptyState,
  Heading,
  Link,
  Notice,
  PageHead,
  PersonName,
  StatusChip,
} from '../../../ui/index.ts';
import { callName, type Person } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import type { Standing } from '../types.ts';
import { lastDay } from '../volunteering/rules.ts';
import { isOurTurn, type StaffAct } from './rules.ts';
import type { DueRenewal } from './store.ts';

interface ApplicantRow {
  readonly person: Person;
  readonly standing: Standing;
  readonly act: StaffAct;
}

/** The first rows of a list, and whether more stand behind them. */
export interface First<Row> {
  readonly rows: readonly Row[];
  readonly isCut: boolean;
}

interface QueueProps {
  applicants: First<ApplicantRow>;
  renewals: First<DueRenewal>;
  uninsured: First<string>;
  persons: ReadonlyMap<string, Person>;
}

/** Applicants with the next act on each row; then what runs out. */
export function QueuePage(props: QueueProps): VNode {
  const words = useWords(trustStaffMessages);
  return (
    <>
      <PageHead
        title={words('queue_title')}
        lead={words('queue_lead', { count: props.applicants.rows.length })}
      />
      <Applicants rows={props.applicants.rows} />
      <GoesOn {...props.applicants} />
      <Heading level={2}>{words('renewals_title')}</Heading>
      <Renewals {...props} />
      <GoesOn {...props.renewals} />
      {props.uninsured.rows.length > 0 && <Uninsured {...props} />}
    </>
  );
}

function Applicants(props: { rows: readonly ApplicantRow[] }): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  return (
    <DataTable
      caption={words('applicants')}
      rows={props.rows}
      rowKey={(row) => `applicant-${row.person.id}`}
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
          cell: (row) => <PersonLink person={row.person} id={row.person.id} />,
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
  const { act, person, standing } = props.row;
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
    <Link href={`/trust/people/${person.id}#next`} kind="block">
      {words(`act_${act}`)}
    </Link>
  );
}

function Renewals(props: QueueProps): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  return (
    <DataTable
      caption={words('renewals_title')}
      captionHidden
      rows={props.renewals.rows}
      rowKey={(due) => `renewal-${due.personId}-${due.subject}`}
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

function Uninsured(props: QueueProps): VNode {
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
    <Link href={`/trust/people/${props.id}`}>
      <PersonName>{props.person ? callName(props.person, useLocale()) : words('somebody')}</PersonName>
    </Link>
  );
}
