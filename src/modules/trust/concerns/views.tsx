import type { VNode } from 'preact';
import { ActForm } from '../../../kits/acts/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Page } from '../../../platform/database/paging.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { pathOfThing } from '../../../platform/thing.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Card,
  DataTable,
  EmptyState,
  FormErrors,
  Link,
  OwnWords,
  PageHead,
  Pager,
  PersonName,
  pagesBehind,
  StatusChip,
  SummaryList,
  TextArea,
} from '../../../ui/index.ts';
import { callName, type Person } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import type { Concern } from '../types.ts';
import { concernForms } from './life.ts';
import { LEAST_WORDS } from './rules.ts';

type Persons = ReadonlyMap<string, Person>;

/** All concerns: those under way first. */
export function ConcernsPage(props: {
  concerns: Page<Concern>;
  after: string | null;
  persons: Persons;
}): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  return (
    <>
      <PageHead title={words('concerns_title')} lead={words('concerns_lead')} />
      <DataTable
        caption={words('concerns_title')}
        captionHidden
        rows={props.concerns.rows}
        rowKey={(concern) => `concern-${concern.id}`}
        empty={
          <EmptyState title={words('concerns_empty')} level={2}>
            {words('concerns_empty_text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'when',
            head: words('raised_at'),
            rowHead: true,
            cell: (concern) => (
              <Link href={trustPaths.concern({ id: concern.id })}>{formats.dayTime(concern.raisedAt)}</Link>
            ),
          },
          {
            key: 'about',
            head: words('concern_about'),
            cell: (concern) => <Name id={concern.aboutPersonId} persons={props.persons} />,
          },
          { key: 'state', head: words('state'), cell: (concern) => <ConcernChip concern={concern} /> },
        ]}
      />
      <Pager
        {...pagesBehind({ path: trustPaths.concerns(), after: props.after, next: props.concerns.next })}
      />
    </>
  );
}

function ConcernChip(props: { concern: Concern }): VNode {
  const words = useWords(trustStaffMessages);
  const tone = { raised: 'danger', assessed: 'notice', closed: 'good' } as const;
  const { state } = props.concern;
  return <StatusChip tone={tone[state]}>{words(`concern_${state}`)}</StatusChip>;
}

function Name(props: { id: string | null; persons: Persons }): VNode {
  const locale = useLocale();
  const words = useWords(trustStaffMessages);
  const person = props.id ? props.persons.get(props.id) : undefined;
  if (!props.id) return <>{words('nobody')}</>;
  return <PersonName>{person ? callName(person, locale) : words('somebody')}</PersonName>;
}

interface ConcernProps {
  concern: Concern;
  persons: Persons;
  form: FormState;
  /** Whether the reader may restrict people. */
  mayDecide: boolean;
}

/** One concern: what was said, about whom, what was found out and done. */
export function ConcernPage(props: ConcernProps): VNode {
  const words = useWords(trustStaffMessages);
  const { concern, form } = props;
  return (
    <>
      <PageHead
        title={words('concern_title')}
        back={{ href: trustPaths.concerns(), label: words('concerns_title') }}
        aside={<ConcernChip concern={concern} />}
      />
      <FormErrors refusals={form.refusals} />
      <ConcernFacts {...props} />
      {concern.state === 'raised' && <ConcernStepForm {...props} act="assessment" />}
      {concern.state !== 'closed' && <NextActs {...props} />}
      {concern.state === 'assessed' && <ConcernStepForm {...props} act="closing" />}
    </>
  );
}

function ConcernFacts(props: ConcernProps): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  const { concern, persons } = props;
  const about = concern.aboutPersonId;
  const said = (label: Words, text: string | null) =>
    text ? [{ label, value: <OwnWords>{text}</OwnWords> }] : [];
  return (
    <SummaryList
      rows={[
        { label: words('raised_at'), value: formats.dayTime(concern.raisedAt) },
        {
          label: words('concern_about'),
          value: about ? (
            <Link href={housePaths.trustPerson({ id: about })}>
              <Name id={about} persons={persons} />
            </Link>
          ) : (
            <Name id={null} persons={persons} />
          ),
        },
        { label: words('raised_by'), value: <Name id={concern.raisedBy} persons={persons} /> },
        {
          label: words('came_from'),
          value: (
            <Link href={pathOfThing({ kind: concern.objectKind, id: concern.objectId })}>
              {words('open_the_thing')}
            </Link>
          ),
        },
        { label: words('concern_words'), value: <OwnWords>{concern.words}</OwnWords> },
        ...said(words('assessment'), concern.assessment),
        ...said(words('closing'), concern.closing),
      ]}
    />
  );
}

/**
 * What can be done about it now: limit or stop the person it is about, write to the one who told us. A pause is not
 * among it: it is a rest, and whoever rests ends it themselves.
 */
function NextActs({ concern, mayDecide }: ConcernProps): VNode | null {
  const words = useWords(trustStaffMessages);
  const { raisedBy } = concern;
  const about = mayDecide ? concern.aboutPersonId : null;
  if (!about && !raisedBy) return null;
  return (
    <Card title={words('concern_acts_title')} level={2}>
      <p>{words('concern_acts_text')}</p>
      <Actions>
        {about && (
          <>
            <Button href={`${housePaths.trustPerson({ id: about })}?kind=only_online#restrict`}>
              {words('act_restrict')}
            </Button>
            <Button href={`${housePaths.trustPerson({ id: about })}?kind=suspension#restrict`}>
              {words('act_suspend')}
            </Button>
          </>
        )}
        {raisedBy && <Button href={housePaths.person({ id: raisedBy })}>{words('act_reach_teller')}</Button>}
      </Actions>
    </Card>
  );
}

function ConcernStepForm(props: ConcernProps & { act: 'assessment' | 'closing' }): VNode {
  const words = useWords(trustStaffMessages);
  const { concern, form, act } = props;
  return (
    <Card title={words(`${act}_title`)} level={2}>
      <ActForm
        table={concernForms}
        act={act}
        of={{ ...concern, form }}
        kind="main"
        button={words(`${act}_go`)}
      >
        <TextArea
          {...form.field(act)}
          label={words(act)}
          hint={words(`${act}_hint`, { least: LEAST_WORDS })}
          rows={4}
          maxLength={2000}
        />
      </ActForm>
    </Card>
  );
}
