import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Card,
  Disclosure,
  Form,
  OwnWords,
  SummaryList,
  TextField,
} from '../../../ui/index.ts';
import { Composer, type Reader } from '../../people/index.ts';
import { spotPaths } from '../paths.ts';
import { MOST, type VisitFeedback, type VisitReport } from '../types.ts';
import { spotMessages } from '../words.ts';

interface ReportFormProps {
  readonly requestId: string;
  /** Whoever asked: they read what was learned. */
  readonly readers: readonly Reader[];
  readonly form: FormState;
}

/** How it was, by the volunteer. */
export function ReportForm(props: ReportFormProps): VNode {
  const t = useWords(spotMessages);
  return (
    <Card title={t('report_title')} level={2} accent>
      <p>{t('report_lead')}</p>
      <ReportFields {...props} draft={`visit-report-${props.requestId}`} />
    </Card>
  );
}

function ReportFields(props: ReportFormProps & { readonly draft?: string }): VNode {
  const t = useWords(spotMessages);
  const { form } = props;
  return (
    <Form
      action={spotPaths.visitReport({ id: props.requestId })}
      draft={props.draft}
      idempotencyKey={form.value('idempotency_key') || undefined}
    >
      <Composer
        form={form}
        name="doneWords"
        label={t('done_label')}
        hint={t('done_hint')}
        maxLength={MOST.reportWords}
        rows={4}
      />
      <TextField
        {...form.field('spentMinutes')}
        label={t('minutes_label')}
        inputmode="numeric"
        width="short"
      />
      <Composer
        form={form}
        name="learnedWords"
        readers={props.readers}
        label={t('learned_label')}
        hint={t('learned_hint')}
        maxLength={MOST.reportWords}
        rows={3}
        optional
      />
      <Actions>
        <Button kind="main">{t('send_report')}</Button>
      </Actions>
    </Form>
  );
}

interface GivenProps {
  readonly report: VisitReport;
  readonly feedback: VisitFeedback | null;
  /** The form to correct it in; absent once the request is closed. */
  readonly correction?: ReportFormProps | undefined;
}

/** What was told, and the other's thanks. A worry of the other stays between them and the coordinators. */
export function ReportGiven(props: GivenProps): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const { report, feedback } = props;
  const thanks = feedback && !feedback.isUnsafe ? feedback.thanksWords : null;
  const rows = [
    { label: t('done_label'), value: <OwnWords>{report.doneWords}</OwnWords> },
    { label: t('minutes_label'), value: formats.minutes(report.spentMinutes) },
    ...(report.learnedWords
      ? [{ label: t('learned_label'), value: <OwnWords>{report.learnedWords}</OwnWords> }]
      : []),
  ];
  return (
    <Card title={t('thank_you_title')} level={2} accent>
      {thanks && (
        <figure>
          <figcaption class="quiet">{t('their_thanks')}</figcaption>
          <OwnWords as="blockquote">{thanks}</OwnWords>
        </figure>
      )}
      <SummaryList rows={rows} />
      {props.correction && (
        <Disclosure summary={t('correct_report')} open={props.correction.form.refusals.length > 0}>
          <ReportFields {...props.correction} />
        </Disclosure>
      )}
    </Card>
  );
}
