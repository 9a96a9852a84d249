import type { VNode } from 'preact';
import { ActForm, Decision, Press, type Shown } from '../../../../kits/acts/index.ts';
import { NextStep } from '../../../../kits/scenes/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Checkboxes, Heading, OwnWords, Radios, TextArea } from '../../../../ui/index.ts';
import type { Closure } from '../../closing/store/closures.ts';
import type { pairLife } from '../../pair/life.ts';
import { SIDES } from '../../types.ts';
import { pairsStaffMessages } from '../../words.ts';
import type { KeptAlarm } from '../store/alarms.ts';
import type { CheckIn } from '../store/check-ins.ts';
import { CheckInAnswers, ClosingAnswers } from './answers.tsx';
import { deskMonthsForms, ENDINGS, LEFT } from './forms.ts';

/** What coordinators see of the months of a pair: both sides. */
export interface DeskMonths {
  readonly alarms: readonly KeptAlarm[];
  /** The newest month first. */
  readonly checkIns: readonly CheckIn[];
  /** How it was, of whoever has said so since it is over. */
  readonly closures: readonly Closure[];
  readonly contacts: number;
}

type ShownPair = Shown<typeof pairLife.acts>;

/** How a pair's months go: both sides' answers beside each other, and what was looked at before. */
export function MonthsOnDesk({ alarms, checkIns, closures, contacts }: DeskMonths): VNode {
  const t = useWords(pairsStaffMessages);
  return (
    <section class="stack">
      <Heading level={2}>{t('months_on_desk')}</Heading>
      <p>{t('months_contacts', { count: contacts })}</p>
      <ClosingAnswers closures={closures} />
      <CheckInAnswers checkIns={checkIns} />
      {alarms
        .filter(({ closedAt }) => closedAt !== null)
        .map((alarm) => (
          <ClosedAlarm alarm={alarm} />
        ))}
    </section>
  );
}

/** What has to be looked at; closed together, with the words of what was done: one call often settles several. */
export function AlarmsOnDesk({ alarms, of }: DeskMonths & { readonly of: ShownPair }): VNode | null {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const { form } = of;
  const open = alarms.filter(({ closedAt }) => closedAt === null);
  if (open.length === 0) return null;
  return (
    <NextStep title={t('alarms_title')}>
      <ActForm table={deskMonthsForms} of={of} act="alarm-closings" button={t('alarm_close')}>
        <Checkboxes
          {...form.field('alarmIds')}
          label={t('alarms_open')}
          values={form.values('alarmIds')}
          choices={open.map((alarm) => ({
            value: alarm.id,
            label: <AlarmName alarm={alarm} />,
            hint: (
              <>
                {t(`alarm_do_${alarm.kind}`)} {t('alarm_since', { when: formats.dayTime(alarm.openedAt) })}
              </>
            ),
          }))}
        />
        <TextArea {...form.field('done')} label={t('alarm_done')} rows={3} />
      </ActForm>
    </NextStep>
  );
}

/** `low_feeling` of `3 resident` is about the resident, in the third month. */
function AlarmName({ alarm: { kind, cause } }: { alarm: KeptAlarm }): VNode {
  const t = useWords(pairsStaffMessages);
  const side = SIDES.find((one) => cause.endsWith(one));
  return (
    <>
      {t(`alarm_${kind}`)}
      {side && <> ({t(`side_${side}`)})</>}
    </>
  );
}

function ClosedAlarm({ alarm }: { alarm: KeptAlarm }): VNode {
  const formats = useFormats();
  return (
    <div>
      <p class="quiet">
        <AlarmName alarm={alarm} /> · {formats.dayTime(alarm.closedAt ?? alarm.openedAt)}
      </p>
      {alarm.words && <OwnWords as="p">{alarm.words}</OwnWords>}
    </div>
  );
}

/** What a coordinator does seldom with a running pair: behind a line each. */
export function MonthsFurtherActs({ of }: { readonly of: ShownPair }): VNode {
  const t = useWords(pairsStaffMessages);
  const { form } = of;
  return (
    <>
      <Press table={deskMonthsForms} of={of} act="pauses" confirm={t('pair_pause_confirm')}>
        {t('pair_pause')}
      </Press>
      <Press table={deskMonthsForms} of={of} act="resumptions">
        {t('pair_resume')}
      </Press>
      <Decision
        table={deskMonthsForms}
        of={of}
        act="endings"
        kind="danger"
        summary={t('pair_end')}
        text={t('pair_end_text')}
        button={t('pair_end')}
      >
        <Radios
          {...form.field('ending')}
          label={t('pair_ending')}
          choices={ENDINGS.map((value) => ({ value, label: t(`pair_ending_${value}`) }))}
        />
        <Radios
          {...form.field('left')}
          label={t('pair_left')}
          hint={t('pair_left_hint')}
          choices={LEFT.map((value) => ({ value, label: t(`pair_left_${value}`) }))}
        />
        <TextArea {...form.field('endingReason')} label={t('pair_ending_reason')} rows={2} optional />
      </Decision>
    </>
  );
}
