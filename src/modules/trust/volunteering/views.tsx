import type { VNode } from 'preact';
import type { Slot } from '../../../kits/slots/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { OwnPage } from '../../../platform/parts/public/worded-page.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  FormErrors,
  Heading,
  LineScene,
  Link,
  Notice,
  OwnWords,
  PageHead,
  Prose,
} from '../../../ui/index.ts';
import { peoplePaths } from '../../people/index.ts';
import { trustMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import type { Rest } from '../standing/rules.ts';
import { LIMITS, type PolicyStep, type Standing } from '../types.ts';
import { type Office, OwnPath, PathAhead } from './path-views.tsx';
import { PauseAndLeave } from './pause-views.tsx';
import { comesNext, lastDay, ownNextAct } from './rules.ts';
import { MEANING } from './worded-page.ts';

interface VolunteeringProps {
  /** Null for a visitor who isn't signed in. */
  standing: Standing | null;
  /** The steps that the policy of today asks for. */
  steps: readonly PolicyStep[];
  /** Open times to choose from for the interview. */
  times: readonly Slot[];
  /** The rest they take now. */
  rest: Rest | null;
  office: Office;
  form: FormState;
  /** What the organization says here in its own words. */
  own: OwnPage | undefined;
}

/** What being a volunteer means, where the reader stands, and what to do next. */
export function VolunteeringPage(props: VolunteeringProps): VNode {
  const words = useWords(trustMessages);
  const { standing, own } = props;
  return (
    <>
      <PageHead
        title={own?.said['title']?.words ?? words('volunteering_title')}
        lead={own?.said['lead']?.words ?? words('volunteering_lead')}
      />
      {own?.note}
      <FormErrors refusals={props.form.refusals} />
      {!standing && <LineScene name="table" isTold isSmall />}
      {standing && <OwnStanding {...props} standing={standing} />}
      <Meaning own={own} />
      {!standing && <FirstSteps steps={props.steps} />}
      {standing && <PauseAndLeave standing={standing} rest={props.rest} />}
    </>
  );
}

/** For a visitor: the way ahead, and its first step. */
function FirstSteps(props: { steps: readonly PolicyStep[] }): VNode {
  const words = useWords(trustMessages);
  return (
    <>
      <Heading level={2}>{words('path_ahead_title')}</Heading>
      <PathAhead steps={props.steps} />
      <Actions>
        <Button kind="main" href={housePaths.volunteeringApplication()}>
          {words('apply')}
        </Button>
      </Actions>
    </>
  );
}

function OwnStanding(props: VolunteeringProps & { standing: Standing }): VNode {
  const words = useWords(trustMessages);
  const { standing } = props;
  const act = ownNextAct(standing);
  return (
    <>
      <StandingNotice {...props} standing={standing} />
      <Limits standing={standing} />
      <Heading level={2}>{words('path_title')}</Heading>
      <OwnPath standing={standing} office={props.office} times={props.times} form={props.form} />
      {(act === 'apply' || act === 'pledge') && (
        <Actions>
          <Button
            kind={act === 'apply' || comesNext(standing, props.times.length) === 'pledge' ? 'main' : 'quiet'}
            href={act === 'apply' ? housePaths.volunteeringApplication() : trustPaths.volunteeringPledge()}
          >
            {words(act === 'apply' ? 'apply' : 'read_the_pledge')}
          </Button>
        </Actions>
      )}
      {standing.application?.state === 'approved' && (
        <p>
          <Link href={trustPaths.volunteeringConversation()}>{words('write_to_desk')}</Link>
        </p>
      )}
    </>
  );
}

/** One panel with what matters most now. */
function StandingNotice(
  props: Pick<VolunteeringProps, 'rest' | 'times'> & { standing: Standing },
): VNode | null {
  const words = useWords(trustMessages);
  const formats = useFormats();
  const { application, approvedSince, isApproved, missing } = props.standing;
  if (!application) return null;
  if (application.state === 'declined') {
    return (
      <Notice title={words('application_was_declined')}>
        {application.outcomeWords && <OwnWords as="p">{application.outcomeWords}</OwnWords>}
        <p>{words('you_can_apply_again')}</p>
      </Notice>
    );
  }
  if (application.state === 'submitted') {
    return (
      <Notice title={words('application_was_received')}>
        <p>{words('application_comes_next', { next: comesNext(props.standing, props.times.length) })}</p>
        <p>{words('application_meanwhile')}</p>
        <ul>
          <li>
            <Link href={peoplePaths.languages()} kind="block">
              {words('fill_in_languages')}
            </Link>
          </li>
          <li>
            <Link href={peoplePaths.availability()} kind="block">
              {words('fill_in_times')}
            </Link>
          </li>
          <li>
            <Link href={trustPaths.volunteeringConversation()} kind="block">
              {words('write_to_desk')}
            </Link>
          </li>
        </ul>
      </Notice>
    );
  }
  if (!approvedSince) return null;
  if (props.rest) {
    const backOn = props.rest.backOn && formats.day(props.rest.backOn);
    return (
      <Notice title={words('you_are_resting')}>
        {backOn ? words('resting_until', { backOn }) : words('resting_until_you_say')}
      </Notice>
    );
  }
  if (isApproved) {
    return (
      <Notice tone="good" title={words('you_are_a_volunteer')}>
        {words('volunteer_since', { day: formats.day(approvedSince) })}{' '}
        <RenewalWords standing={props.standing} />
      </Notice>
    );
  }
  const isUninsured = missing.length === 0;
  return (
    <Notice tone="notice" title={words('not_asked_now')}>
      {words(isUninsured ? 'insurance_comes_first' : 'steps_come_first')}
    </Notice>
  );
}

function RenewalWords(props: { standing: Standing }): VNode {
  const words = useWords(trustMessages);
  const formats = useFormats();
  const soon = props.standing.steps.filter(({ state }) => state === 'renew_soon');
  return (
    <>
      {soon.map(({ step, untilOn }) => (
        <p>
          {words('renew_step', {
            step: words(`step_${step}`),
            lastDay: untilOn && formats.day(lastDay(untilOn)),
          })}
        </p>
      ))}
    </>
  );
}

/** What the reader isn't asked for. The reasons are the coordinators' to tell. */
function Limits(props: { standing: Standing }): VNode | null {
  const words = useWords(trustMessages);
  const limits = LIMITS.filter((limit) => props.standing.restrictions.some(({ kind }) => kind === limit));
  if (limits.length === 0) return null;
  return (
    <Notice title={words('limits_title')}>
      {limits.map((limit) => (
        <p>{words(`limit_${limit}`)}</p>
      ))}
    </Notice>
  );
}

function Meaning({ own }: Pick<VolunteeringProps, 'own'>): VNode {
  const words = useWords(trustMessages);
  const lines = own?.said['meaning']?.lines ?? MEANING.map((line) => words(line));
  return (
    <Prose>
      <h2>{own?.said['meaning-title']?.words ?? words('meaning_title')}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Prose>
  );
}
