import type { VNode } from 'preact';
import { FactList } from '../../../../kits/scenes/index.ts';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Columns,
  FormErrors,
  Heading,
  Link,
  PageHead,
  PersonName,
  SummaryList,
} from '../../../../ui/index.ts';
import { callName } from '../../../people/index.ts';
import { pairsPaths } from '../../paths.ts';
import { StepHistory } from '../../steps/history.tsx';
import { pairsMessages, pairsStaffMessages } from '../../words.ts';
import { applicationFacts, saidAnswers } from '../facts.tsx';
import { ProfileRows } from '../own/profile-view.tsx';
import { FeesPart, SignaturePart } from './conditions.tsx';
import { AcceptOrDecline } from './decision.tsx';
import { InterviewPart } from './interview.tsx';
import type { DeskProps } from './scene.ts';

/** An application for coordinators: what comes next, what was said, the interview, what is missing, what happened. */
export function ApplicationPage(props: DeskProps): VNode {
  const t = useWords(pairsStaffMessages);
  const locale = useLocale();
  const { scene, form } = props;
  const { application, person } = scene;
  return (
    <>
      <PageHead
        title={<PersonName>{callName(person, locale)}</PersonName>}
        lead={t(`application_of_${application.side}`, { day: useFormats().day(application.submittedAt) })}
        back={{ href: pairsPaths.deskApplications(), label: t('applications_title') }}
      />
      <FormErrors refusals={form.refusals} />
      <Columns
        first
        aside={
          <>
            <AcceptOrDecline {...props} />
            <SignaturePart {...props} />
            <FeesPart {...props} />
          </>
        }
      >
        <Said scene={scene} />
        <InterviewPart {...props} />
        <StepHistory {...scene} say={(act) => t(`did_${act as 'apply'}`)} />
      </Columns>
    </>
  );
}

function Said({ scene }: Pick<DeskProps, 'scene'>): VNode {
  const t = useWords(pairsStaffMessages);
  const own = useWords(pairsMessages);
  const locale = useLocale();
  const { application, person, others, profile, consents, names } = scene;
  const given = consents.filter(({ takenBackAt }) => takenBackAt === null);
  return (
    <section class="stack">
      <Heading level={2}>{t('what_was_said')}</Heading>
      {application.enteredBy && (
        <p class="quiet">
          {t('entered_by', { name: names.get(application.enteredBy) ?? t.plain('somebody') })}
        </p>
      )}
      <FactList facts={applicationFacts} reader="coordinator" of={{ application, others }} />
      <SummaryList rows={saidAnswers(application, locale)} />
      <Heading level={2}>{t('from_the_profile')}</Heading>
      <ProfileRows facts={profile} />
      <SummaryList
        rows={[
          {
            label: t('consents'),
            value:
              given.length === 0
                ? t('no_consents')
                : given.map(({ kind }) => <div>{own(`consent_${kind}`)}</div>),
          },
        ]}
      />
      <p>
        <Link href={housePaths.person({ id: person.id })}>{t('to_the_person')}</Link>
      </p>
    </section>
  );
}
