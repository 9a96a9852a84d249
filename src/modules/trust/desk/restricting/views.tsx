import type { VNode } from 'preact';
import { Decision } from '../../../../kits/acts/index.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { Checkbox, Heading, Notice, OwnWords, Radios, TextArea, TextField } from '../../../../ui/index.ts';
import { callName } from '../../../people/index.ts';
import { trustStaffMessages } from '../../messages.ts';
import { otherOf, STAFF_RESTRICTIONS } from '../../restrictions/rules.ts';
import type { Restriction } from '../../types.ts';
import { shownIn } from '../file-forms.ts';
import type { FileProps } from '../person-file.ts';
import { restrictionForms } from './forms.ts';

/** Pauses, limits, suspension, people kept apart: what holds, setting and lifting. */
export function Restrictions(props: FileProps): VNode {
  const words = useWords(trustStaffMessages);
  const { restrictions } = props.file.standing;
  return (
    <>
      <Heading level={2} id="restrictions">
        {words('restrictions_title')}
      </Heading>
      {restrictions.length === 0 ? (
        <p>{words('no_restrictions')}</p>
      ) : (
        <ul>
          {restrictions.map((one) => (
            <li>
              <RestrictionLine {...props} restriction={one} />
            </li>
          ))}
        </ul>
      )}
      {restrictions.length > 0 && <LiftingForm {...props} />}
      <SettingForm {...props} />
    </>
  );
}

function RestrictionLine(props: FileProps & { restriction: Restriction }): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  const { kind, sinceAt, untilAt, reason } = props.restriction;
  return (
    <>
      <strong>
        <RestrictionName {...props} />
      </strong>{' '}
      {words('since', { day: formats.day(sinceAt) })}
      {untilAt && <> {words('first_day_back_is', { day: formats.day(untilAt) })}</>}
      {kind !== 'pause' || reason ? <OwnWords as="p">{reason}</OwnWords> : null}
    </>
  );
}

function RestrictionName(props: FileProps & { restriction: Restriction }): VNode {
  const locale = useLocale();
  const words = useWords(trustStaffMessages);
  const { file, restriction } = props;
  const otherId = otherOf(restriction, file.person.id);
  const other = otherId ? file.named.get(otherId) : undefined;
  if (restriction.kind !== 'apart') return <>{words(`restriction_${restriction.kind}`)}</>;
  return <>{words('kept_apart_from', { name: other ? callName(other, locale) : words('somebody') })}</>;
}

function LiftingForm(props: FileProps): VNode {
  const words = useWords(trustStaffMessages);
  const { file, form } = props;
  return (
    <Decision
      table={restrictionForms}
      act="liftings"
      of={shownIn(props)}
      summary={words('lift')}
      button={words('lift')}
    >
      <Radios
        {...form.field('restrictionId')}
        label={words('which_restriction')}
        choices={file.standing.restrictions.map((one) => ({
          value: one.id,
          label: <RestrictionName {...props} restriction={one} />,
        }))}
      />
      <TextArea {...form.field('liftReason')} label={words('reason')} rows={2} maxLength={1000} />
    </Decision>
  );
}

function SettingForm(props: FileProps): VNode {
  const words = useWords(trustStaffMessages);
  const { form } = props;
  return (
    <Decision
      table={restrictionForms}
      act="restrictions"
      id="restrict"
      of={shownIn(props)}
      kind="danger"
      summary={words('restrict')}
      button={words('restrict')}
    >
      <Radios
        {...form.field('kind')}
        label={words('kind')}
        choices={STAFF_RESTRICTIONS.map((value) => ({
          value,
          label: words(`restriction_${value}`),
          hint: words(`restriction_${value}_hint`),
        }))}
      />
      <TextArea
        {...form.field('restrictionReason')}
        label={words('reason')}
        hint={words('restriction_reason_hint')}
        rows={3}
        maxLength={1000}
      />
      <TextField
        {...form.field('untilOn')}
        type="date"
        width="short"
        label={words('first_day_back')}
        hint={words('first_day_back_hint_staff')}
        optional
      />
      <TextField
        {...form.field('otherPerson')}
        label={words('other_person')}
        hint={words('other_person_hint')}
        optional
      />
      {form.refusalOf('sure') && <WhatSuspensionDoes form={form} />}
    </Decision>
  );
}

/** Asked once more before somebody is suspended: what happens then, and to whom. */
function WhatSuspensionDoes({ form }: { form: FormState }): VNode {
  const words = useWords(trustStaffMessages);
  return (
    <Notice tone="danger" title={words('suspension_title')}>
      <ul>
        <li>{words('suspension_signs_out')}</li>
        <li>{words('suspension_stops_visits')}</li>
        <li>{words('suspension_closes_conversations')}</li>
        <li>{words('suspension_tells')}</li>
      </ul>
      <Checkbox {...form.field('sure')} value="yes" label={words('suspension_sure')} />
    </Notice>
  );
}
