import type { VNode } from 'preact';
import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { get, page, post, type Reply, type Route, redirect } from '../../../platform/web/route.ts';
import { sayRefusalIn } from '../../../platform/web/words.ts';
import { Actions, Button, Form, FormErrors, Link, Notice, PageHead, TextField } from '../../../ui/index.ts';
import { welcomeIn } from '../entered.ts';
import { sixDigits } from '../fields.ts';
import { showNoCookie } from '../no-cookie-page.tsx';
import { OfficeLinks } from '../office-links.tsx';
import { signInPaths } from '../paths.ts';
import type { SignIn } from '../types.ts';
import { signInMessages } from '../words.ts';
import { readAttemptToken } from './cookie.ts';
import { enterCode, findCodeOf } from './enter-code.ts';
import { CODE_MINUTES } from './request-code.ts';

interface Asked {
  readonly db: Database;
  readonly headers: Headers;
  readonly locale: Locale;
}

/** GET and POST /sign-in/code: the code from the mail. It is typed; nothing that a mail scanner follows uses it up. */
export function enterCodeRoutes(signIn: SignIn): Route[] {
  const show = async (call: Asked, form: FormState): Promise<Reply> => {
    const sent = await findCodeOf(call.db, signIn, call.headers);
    const title = signInMessages.in(call.locale).plain('code_title');
    return page(title, <EnterCodePage sent={sent} form={form} />);
  };
  return [
    get({
      path: signInPaths.signInCode,
      access: 'everyone',
      audit: null,
      // `asked`: a code was asked for a moment ago, so the cookie must be there.
      query: z.object({ asked: z.literal('1').optional().catch(undefined) }),
      async handle(call) {
        if (call.fields.asked && readAttemptToken(call.headers) === null) return showNoCookie(call);
        const sent = await findCodeOf(call.db, signIn, call.headers);
        return sent === null ? redirect(signInPaths.signIn()) : show(call, FormState.fresh());
      },
    }),
    post({
      path: signInPaths.signInCode,
      access: 'everyone',
      audit: 'sign_in.session.started',
      limit: { by: 'address', tries: 120, minutes: 10 },
      form: z.object({ code: sixDigits }),
      async handle(call) {
        const { headers, now, fields, locale } = call;
        const outcome = await enterCode(call.db, signIn, { headers, now, code: fields.code });
        if (outcome.ok) return welcomeIn(call, outcome.value);
        if (outcome.refusal.code === 'access_has_ended') return showStopped(call);
        // A page and not a refusal: a refusal would roll the counted try back.
        const say = sayRefusalIn(signInMessages, locale);
        const reply = await show(call, new FormState(new Map(), [outcome.refusal], say));
        return reply.kind === 'page' ? { ...reply, status: 422 } : reply;
      },
      again: show,
    }),
  ];
}

/** For somebody who is suspended: one sentence, and whom to ask. */
async function showStopped(call: Asked): Promise<Reply> {
  const office = await readSetting(call.db, organizationSetting);
  const title = signInMessages.in(call.locale).plain('access_ended_title');
  return page(title, <StoppedPage {...office} />, 422);
}

function StoppedPage(props: { phone: string; email: string }): VNode {
  const words = useWords(signInMessages);
  return (
    <>
      <PageHead title={words('access_ended_title')} />
      <Notice tone="notice" role="alert">
        <p>{words('access_has_ended')}</p>
        <OfficeLinks {...props} />
      </Notice>
    </>
  );
}

function EnterCodePage(props: { sent: { email: string; back: string } | null; form: FormState }): VNode {
  const words = useWords(signInMessages);
  const { sent, form } = props;
  // Whoever asks again goes on to the same place.
  const again = sent ? `${signInPaths.signIn()}?back=${encodeURIComponent(sent.back)}` : signInPaths.signIn();
  return (
    <>
      <PageHead
        title={words('code_title')}
        lead={sent ? words('code_sent_to', { email: <b>{sent.email}</b> }) : words('code_no_longer')}
        back={{ href: again, label: words('other_address') }}
      />
      <FormErrors refusals={form.refusals} />
      {sent && (
        <Form action={signInPaths.signInCode()}>
          <TextField
            {...form.field('code')}
            label={words('code')}
            hint={words('code_hint', { minutes: CODE_MINUTES })}
            autocomplete="one-time-code"
            inputmode="numeric"
            width="short"
          />
          <Actions>
            <Button kind="main">{words('sign_in')}</Button>
          </Actions>
        </Form>
      )}
      <p>
        {words('code_not_there')}{' '}
        <Link href={again} kind="block">
          {words('new_code')}
        </Link>
      </p>
    </>
  );
}
