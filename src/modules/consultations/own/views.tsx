import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { machineTime } from '../../../platform/clock.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  Conversation,
  EmptyState,
  Form,
  FormErrors,
  Heading,
  Link,
  Notice,
  PageHead,
  StatusChip,
  TextArea,
} from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { EmergencyPanel } from '../../safety/index.ts';
import { PaperField, WayOut } from '../ask/views.tsx';
import { Countdown } from '../deadlines/countdown.tsx';
import { consultationPaths } from '../paths.ts';
import type { Opening } from '../store/openings.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationMessages } from '../words.ts';
import type { OwnRoom } from './find.ts';

/** What somebody has asked, the newest first. */
export function OwnListPage({ matters }: { readonly matters: readonly Matter[] }): VNode {
  const t = useWords(consultationMessages);
  const { day } = useFormats();
  const ask = (
    <Button href={housePaths.consultationsNew()} kind="main">
      {t('ask_title')}
    </Button>
  );
  return (
    <>
      <WayOut />
      <PageHead title={t('consultations_title')} lead={t('consultations_lead')} />
      {matters.length === 0 ? (
        <EmptyState title={t('consultations_none')} actions={ask}>
          {t('consultations_none_text')}
        </EmptyState>
      ) : (
        <>
          <Actions>{ask}</Actions>
          {matters.map((matter) => (
            <Card
              level={2}
              title={
                <Link href={consultationPaths.consultation(matter)}>
                  {t('matter_title', { number: numberOfMatter(matter) })}
                </Link>
              }
              aside={<StatusChip tone="plain">{t(`state_${matter.state}`)}</StatusChip>}
            >
              <p>{day(dayInJapan(matter.createdAt))}</p>
            </Card>
          ))}
        </>
      )}
    </>
  );
}

interface RoomProps extends OwnRoom {
  readonly form: FormState;
  readonly now: Temporal.Instant;
}

/** One consultation, as whoever has asked reads it. */
export function OwnMatterPage(props: RoomProps): VNode {
  const { matter, dangers, deadlines } = props;
  const t = useWords(consultationMessages);
  const isOpen = matter.state !== 'closed';
  // Whoever comes to read the advice finds it first.
  const isAdvised = matter.state === 'advised' || matter.state === 'following';
  const advice = (
    <Button href={consultationPaths.consultationAdvice(matter)} {...(isAdvised && { kind: 'main' })}>
      {t('advice_link')}
    </Button>
  );
  return (
    <>
      <WayOut />
      {isOpen && dangers.length > 0 && <EmergencyPanel dangers={dangers} />}
      <PageHead
        title={t('matter_title', { number: numberOfMatter(matter) })}
        back={{ href: consultationPaths.consultations(), label: t('consultations_title') }}
        aside={<StatusChip tone="plain">{t(`state_${matter.state}`)}</StatusChip>}
      />
      <WhatComesNext {...props} />
      {matter.responsibleId && (
        <Actions>
          {isAdvised && advice}
          {isOpen && (
            <Button href={consultationPaths.consultationAppointment(matter)}>{t('appointment_link')}</Button>
          )}
          {!isAdvised && advice}
          <Button href={consultationPaths.consultationReferrals(matter)}>{t('referrals_title')}</Button>
        </Actions>
      )}
      {deadlines.length > 0 && (
        <section>
          <Heading level={2}>{t('deadlines_title')}</Heading>
          <Countdown deadlines={deadlines} today={dayInJapan(props.now)} />
        </section>
      )}
      <Written {...props} />
      <Papers {...props} />
      <Openings {...props} />
      {isOpen && <Quiet matter={matter} />}
    </>
  );
}

function WhatComesNext({ matter, nameOf, now }: RoomProps): VNode {
  const t = useWords(consultationMessages);
  const { dayTime } = useFormats();
  const name = nameOf(matter.responsibleId) ?? t('a_coordinator');
  const until = dayTime(matter.answerBy);
  const isLate = Temporal.Instant.compare(matter.answerBy, now) < 0;
  if (matter.state === 'received')
    return (
      <Notice tone={isLate ? 'notice' : 'info'} title={t('promise_title')}>
        <p>{t(isLate ? 'promise_late' : 'promise_received', { until })}</p>
      </Notice>
    );
  const says = { in_triage: 'promise_in_triage', closed: 'promise_closed' } as const;
  const key =
    matter.state === 'in_triage' || matter.state === 'closed' ? says[matter.state] : 'promise_at_work';
  const again = matter.state === 'closed' && (
    <ActionForm action={consultationPaths.consultationReopening(matter)}>{t('reopen')}</ActionForm>
  );
  return (
    <Notice title={t('promise_title')} actions={matter.responsibleId ? again : undefined}>
      <p>{t(key, { name })}</p>
    </Notice>
  );
}

/** What was written to and fro, and the place for more. */
function Written({ matter, entries, nameOf, form }: RoomProps): VNode {
  const t = useWords(consultationMessages);
  const { dayTime } = useFormats();
  return (
    <section>
      <Heading level={2}>{t('words_title')}</Heading>
      <Conversation
        label={t.plain('words_title')}
        messages={entries.map(({ id, kind, authorId, words, at }) => ({
          id: `entry-${id}`,
          author: kind === 'words' ? t('you') : (nameOf(authorId) ?? t('a_coordinator')),
          text: words,
          when: dayTime(at),
          at: machineTime(at),
          own: kind === 'words',
        }))}
      />
      {matter.state !== 'closed' && (
        <>
          <FormErrors
            refusals={form.refusals.map(({ field, words }) => ({
              field,
              words,
              label: t(field === 'photo' ? 'photo' : 'more_words'),
            }))}
          />
          <Form action={consultationPaths.consultationWords(matter)} files label={t.plain('add_words')}>
            <TextArea {...form.field('words')} label={t('more_words')} rows={4} maxLength={4000} optional />
            <PaperField form={form} />
            <Actions>
              <Button kind="main">{t('add_words')}</Button>
            </Actions>
          </Form>
        </>
      )}
    </section>
  );
}

function Papers({ matter, papers }: RoomProps): VNode | null {
  const t = useWords(consultationMessages);
  if (papers.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{t('papers_title')}</Heading>
      <ul>
        {papers.map(({ place }) => (
          <li>
            <Link href={consultationPaths.consultationPaper({ id: matter.id, place: String(place) })}>
              {t('paper', { place })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everybody who has opened it, as what and why: shown to whom it belongs. */
function Openings({ openings, nameOf }: RoomProps): VNode {
  const t = useWords(consultationMessages);
  const { dayTime } = useFormats();
  const say = (opening: Opening) => {
    const name = nameOf(opening.personId) ?? t('a_coordinator');
    return t(`opened_as_${opening.asWhat}`, { name, reason: opening.reason ?? '' });
  };
  return (
    <section>
      <Heading level={2}>{t('openings_title')}</Heading>
      {openings.length === 0 && <p>{t('openings_none')}</p>}
      <ul>
        {openings.map((opening) => (
          <li>
            {t('opened_when', { when: dayTime(opening.at), what: say(opening) })}{' '}
            {opening.asWhat === 'glass' && t(`review_${opening.review?.verdict ?? 'waits'}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Quiet({ matter }: { readonly matter: Matter }): VNode {
  const t = useWords(consultationMessages);
  return (
    <section>
      <Heading level={2}>{t('quiet_title')}</Heading>
      <p>{t(matter.isQuiet ? 'quiet_on' : 'quiet_off')}</p>
      <Actions>
        <ActionForm
          action={consultationPaths.consultationQuiet(matter)}
          hidden={{ quiet: matter.isQuiet ? '' : 'on' }}
        >
          {t(matter.isQuiet ? 'make_loud' : 'make_quiet')}
        </ActionForm>
        <ActionForm
          action={consultationPaths.consultationWithdrawal(matter)}
          confirm={t('withdraw_text')}
          kind="danger"
        >
          {t('withdraw')}
        </ActionForm>
      </Actions>
    </section>
  );
}
