import type { VNode } from 'preact';
import { z } from 'zod';
import { useWords } from '../../../platform/languages/reading.tsx';
import { requiredText } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { backPath } from '../../../platform/web/passage/back-path.ts';
import { page, post, redirect, refusedBy } from '../../../platform/web/route.ts';
import { Button, Form, FormErrors, Notice, PageHead, TextField } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import { leavePhone } from './commands.ts';

/** Asks somebody without a telephone number for one, with the reason; they can go on without. */
export function AskForPhone(props: { back: string }): VNode {
  const t = useWords(peopleMessages);
  return (
    <Notice title={t('leave_phone_title')}>
      <PhoneForm form={FormState.fresh({ back: props.back })} />
    </Notice>
  );
}

function PhoneForm({ form }: { form: FormState }): VNode {
  const t = useWords(peopleMessages);
  return (
    <>
      <p>{t('leave_phone_why')}</p>
      <Form
        action={peoplePaths.phone()}
        hidden={{ back: form.value('back') }}
        idempotencyKey={form.value('idempotency_key') || undefined}
      >
        <TextField
          {...form.field('phone')}
          label={t('phone')}
          hint={t('phone_hint')}
          type="tel"
          autocomplete="tel"
          width="medium"
        />
        <Button>{t('leave_phone')}</Button>
      </Form>
    </>
  );
}

/** Keeps a number that was asked for, and leads back to where it was. */
export const phoneRoute = post({
  path: peoplePaths.phone,
  access: 'person',
  audit: null,
  form: z.object({
    phone: requiredText(40, 'phone_is_not_a_number'),
    back: z.string().optional().transform(backPath),
  }),
  async handle(call) {
    const { phone, back } = call.fields;
    const outcome = await leavePhone(call.db, await findOwnPerson(call), phone);
    if (!outcome.ok) return refusedBy(outcome.refusal);
    return redirect(back, { tone: 'done', text: peopleMessages.in(call.locale).noted('kept') });
  },
  again(call, form) {
    const t = peopleMessages.in(call.locale);
    return page(
      t.plain('leave_phone_title'),
      <>
        <PageHead title={t('leave_phone_title')} />
        <FormErrors refusals={form.refusals} />
        <PhoneForm form={form} />
      </>,
    );
  },
});
