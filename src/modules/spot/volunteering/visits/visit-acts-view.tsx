import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { ActionForm, Actions, Button, Card, TextArea } from '../../../../ui/index.ts';
import { mayAct } from '../../rules/may-act.ts';
import { mayCheckIn, mayRecordNoShow } from '../../rules/visit.ts';
import { MOST } from '../../types.ts';
import { volunteeringMessages } from '../words.ts';
import type { VisitProps } from './scene.ts';

/** The one thing to do next, on top of the page. */
export function NextAct(props: VisitProps): VNode {
  const t = useWords(volunteeringMessages);
  const { request, now, assignment } = props;
  if (request.state === 'accepted') {
    return (
      <Card title={t('waiting_title')} level={2} accent>
        <p>{t('waiting_text')}</p>
      </Card>
    );
  }
  if (request.state === 'in_progress') return <CheckOut {...props} />;
  const isTime = mayCheckIn(assignment.startsAt, now).ok;
  return isTime ? <CheckIn {...props} /> : <Prepare {...props} />;
}

function Prepare({ request }: VisitProps): VNode {
  const t = useWords(volunteeringMessages);
  return (
    <Card title={t('prepare_title')} level={2} accent>
      <p>{t('prepare_text')}</p>
      <Actions>
        <Button kind="main" href={`/spot/requests/${request.id}/conversation`}>
          {t('open_conversation')}
        </Button>
        <Button href={`/spot/requests/${request.id}/calendar.ics`} icon="calendar">
          {t('put_in_calendar')}
        </Button>
      </Actions>
    </Card>
  );
}

function CheckIn({ request }: VisitProps): VNode {
  const t = useWords(volunteeringMessages);
  return (
    <Card title={t('check_in_title')} level={2} accent>
      <p>{t('check_in_text')}</p>
      <Actions>
        <ActionForm action={`/spot/visits/${request.id}/check-in`} kind="main">
          {t('check_in')}
        </ActionForm>
        <Button href={`/spot/requests/${request.id}/conversation`}>{t('open_conversation')}</Button>
      </Actions>
    </Card>
  );
}

function CheckOut({ request, record }: VisitProps): VNode {
  const t = useWords(volunteeringMessages);
  const formats = useFormats();
  return (
    <Card title={t('check_out_title')} level={2} accent>
      {record.checkedInAt && <p>{t('since_you_met', { when: formats.time(record.checkedInAt) })}</p>}
      <p>{t('check_out_text')}</p>
      <Actions>
        <ActionForm action={`/spot/visits/${request.id}/check-out`} kind="main">
          {t('check_out')}
        </ActionForm>
        <Button href={`/spot/requests/${request.id}/conversation`}>{t('open_conversation')}</Button>
      </Actions>
    </Card>
  );
}

/** Nobody came: offered from a quarter of an hour after the start. */
export function WaitedInVain({ request, assignment, now, form }: VisitProps): VNode | null {
  const t = useWords(volunteeringMessages);
  if (request.state !== 'confirmed' || !mayRecordNoShow(assignment.startsAt, now).ok) return null;
  return (
    <ActionForm
      action={`/spot/visits/${request.id}/absence`}
      confirm={t('absence_text')}
      fields={
        <TextArea
          {...form.field('absenceWords')}
          label={t('absence_label')}
          maxLength={MOST.reason}
          rows={2}
        />
      }
    >
      {t('nobody_came')}
    </ActionForm>
  );
}

/** Stepping back after a yes, with what it means for the other. */
export function StepBack({ request, form }: VisitProps): VNode | null {
  const t = useWords(volunteeringMessages);
  if (!mayAct('withdraw', request.state, 'assigned_volunteer').ok) return null;
  return (
    <ActionForm
      action={`/spot/visits/${request.id}/withdrawal`}
      kind="danger"
      confirm={t('step_back_text')}
      fields={
        <TextArea
          {...form.field('withdrawalWords')}
          label={t('step_back_label')}
          hint={t('step_back_hint')}
          maxLength={MOST.reason}
          rows={2}
          optional
        />
      }
    >
      {t('step_back')}
    </ActionForm>
  );
}
