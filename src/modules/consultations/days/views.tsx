import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  DataTable,
  Disclosure,
  Form,
  FormErrors,
  Heading,
  Link,
  Notice,
  OwnWords,
  PageHead,
  Select,
  TextField,
} from '../../../ui/index.ts';
import { talkLanguageName } from '../ask/form.ts';
import { consultationPaths } from '../paths.ts';
import { FIELDS, numberOfMatter } from '../types.ts';
import { consultationMessages, consultationStaffMessages } from '../words.ts';
import type { PlannedDay } from './commands.ts';
import type { Day, Registered } from './store.ts';

export function DaysPage({ days, form }: { readonly days: readonly Day[]; readonly form: FormState }): VNode {
  const t = useWords(consultationStaffMessages);
  const { day } = useFormats();
  return (
    <>
      <PageHead
        title={t('expert_days')}
        lead={t('expert_days_lead')}
        back={{ href: consultationPaths.deskConsultations(), label: t('desk_consultations') }}
      />
      <FormErrors refusals={form.refusals} />
      {days.map((one) => (
        <Card level={2} title={<Link href={consultationPaths.expertDay(one)}>{day(one.onDay)}</Link>}>
          <p>{t('day_times', { from: one.from, times: one.times, minutes: one.minutes })}</p>
        </Card>
      ))}
      <Form action={consultationPaths.expertDays()} label={t.plain('day_new')}>
        <Heading level={2}>{t('day_new')}</Heading>
        <TextField {...form.field('onDay')} label={t('day')} type="date" width="medium" />
        <TextField {...form.field('from')} label={t('day_from')} type="time" width="medium" />
        <TextField {...form.field('minutes')} label={t('day_minutes')} inputmode="numeric" width="short" />
        <TextField {...form.field('times')} label={t('day_how_many')} inputmode="numeric" width="short" />
        <Actions>
          <Button kind="main">{t('day_go')}</Button>
        </Actions>
      </Form>
    </>
  );
}

type Props = PlannedDay & { readonly registered: readonly Registered[]; readonly form: FormState };

/** A day with its plan: who is left over and what would help first, then the tables, then what it is made of. */
export function DayPage(props: Props): VNode {
  const { day, form, matters, plan } = props;
  const t = useWords(consultationStaffMessages);
  const formats = useFormats();
  return (
    <>
      <PageHead
        title={t('expert_day_of', { day: formats.day(day.onDay) })}
        lead={t('day_times', { from: day.from, times: day.times, minutes: day.minutes })}
        back={{ href: consultationPaths.expertDays(), label: t('expert_days') }}
      />
      <FormErrors refusals={form.refusals} />
      {matters.length > 0 && (
        <Notice
          tone={plan.leftOver.length > 0 ? 'notice' : 'info'}
          title={t('plan_says', { seen: plan.seats.length, all: matters.length })}
        >
          <p>{t(plan.isProved ? 'plan_is_proved' : 'plan_is_not_proved')}</p>
        </Notice>
      )}
      <LeftOver {...props} />
      <Plan {...props} />
      <People {...props} />
    </>
  );
}

function LeftOver({ matters, plan }: Props): VNode | null {
  const t = useWords(consultationStaffMessages);
  if (plan.leftOver.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{t('left_over')}</Heading>
      <ul>
        {plan.leftOver.map(({ matterId, why }) => {
          const one = matters.find(({ matter }) => matter.id === matterId);
          return (
            <li>
              {one && numberOfMatter(one.matter)}: {t(`left_over_${why}`)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** `13:00` and so many times of some minutes. */
function timeOf({ from, minutes }: Day, time: number): string {
  return Temporal.PlainTime.from(from)
    .add({ minutes: minutes * time })
    .toString()
    .slice(0, 5);
}

function Plan(props: Props): VNode {
  const { day, matters, people, plan } = props;
  const t = useWords(consultationStaffMessages);
  const said = useWords(consultationMessages);
  const locale = useLocale();
  const nameOf = (id: string | null | undefined) => people.find((one) => one.id === id)?.name ?? '';
  const rows = matters
    .map((one) => ({ ...one, seat: plan.seats.find(({ matterId }) => matterId === one.matter.id) }))
    .toSorted((a, b) => (a.seat?.time ?? 99) - (b.seat?.time ?? 99));
  return (
    <section>
      <Heading level={2}>{t('plan')}</Heading>
      <DataTable
        caption={t('plan')}
        captionHidden
        rows={rows}
        rowKey={({ matter }) => `matter-${matter.id}`}
        empty={<p>{t('plan_empty')}</p>}
        columns={[
          {
            key: 'number',
            head: t('number'),
            rowHead: true,
            cell: ({ matter }) => (
              <Link href={consultationPaths.deskConsultation(matter)}>{numberOfMatter(matter)}</Link>
            ),
          },
          {
            key: 'time',
            head: t('plan_time'),
            needsHead: true,
            cell: ({ seat }) => (seat ? timeOf(day, seat.time) : '–'),
          },
          { key: 'field', head: t('field'), cell: ({ matter }) => said(`field_${matter.field}`) },
          {
            key: 'language',
            head: t('language'),
            needsHead: true,
            cell: ({ matter }) => talkLanguageName(matter.language, locale),
          },
          {
            key: 'expert',
            head: t('plan_expert'),
            needsHead: true,
            cell: ({ seat }) => seat && <OwnWords>{nameOf(seat.expertId)}</OwnWords>,
          },
          {
            key: 'interpreter',
            head: t('plan_interpreter'),
            needsHead: true,
            cell: ({ seat }) => seat?.interpreterId && <OwnWords>{nameOf(seat.interpreterId)}</OwnWords>,
          },
        ]}
      />
      <ByHand {...props} />
    </section>
  );
}

/** What a coordinator settles, and what is taken along. */
function ByHand({ day, matters, people, form }: Props): VNode {
  const t = useWords(consultationStaffMessages);
  const experts = people.filter(({ kind }) => kind === 'expert');
  return (
    <>
      {matters.length > 0 && (
        <Disclosure summary={t('plan_hand')}>
          <Form action={consultationPaths.expertDayHands(day)} label={t.plain('plan_hand')}>
            <Select
              name="matterId"
              label={t('number')}
              options={matters.map(({ matter }) => ({ value: matter.id, label: numberOfMatter(matter) }))}
            />
            <Select
              name="hand"
              label={t('plan_expert')}
              options={[
                ...experts.map(({ id, name }) => ({ value: id, label: name })),
                { value: 'free', label: t.plain('hand_free') },
                { value: 'off', label: t.plain('hand_off') },
              ]}
            />
            <Actions>
              <Button>{t('hand_go')}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
      <Form action={consultationPaths.expertDayMatters(day)} label={t.plain('day_matter_new')}>
        <TextField
          {...form.field('number')}
          label={t('day_matter_new')}
          hint={t('day_matter_hint')}
          width="medium"
        />
        <Actions>
          <Button>{t('day_matter_go')}</Button>
        </Actions>
      </Form>
    </>
  );
}

function People({ day, people, registered, form }: Props): VNode {
  const t = useWords(consultationStaffMessages);
  const said = useWords(consultationMessages);
  const locale = useLocale();
  const there = new Set(people.map(({ registerId }) => registerId));
  const others = registered.filter(({ registerId }) => !there.has(registerId));
  const about = (one: Pick<Registered, 'fields' | 'languages'>) => [
    ...FIELDS.filter((field) => one.fields.includes(field)).map((field) => said.plain(`field_${field}`)),
    ...one.languages.map((code) => talkLanguageName(code, locale)),
  ];
  return (
    <section>
      <Heading level={2}>{t('day_people')}</Heading>
      {people.map((one) => (
        <Card level={3} title={<OwnWords>{one.name}</OwnWords>}>
          <p>
            {t(`day_${one.kind}`)} {about(one).join(' · ')}
          </p>
          <ActionForm
            id={`leaving-${one.id}`}
            action={consultationPaths.expertDayLeaving(day)}
            hidden={{ personId: one.id }}
          >
            {t('day_person_off')}
          </ActionForm>
        </Card>
      ))}
      {others.length === 0 ? (
        <p>{t('day_nobody_else')}</p>
      ) : (
        <Form action={consultationPaths.expertDayPeople(day)} label={t.plain('day_person_new')}>
          <Select
            {...form.field('registerId')}
            label={t('day_person_new')}
            options={others.map((one) => ({
              value: one.registerId,
              label: [one.name, t.plain(`day_${one.kind}`), ...about(one)].join(' · '),
            }))}
          />
          <Actions>
            <Button>{t('day_person_go')}</Button>
          </Actions>
        </Form>
      )}
      <p>
        <Link href={consultationPaths.deskExperts()}>{t('experts')}</Link>{' '}
        <Link href={consultationPaths.deskInterpreters()}>{t('interpreters')}</Link>
      </p>
    </section>
  );
}
