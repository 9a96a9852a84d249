import type { VNode } from 'preact';
import { ActForm, type Shown } from '../../../../kits/acts/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  Disclosure,
  FieldRow,
  Form,
  Radios,
  TextField,
} from '../../../../ui/index.ts';
import type { pairLife } from '../../pair/life.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsMessages } from '../../words.ts';
import { monthsForms } from '../forms.ts';
import type { Happened } from '../rules/activities.ts';
import { ACTIVITY_KINDS } from '../types.ts';

type ShownPair = Shown<typeof pairLife.acts>;

const LENGTHS = [30, 60, 120];
const SHOWN = 20;

/** Writing down that the two were in touch: today with one press, how long with a second; another day behind a line. */
export function ActivityCard(props: {
  of: ShownPair;
  happened: readonly Happened[];
  today: Temporal.PlainDate;
}): VNode {
  const t = useWords(pairsMessages);
  const { of, happened, today } = props;
  const [latest, ...before] = happened;
  return (
    <Card title={t('activity_title')} level={2} id="activity">
      <p>{t('activity_lead')}</p>
      <Form action={`${pairsPaths.pair({ id: of.id })}/activities`} label={t.plain('activity_title')}>
        <Actions>
          {ACTIVITY_KINDS.map((kind) => (
            <Button name="kind" value={kind}>
              {t(`activity_do_${kind}`)}
            </Button>
          ))}
        </Actions>
      </Form>
      <OtherDay of={of} today={today} />
      {latest && (
        <ul class="stack" data-gap="small">
          <ActivityLine of={of} one={latest} today={today} asksHowLong />
        </ul>
      )}
      {before.length > 0 && (
        <Disclosure summary={t('activity_before')}>
          <ul class="stack" data-gap="small">
            {before.slice(0, SHOWN).map((one) => (
              <ActivityLine of={of} one={one} today={today} />
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}

function OtherDay({ of, today }: { of: ShownPair; today: Temporal.PlainDate }): VNode | null {
  const t = useWords(pairsMessages);
  const { form } = of;
  return (
    <Disclosure summary={t('activity_other_day')} open={form.refusalOf('happenedOn') !== undefined}>
      <ActForm table={monthsForms} of={of} act="activities" button={t('activity_write_down')}>
        <Radios
          {...form.field('kind')}
          label={t('activity_kind')}
          choices={ACTIVITY_KINDS.map((kind) => ({ value: kind, label: t(`activity_do_${kind}`) }))}
        />
        <FieldRow>
          <TextField
            {...form.field('happenedOn')}
            value={form.value('happenedOn') || today.toString()}
            type="date"
            label={t('activity_day')}
          />
          <TextField
            {...form.field('minutes')}
            label={t('activity_minutes')}
            inputmode="numeric"
            width="short"
            optional
          />
        </FieldRow>
      </ActForm>
    </Disclosure>
  );
}

function ActivityLine(props: {
  of: ShownPair;
  one: Happened;
  today: Temporal.PlainDate;
  asksHowLong?: true;
}): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const { of, one, today } = props;
  const day = formats.shortDay(one.happenedOn, today.year);
  const what = t(`activity_done_${one.kind}`);
  return (
    <li>
      <p>
        {t('activity_line', { day, what })}
        {one.minutes !== null && <> · {formats.minutes(one.minutes)}</>}
      </p>
      {one.ownId && (
        <Actions>
          {props.asksHowLong && one.minutes === null && <HowLong of={of} activityId={one.ownId} />}
          <ActionForm
            action={`${pairsPaths.pair({ id: of.id })}/activity-removals`}
            hidden={{ activityId: one.ownId }}
            label={t.plain('activity_take_back_of', {
              day: formats.plain.shortDay(one.happenedOn, today.year),
            })}
          >
            {t('activity_take_back')}
          </ActionForm>
        </Actions>
      )}
    </li>
  );
}

function HowLong({ of, activityId }: { of: ShownPair; activityId: string }): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  return (
    <Form
      action={`${pairsPaths.pair({ id: of.id })}/activity-lengths`}
      hidden={{ activityId }}
      label={t.plain('activity_how_long')}
    >
      <Actions>
        {LENGTHS.map((minutes) => (
          <Button name="minutes" value={String(minutes)}>
            {formats.minutes(minutes)}
          </Button>
        ))}
      </Actions>
    </Form>
  );
}
