import type { VNode } from 'preact';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Heading, Radios, TextArea } from '../../../../ui/index.ts';
import { Composer } from '../../../people/index.ts';
import { Decision } from '../../ask/let-through/decision.tsx';
import { mayAct, type RequestAct } from '../../transitions.ts';
import { MOST, REDIRECT_TARGETS } from '../../types.ts';
import { deskMessages } from '../words.ts';
import type { DeskProps } from './scene.ts';

const FURTHER: readonly RequestAct[] = [
  'ask_back',
  'redirect',
  'release',
  'record_no_show',
  'decline',
  'cancel',
];

/** Everything else that can be decided now; each says what happens then and who is told. */
export function FurtherActs(props: DeskProps): VNode | null {
  const t = useWords(deskMessages);
  const may = (act: RequestAct) => mayAct(act, props.request.state, 'coordinator').ok;
  if (!FURTHER.some(may)) return null;
  return (
    <section class="stack" data-screen-only>
      <Heading level={2}>{t('further_title')}</Heading>
      {may('ask_back') && <AskBack {...props} />}
      {may('redirect') && <Redirect {...props} />}
      {may('release') && (
        <WithReason
          of={props}
          name="releaseWords"
          act="release"
          verb="release"
          hint="only_coordinators_read_this"
        />
      )}
      {may('record_no_show') && <Absence {...props} />}
      {may('decline') && (
        <WithReason
          of={props}
          name="decliningWords"
          act="declining"
          verb="decline"
          hint="requester_reads_this"
        />
      )}
      {may('cancel') && (
        <WithReason
          of={props}
          name="cancellationWords"
          act="cancellation"
          verb="cancel"
          hint="requester_reads_this"
        />
      )}
    </section>
  );
}

function AskBack(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  return (
    <Decision
      of={props}
      act="questions"
      fields={['question', 'ready']}
      label={t('ask_back')}
      text={t('ask_back_text')}
      button={t('ask_back_go')}
    >
      <Composer
        form={props.form}
        name="question"
        readers={props.readers}
        purpose="asking"
        label={t('question')}
        hint={t('question_hint')}
        rows={3}
        maxLength={2000}
      />
    </Decision>
  );
}

function Redirect(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const { form } = props;
  return (
    <Decision
      of={props}
      act="redirection"
      fields={['target', 'redirectionWords']}
      label={t('redirect')}
      text={t('redirect_text')}
      button={t('redirect_go')}
      confirm={t('ending_confirm')}
    >
      <Radios
        {...form.field('target')}
        label={t('target')}
        choices={REDIRECT_TARGETS.map((value) => ({ value, label: t(`target_${value}`) }))}
      />
      <Composer
        form={form}
        name="redirectionWords"
        readers={props.readers}
        label={t('redirect_words')}
        hint={t('redirect_hint')}
        rows={3}
        maxLength={MOST.outcomeWords}
      />
    </Decision>
  );
}

function Absence(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const { form } = props;
  return (
    <Decision
      of={props}
      act="absence"
      fields={['absent', 'absenceWords']}
      label={t('absence')}
      text={t('absence_text')}
      button={t('absence_go')}
    >
      <Radios
        {...form.field('absent')}
        label={t('who_was_absent')}
        choices={(['requester', 'volunteer'] as const).map((value) => ({
          value,
          label: t(`absent_${value}`),
        }))}
      />
      <TextArea
        {...form.field('absenceWords')}
        label={t('absence_words')}
        hint={t('only_coordinators_read_this')}
        rows={2}
        maxLength={MOST.reason}
      />
    </Decision>
  );
}

interface WithReasonProps {
  readonly of: DeskProps;
  readonly name: string;
  readonly act: string;
  readonly verb: 'release' | 'decline' | 'cancel';
  readonly hint: 'requester_reads_this' | 'only_coordinators_read_this';
}

function WithReason(props: WithReasonProps): VNode {
  const t = useWords(deskMessages);
  const { verb } = props;
  const field = { label: t('reason'), rows: 3, maxLength: MOST.reason };
  return (
    <Decision
      of={props.of}
      act={props.act}
      fields={[props.name]}
      label={t(`${verb}_label`)}
      text={t(`${verb}_text`)}
      button={t(`${verb}_go`)}
      confirm={t(verb === 'release' ? 'release_text' : 'ending_confirm')}
      kind="danger"
    >
      {props.hint === 'requester_reads_this' ? (
        <Composer
          {...field}
          form={props.of.form}
          name={props.name}
          readers={props.of.readers}
          hint={t(props.hint)}
        />
      ) : (
        <TextArea {...field} {...props.of.form.field(props.name)} hint={t(props.hint)} />
      )}
    </Decision>
  );
}
