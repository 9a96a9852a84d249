import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Confirmation,
  FormErrors,
  Link,
  Notice,
  PageHead,
  Prose,
  TextField,
} from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import type { Person } from '../types.ts';
import { GRACE_DAYS } from './commands.ts';
import { StaysList } from './kept-views.tsx';
import type { Leaving } from './store.ts';
import type { Kept } from './what-stays.ts';

export interface LeavingProps {
  readonly person: Person;
  readonly leaving: Leaving | null;
  readonly stays: readonly Kept[];
  readonly form: FormState;
}

/** Somebody's own page for leaving: what goes, what stays and why, and the way back as long as there is one. */
export function LeavingPage(props: LeavingProps): VNode {
  const words = useWords(peopleMessages);
  const { person, leaving, form } = props;
  if (leaving) return <OnTheWayOut {...props} leaving={leaving} />;
  const typed = { text: person.email ?? person.name };
  return (
    <>
      <FormErrors refusals={form.refusals} />
      <Confirmation
        action={peoplePaths.leaving()}
        idempotencyKey={form.value('idempotency_key') || undefined}
        title={words('leaving_title')}
        fields={
          <TextField
            {...form.field('confirmation')}
            label={words('leaving_type', typed)}
            autocomplete="off"
          />
        }
        yes={words('leaving_yes')}
        no={{ href: housePaths.me(), label: words('leaving_no') }}
        danger
      >
        <p>{words('leaving_lead')}</p>
        <p>
          <Link href={peoplePaths.export()}>{words('leaving_copy_first')}</Link>
        </p>
        <h2>{words('leaving_goes_title')}</h2>
        <p>{words('leaving_goes_now')}</p>
        <p>{words('leaving_goes_later', { days: GRACE_DAYS })}</p>
        <p>{words('leaving_grace', { days: GRACE_DAYS })}</p>
        <h2>{words('leaving_stays_title')}</h2>
        <StaysList stays={props.stays} />
        <p>{words('leaving_others')}</p>
      </Confirmation>
    </>
  );
}

/** On one's own page: until when it can be taken back, and the press that does. */
export function LeavingNotice({ leaving }: { readonly leaving: Leaving }): VNode {
  const words = useWords(peopleMessages);
  const formats = useFormats();
  return (
    <Notice
      tone="notice"
      actions={
        <ActionForm action={peoplePaths.leavingWithdrawal()} kind="main">
          {words('leaving_take_back')}
        </ActionForm>
      }
    >
      <p>{words('leaving_due', { day: formats.day(leaving.dueAt) })}</p>
    </Notice>
  );
}

function OnTheWayOut(props: LeavingProps & { leaving: Leaving }): VNode {
  const words = useWords(peopleMessages);
  const formats = useFormats();
  return (
    <>
      <PageHead
        title={words('leaving_title')}
        lead={words('leaving_due', { day: formats.day(props.leaving.dueAt) })}
      />
      <FormErrors refusals={props.form.refusals} />
      <Prose>
        <p>{words('leaving_ended_stays_ended')}</p>
        <h2>{words('leaving_stays_title')}</h2>
        <StaysList stays={props.stays} />
      </Prose>
      <ActionForm action={peoplePaths.leavingWithdrawal()} kind="main">
        {words('leaving_take_back')}
      </ActionForm>
    </>
  );
}
