import type { VNode } from 'preact';
import { defineForm, Refusals, whole } from '../../kits/forms/index.ts';
import { housePaths } from '../../platform/addresses/paths.ts';
import type { Alarm, ClosingReason } from '../../platform/audit/alarms/alarms.ts';
import type { ChainState } from '../../platform/audit/chain/chain-state.ts';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import type { MailState } from '../../platform/mail/mail-state.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import { Actions, Button, Card, Form, Heading, Notice, PageHead, SummaryList } from '../../ui/index.ts';
import { pagesPaths } from '../paths.ts';
import { watchMessages } from './words.ts';

export interface WatchProps {
  readonly mail: MailState;
  readonly chain: ChainState;
  readonly alarms: readonly Alarm[];
  readonly names: ReadonlyMap<string, string>;
  readonly form: FormState;
  /** The form of the limits. */
  readonly limits: VNode;
}

/** What the house watches by itself, for administrators. */
export function WatchPage(props: WatchProps): VNode {
  const t = useWords(watchMessages);
  return (
    <>
      <PageHead
        title={t('watch_title')}
        lead={t('watch_lead')}
        back={{ href: housePaths.settings(), label: t('back_to_settings') }}
      />
      <Refusals of={limitsForm} form={props.form} />
      <section class="stack">
        <Heading level={2}>{t('alarms_title')}</Heading>
        {props.alarms.length === 0 && <p>{t('no_alarms')}</p>}
        {props.alarms.map((alarm) => (
          <AlarmCard alarm={alarm} names={props.names} />
        ))}
      </section>
      <Mail {...props.mail} />
      <Chain {...props.chain} />
      <section class="stack">
        <Heading level={2}>{t('limits_title')}</Heading>
        <p>{t('limits_lead')}</p>
        {props.limits}
      </section>
    </>
  );
}

function AlarmCard({ alarm, names }: { alarm: Alarm; names: ReadonlyMap<string, string> }): VNode {
  const t = useWords(watchMessages);
  const formats = useFormats();
  const nameOf = (id: string | null) => (id && names.get(id)) || t.plain('somebody');
  const facts = {
    name: nameOf(alarm.personId),
    hour: alarm.hourCount ?? 0,
    day: alarm.dayCount ?? 0,
    position: alarm.position ?? 0,
  };
  const when = formats.dayTime(alarm.raisedAt);
  return (
    <Card title={t(`alarm_${alarm.kind}`, facts)} level={3} accent={alarm.closedAt === null}>
      <p>
        {alarm.closedBecause
          ? t('alarm_closed', {
              when,
              name: nameOf(alarm.closedBy),
              because: t.plain(`because_${alarm.closedBecause}`),
            })
          : when}
      </p>
      {!alarm.closedAt && (
        <>
          <p>{t('close_because')}</p>
          <Actions>
            {reasonsFor(alarm).map((because) => (
              <Form action={pagesPaths.settingsWatchAlarm({ id: alarm.id })} hidden={{ because }}>
                <Button>{t(`because_${because}`)}</Button>
              </Form>
            ))}
          </Actions>
        </>
      )}
    </Card>
  );
}

function reasonsFor({ kind }: Alarm): readonly ClosingReason[] {
  return [kind === 'reading' ? 'was_their_work' : 'backup_was_restored', 'looked_into'];
}

function Mail(state: MailState): VNode {
  const t = useWords(watchMessages);
  const formats = useFormats();
  const { hindered, waitingSince } = state;
  const waiting = waitingSince
    ? t('mail_waiting_since', { count: state.waiting, when: formats.dayTime(waitingSince) })
    : String(state.waiting);
  return (
    <section class="stack">
      <Heading level={2}>{t('mail_title')}</Heading>
      {hindered ? (
        <Notice tone="danger" title={t('mail_hindered', { when: formats.dayTime(hindered.since) })}>
          {t(because(hindered.because))}
        </Notice>
      ) : (
        <Notice tone="good">{t('mail_goes_out')}</Notice>
      )}
      <SummaryList
        rows={[
          { label: t('mail_waiting'), value: waiting },
          { label: t('mail_given_up'), value: String(state.givenUp) },
          {
            label: t('mail_last_sent'),
            value: state.lastSentAt ? formats.dayTime(state.lastSentAt) : t('never'),
          },
        ]}
      />
      <p>{t('mail_bounces')}</p>
      <Form action={pagesPaths.settingsWatchTestMail()}>
        <Actions>
          <Button>{t('mail_test')}</Button>
        </Actions>
      </Form>
    </section>
  );
}

/** What is about one recipient never stands here. */
function because(hindrance: NonNullable<MailState['hindered']>['because']) {
  const isOurs = hindrance !== 'no_such_mailbox' && hindrance !== 'mailbox_closed_for_now';
  return `mail_because_${isOurs ? hindrance : 'mail_refused'}` as const;
}

function Chain(state: ChainState): VNode {
  const t = useWords(watchMessages);
  const formats = useFormats();
  const at = (instant: Temporal.Instant | null) => (instant ? formats.dayTime(instant) : t('never'));
  return (
    <section class="stack">
      <Heading level={2}>{t('chain_title')}</Heading>
      {state.isBehind && <Notice tone="danger">{t('chain_behind')}</Notice>}
      {!state.isBehind && state.openFaults === 0 && <Notice tone="good">{t('chain_holds')}</Notice>}
      <SummaryList
        rows={[
          { label: t('chain_entries'), value: formats.count(state.entries) },
          { label: t('chain_sealed'), value: formats.count(state.sealedUpTo) },
          { label: t('chain_checked'), value: at(state.checkedAt) },
          { label: t('chain_round'), value: at(state.roundEndedAt) },
        ]}
      />
    </section>
  );
}

/** From how many records on somebody who reads them is told of. */
export const limitsForm = defineForm(watchMessages, [
  whole('perHour', [5, 10_000]),
  whole('perDay', [5, 10_000]),
  whole('times', [1, 20]),
]);
