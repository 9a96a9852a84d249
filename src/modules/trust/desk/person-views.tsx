import type { VNode } from 'preact';
import { History } from '../../../kits/scenes/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  Card,
  Columns,
  DataTable,
  Disclosure,
  FormErrors,
  Heading,
  Link,
  OwnWords,
  PageHead,
  PersonName,
  StatusChip,
  SummaryList,
  type Tone,
} from '../../../ui/index.ts';
import { callName, peoplePaths } from '../../people/index.ts';
import { applicationQuestions } from '../applications/questions.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { mayWriteAboutIt } from '../rules.ts';
import type { StepStanding, StepState } from '../types.ts';
import { lastDay } from '../volunteering/rules.ts';
import { DecisionForms } from './decision-forms.tsx';
import { Interviews } from './interview-views.tsx';
import type { FileProps, PersonFile } from './person-file.ts';
import { Restrictions } from './restricting/views.tsx';
import { StepForms } from './step-forms.tsx';

/** One person as the organization knows them: standing, steps, interviews, restrictions, insurance, decisions. */
export function PersonFilePage(props: FileProps): VNode {
  const words = useWords(trustStaffMessages);
  const { file, form } = props;
  return (
    <>
      <PageHead
        title={<PersonName>{callName(file.person, useLocale()) || words('somebody')}</PersonName>}
        back={{ href: trustPaths.applications(), label: words('queue_title') }}
        aside={<StandingChip file={file} />}
      />
      <FormErrors refusals={form.refusals} />
      <p>
        <Link href={housePaths.person({ id: file.person.id })}>{words('what_they_say')}</Link>
        {' · '}
        <Link href={peoplePaths.personTies({ id: file.person.id })}>{words('what_happens_with_them')}</Link>
        {mayWriteAboutIt(file.standing) && (
          <>
            {' · '}
            <Link href={trustPaths.personConversation({ id: file.person.id })}>{words('write_to_them')}</Link>
          </>
        )}
      </p>
      <Columns aside={<Application file={file} />}>
        {file.standing.application && (
          <>
            <DecisionForms {...props} />
            <Heading level={2}>{words('steps_title')}</Heading>
            <Steps file={file} />
            <Interviews {...props} />
            <StepForms {...props} />
          </>
        )}
        <Restrictions {...props} />
        <Concerns file={file} />
        <Decisions file={file} />
      </Columns>
    </>
  );
}

function StandingChip(props: { file: PersonFile }): VNode {
  const words = useWords(trustStaffMessages);
  const { standing } = props.file;
  const stop = standing.restrictions.find(({ kind }) => kind === 'suspension' || kind === 'pause');
  if (stop) {
    return (
      <StatusChip tone={stop.kind === 'suspension' ? 'danger' : 'notice'}>
        {words(`restriction_${stop.kind}`)}
      </StatusChip>
    );
  }
  if (standing.isApproved) return <StatusChip tone="good">{words('is_approved')}</StatusChip>;
  if (standing.approvedSince) return <StatusChip tone="notice">{words('is_not_asked')}</StatusChip>;
  const state = standing.application?.state;
  return (
    <StatusChip tone={state === 'submitted' ? 'waiting' : 'plain'}>
      {words(state ? `application_${state}` : 'application_none')}
    </StatusChip>
  );
}

function Application(props: { file: PersonFile }): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  const { application, approvedSince } = props.file.standing;
  const rows = application && [
    { label: words('applied_on'), value: formats.day(application.submittedAt) },
    ...(approvedSince ? [{ label: words('approved_on'), value: formats.day(approvedSince) }] : []),
    ...applicationQuestions
      .say({ version: 1, answers: { ...application } }, useLocale())
      .map(({ question, answer, isOwnWords }) => ({
        label: question,
        value: isOwnWords && answer ? <OwnWords>{answer as string}</OwnWords> : answer || words('nothing'),
      })),
  ];
  return (
    <>
      <Heading level={2}>{words('application_facts')}</Heading>
      {rows ? <SummaryList rows={rows} /> : <p>{words('never_applied')}</p>}
    </>
  );
}

const TONES: Record<StepState, Tone> = {
  missing: 'plain',
  planned: 'waiting',
  holds: 'good',
  renew_soon: 'notice',
  run_out: 'danger',
};

function Steps(props: { file: PersonFile }): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  return (
    <DataTable<StepStanding>
      caption={words('steps_title')}
      captionHidden
      rows={props.file.standing.steps}
      columns={[
        { key: 'step', head: words('step'), rowHead: true, cell: (row) => words(`step_${row.step}`) },
        {
          key: 'state',
          head: words('state'),
          cell: (row) => <StatusChip tone={TONES[row.state]}>{words(`state_${row.state}`)}</StatusChip>,
        },
        {
          key: 'demand',
          head: words('demand'),
          cell: (row) => words(row.isRequired ? 'demand_required' : 'demand_optional'),
        },
        { key: 'done', head: words('done_on'), cell: (row) => (row.doneOn ? formats.day(row.doneOn) : '–') },
        {
          key: 'until',
          head: words('holds_until'),
          cell: (row) => (row.untilOn ? formats.day(lastDay(row.untilOn)) : '–'),
        },
      ]}
    />
  );
}

function Concerns(props: { file: PersonFile }): VNode | null {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  const { concerns } = props.file;
  if (concerns.length === 0) return null;
  return (
    <Card title={words('concerns_about')} level={2}>
      <ul>
        {concerns.map((concern) => (
          <li>
            <Link href={trustPaths.concern({ id: concern.id })}>{formats.dayTime(concern.raisedAt)}</Link>{' '}
            {words(`concern_${concern.state}`)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Every decision with who and why, the newest first. */
function Decisions(props: { file: PersonFile }): VNode {
  const words = useWords(trustStaffMessages);
  const { decisions, named, person } = props.file;
  const locale = useLocale();
  const nameOf = (id: string | null) => {
    if (id === person.id) return words('by_themselves');
    const decider = id === null ? undefined : named.get(id);
    return decider ? callName(decider, locale) : words(id === null ? 'by_the_program' : 'somebody');
  };
  const happenings = decisions.toReversed().map(({ act, at, byPersonId, reason }) => ({
    at,
    title: words(`decision_${act}`),
    by: (when: Words) => words('decided_by', { when, name: nameOf(byPersonId) }),
    children: reason ? <OwnWords as="p">{reason}</OwnWords> : undefined,
  }));
  return (
    <Disclosure id="history" summary={words('decisions_title')}>
      <History happenings={happenings} />
    </Disclosure>
  );
}
