import type { VNode } from 'preact';
import { ActForm } from '../../../kits/acts/index.ts';
import { FactList, type Facts, type Happening, History, NextStep } from '../../../kits/scenes/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { pathOfThing } from '../../../platform/thing.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Card,
  FormErrors,
  Link,
  OwnWords,
  PageHead,
  PersonName,
  StatusChip,
  TextArea,
} from '../../../ui/index.ts';
import { callName, type Person } from '../../people/index.ts';
import { type StaffKey, trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import type { Concern } from '../types.ts';
import { concernForms } from './life.ts';
import { LEAST_WORDS } from './rules.ts';

type Persons = ReadonlyMap<string, Person>;

export function ConcernChip(props: { concern: Concern }): VNode {
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
  /** Whether the reader may restrict people, and open what a concern is about: a coordinator. */
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
      <FactList facts={concernFacts} reader="staff" of={props} />
      {concern.state === 'raised' && <ConcernStepForm {...props} act="assessment" />}
      {concern.state !== 'closed' && <NextActs {...props} />}
      {concern.state === 'assessed' && <ConcernStepForm {...props} act="closing" />}
      <ConcernHistory {...props} />
    </>
  );
}

/** What a concern is about, for staff. */
const concernFacts: Facts<Pick<ConcernProps, 'concern' | 'persons' | 'mayDecide'>, { staff: StaffKey }> = {
  words: { staff: trustStaffMessages },
  facts: [
    {
      label: { staff: 'concern_about' },
      value: ({ concern: { aboutPersonId: id }, persons }) =>
        id ? (
          <Link href={housePaths.trustPerson({ id })}>
            <Name id={id} persons={persons} />
          </Link>
        ) : (
          <Name id={null} persons={persons} />
        ),
    },
    {
      label: { staff: 'came_from' },
      // Its page is the coordinators'.
      value: ({ concern: { objectKind: kind, objectId: id }, mayDecide }, { locale }) =>
        mayDecide && (
          <Link href={pathOfThing({ kind, id })}>{trustStaffMessages.in(locale)('open_the_thing')}</Link>
        ),
    },
    { label: { staff: 'concern_words' }, value: ({ concern }) => <OwnWords>{concern.words}</OwnWords> },
  ],
};

/** That it was raised, what was found out and what was done, each with who and when. */
function ConcernHistory({ concern, persons }: ConcernProps): VNode {
  const words = useWords(trustStaffMessages);
  const by = (id: string | null) =>
    id ? (when: Words) => words('decided_by', { when, name: <Name id={id} persons={persons} /> }) : undefined;
  const said = (text: string | null) => text && <OwnWords as="p">{text}</OwnWords>;
  const { raisedAt, raisedBy, assessed, closed } = concern;
  const happenings: Happening[] = [
    { at: raisedAt, title: words('raised_at'), by: by(raisedBy), icon: 'alert' },
    ...(assessed
      ? [{ ...assessed, title: words('assessment'), by: by(assessed.by), children: said(concern.assessment) }]
      : []),
    ...(closed
      ? [{ ...closed, title: words('closing'), by: by(closed.by), children: said(concern.closing) }]
      : []),
  ];
  return <History title={words('concern_history')} happenings={happenings} />;
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
    <NextStep title={words(`${act}_title`)}>
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
    </NextStep>
  );
}
