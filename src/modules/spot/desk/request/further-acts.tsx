import type { VNode } from 'preact';
import { maySend } from '../../../../kits/acts/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Heading, Radios, TextArea } from '../../../../ui/index.ts';
import { Composer } from '../../../people/index.ts';
import { shownOf } from '../../sent.ts';
import { MOST, REDIRECT_TARGETS } from '../../types.ts';
import { deskMessages } from '../words.ts';
import { Decision } from './decision.tsx';
import { deskForms, SIDES } from './forms.ts';
import type { DeskProps } from './scene.ts';

const FURTHER = ['questions', 'redirection', 'release', 'absence', 'declining', 'cancellation'] as const;

/** Everything else that can be decided now; each says what happens then and who is told. */
export function FurtherActs(props: DeskProps): VNode | null {
  const t = useWords(deskMessages);
  const of = shownOf(props);
  if (!FURTHER.some((act) => maySend({ table: deskForms, of, act }))) return null;
  return (
    <section class="stack" data-screen-only>
      <Heading level={2}>{t('further_title')}</Heading>
      <AskBack {...props} />
      <Redirect {...props} />
      <Release {...props} />
      <Absence {...props} />
      <Ending of={props} act="declining" name="decliningWords" />
      <Ending of={props} act="cancellation" name="cancellationWords" />
    </section>
  );
}

function AskBack(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  return (
    <Decision of={props} act="questions" open={props.form.value('ready') !== ''}>
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
    <Decision of={props} act="redirection" confirm={t('ending_confirm')}>
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
    <Decision of={props} act="absence">
      <Radios
        {...form.field('absent')}
        label={t('who_was_absent')}
        choices={SIDES.map((value) => ({
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

function Release(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  return (
    <Decision of={props} act="release" kind="danger" confirm={t('release_text')}>
      <TextArea
        {...props.form.field('releaseWords')}
        label={t('reason')}
        hint={t('only_coordinators_read_this')}
        rows={3}
        maxLength={MOST.reason}
      />
    </Decision>
  );
}

/** The request ends without a visit; its person reads why. */
function Ending(props: {
  readonly of: DeskProps;
  readonly act: 'declining' | 'cancellation';
  readonly name: string;
}): VNode {
  const t = useWords(deskMessages);
  const { of, act, name } = props;
  return (
    <Decision of={of} act={act} kind="danger" confirm={t('ending_confirm')}>
      <Composer
        form={of.form}
        name={name}
        readers={of.readers}
        label={t('reason')}
        hint={t('requester_reads_this')}
        rows={3}
        maxLength={MOST.reason}
      />
    </Decision>
  );
}
