import type { VNode } from 'preact';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { localeFacts } from '../../../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { Button, Checkbox, Form, FormErrors, PageHead, PersonName, Select } from '../../../../ui/index.ts';
import { LANGUAGES, plainLanguageName } from '../../../people/index.ts';
import { EmergencyLine, EmergencyPanel, findDangers, readShownDangers } from '../../../safety/index.ts';
import { deskMessages } from '../../desk/words.ts';
import type { SpotSettings } from '../../settings.ts';
import { spotMessages } from '../../words.ts';
import { useRefusalsInOrder } from '../form/refusals-in-order.tsx';
import { MeetingStep } from '../form/steps/meeting-step.tsx';
import { WhatStep } from '../form/steps/what-step.tsx';

/** The form of asking on one page, filled in for somebody on the telephone. */
export function EnteringPage(props: {
  readonly personId: string;
  readonly name: string;
  readonly settings: SpotSettings;
  readonly now: Temporal.Instant;
  readonly form: FormState;
}): VNode {
  const t = useWords(deskMessages);
  const { form, personId, settings, now } = props;
  const dangers = findDangers(`${form.value('ownWords')}\n${form.value('goodToKnow')}`);
  const shown = new Set([...readShownDangers(form.value('shownDangers')), ...dangers]);
  // A coordinator may do with shorter notice.
  const sooner = { ...settings, noticeBusinessDays: 0 };
  return (
    <>
      <PageHead
        title={t('entering_for', { name: <PersonName>{props.name}</PersonName> })}
        lead={t('entering_lead')}
        back={{ href: housePaths.person({ id: personId }), label: t('entering_back') }}
      />
      {dangers.length > 0 && <EmergencyPanel dangers={dangers} />}
      <FormErrors refusals={useRefusalsInOrder(form)} />
      <Form
        action={housePaths.personRequestsNew({ id: personId })}
        hidden={{ shownDangers: [...shown].join(' ') }}
        label={t.plain('entering_title')}
      >
        <EmergencyLine />
        <WhatStep form={form} isVisitor of="caller" />
        <WrittenIn form={form} />
        <MeetingStep form={form} settings={sooner} now={now} home={null} isWithoutFinding of="caller">
          <Checkbox
            {...form.field('agreed')}
            label={t('entering_agreed')}
            checked={form.value('agreed') !== ''}
          />
          <Button kind="main">{t('entering_go')}</Button>
        </MeetingStep>
      </Form>
    </>
  );
}

/** The words are written down by a coordinator, often in another language than the one that was spoken. */
function WrittenIn({ form }: { readonly form: FormState }): VNode {
  const spot = useWords(spotMessages);
  const locale = useLocale();
  const usual = localeFacts[locale].tag;
  return (
    <Select
      name="writtenIn"
      value={form.value('writtenIn') || usual}
      label={spot('written_in_label')}
      options={LANGUAGES.map((one) => ({ value: one, label: plainLanguageName(one, locale) }))}
      width="medium"
    />
  );
}
