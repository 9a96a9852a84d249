import type { VNode } from 'preact';
import { ActForm, Decision } from '../../../../kits/acts/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Card, Radios, TextArea } from '../../../../ui/index.ts';
import { Composer } from '../../../people/index.ts';
import { REDUCTIONS } from '../../fees/reductions.ts';
import { mayAccept } from '../../interview/rules.ts';
import { pairsMessages, pairsStaffMessages } from '../../words.ts';
import { deskForms } from './forms.ts';
import { type DeskProps, shownIn } from './scene.ts';
import { staffActOf } from './staff-act.ts';

/** What comes next, with accepting and declining while that is to be decided. */
export function AcceptOrDecline(props: DeskProps): VNode {
  const t = useWords(pairsStaffMessages);
  const { application, standing } = props.scene;
  return (
    <Card
      id="next"
      level={2}
      accent
      title={t(`act_${staffActOf(application, standing.interview, props.now)}`)}
    >
      {application.state === 'accepted' && (
        <ul>
          {standing.missing.map((what) => (
            <li>{t(`missing_${what}`)}</li>
          ))}
        </ul>
      )}
      <AcceptForm {...props} />
      <DecliningForm {...props} />
      <Decision
        table={deskForms}
        act="withdrawal"
        of={shownIn(props)}
        summary={t('withdraw')}
        text={t('withdraw_text')}
        button={t('withdraw')}
      >
        <Reason form={props.form} name="withdrawalReason" />
      </Decision>
    </Card>
  );
}

function AcceptForm(props: DeskProps): VNode {
  const t = useWords(pairsStaffMessages);
  const own = useWords(pairsMessages);
  const { scene, form } = props;
  const isFree = mayAccept(scene.standing.interview).ok;
  return (
    <ActForm
      table={deskForms}
      act="acceptance"
      of={shownIn(props)}
      kind="main"
      button={t('accept')}
      whyNot={isFree ? undefined : t('interview_has_to_fit_first')}
    >
      {isFree && (
        <Radios
          {...form.field('reduction')}
          value={form.value('reduction') || scene.application.facts.wishedReduction}
          label={t('reduction')}
          hint={t('reduction_hint')}
          choices={REDUCTIONS.map((value) => ({ value, label: own(`reduction_${value}`) }))}
        />
      )}
    </ActForm>
  );
}

function DecliningForm(props: DeskProps): VNode {
  const t = useWords(pairsStaffMessages);
  const { scene, form } = props;
  return (
    <Decision
      table={deskForms}
      act="declining"
      of={shownIn(props)}
      kind="danger"
      summary={t('decline')}
      button={t('decline')}
    >
      <Composer
        form={form}
        name="decliningWords"
        readers={scene.readers}
        label={t('declining_words')}
        hint={t('declining_words_hint')}
        rows={3}
        maxLength={1000}
      />
      <Reason form={form} name="decliningReason" />
    </Decision>
  );
}

/** Why, for staff alone. */
function Reason({ form, name }: Pick<DeskProps, 'form'> & { readonly name: string }): VNode {
  const t = useWords(pairsStaffMessages);
  return (
    <TextArea
      {...form.field(name)}
      label={t('reason')}
      hint={t('for_staff_only')}
      rows={2}
      maxLength={1000}
      optional
    />
  );
}
