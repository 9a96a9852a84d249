import type { VNode } from 'preact';
import { z } from 'zod';
import { draftBehind } from '../../../kits/forms/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { hrefIn, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { SignInFor } from '../../../platform/parts/sign-in-for.ts';
import { type Actor, hasJustProved } from '../../../platform/permissions.ts';
import { organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { readFormKey } from '../../../platform/web/form-key.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { backPath } from '../../../platform/web/passage/back-path.ts';
import { get, page, post, type Reply, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  Form,
  FormErrors,
  Notice,
  PageHead,
  TextField,
} from '../../../ui/index.ts';
import { DemonstrationPeople } from '../demonstration/routes.tsx';
import { sendTo } from '../entered.ts';
import { backField, emailField } from '../fields.ts';
import { OfficeLinks } from '../office-links.tsx';
import { PasskeyButton } from '../passkeys/button.tsx';
import { signInPaths } from '../paths.ts';
import type { DemonstrationPerson, SignIn } from '../types.ts';
import { signInMessages } from '../words.ts';
import { requestCode } from './request-code.ts';

export interface BesideSignIn {
  /** Whom the page offers to be in a demonstration; not asked outside one. */
  listPeople(locale: Locale): Promise<readonly DemonstrationPerson[]>;
  listSignInFor(): readonly SignInFor[];
}

/** GET and POST /sign-in: who are you? A mail address, and a code is on its way. */
export function requestCodeRoutes(signIn: SignIn, beside: BesideSignIn): Route[] {
  const show = async (call: Asked, form: FormState): Promise<Reply> => {
    const people = signIn.demonstration ? await beside.listPeople(call.locale) : [];
    const isBeyondShare = form.refusals.some(({ code }) => code.startsWith('too_many_'));
    const office = isBeyondShare ? await readSetting(call.db, organizationSetting) : null;
    const title = signInMessages.in(call.locale).plain('sign_in_title');
    const isAgain = call.actor.personId !== null && !signIn.demonstration;
    const hasDraft = (await draftBehind(call.db, { ...call, back: form.value('back') })) !== null;
    const reason = isAgain ? null : reasonFor(backPath(form.value('back')), beside.listSignInFor());
    return page(title, <RequestCodePage {...{ form, people, office, reason, hasDraft }} />);
  };
  return [
    get({
      path: signInPaths.signIn,
      access: 'everyone',
      audit: null,
      // `again`: before what is hard to mend, who is signed in shows once more that it is them.
      query: z.object({ back: backField, again: z.literal('1').optional().catch(undefined) }),
      async handle(call) {
        const { back, again } = call.fields;
        const isDone = again ? hasJustProved(call.actor, call.now) : call.actor.personId !== null;
        if (isDone && !signIn.demonstration) return redirect(back);
        return show(call, FormState.fresh({ back }));
      },
    }),
    post({
      path: signInPaths.signIn,
      access: 'everyone',
      audit: null,
      form: z.object({
        email: emailField,
        back: backField,
        idempotency_key: z.string().optional().transform(readFormKey),
      }),
      async handle(call) {
        const { email, back, idempotency_key: key } = call.fields;
        const outcome = await requestCode(call.db, signIn, {
          email,
          back,
          key,
          address: call.address,
          headers: call.headers,
          locale: call.locale,
          now: call.now,
        });
        if (!outcome.ok) return refusedBy(outcome.refusal);
        return sendTo(hrefIn(call.locale, `${signInPaths.signInCode()}?asked=1`), [outcome.value.cookie]);
      },
      again: show,
    }),
  ];
}

interface Asked {
  readonly db: Database;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly headers: Headers;
  readonly now: Temporal.Instant;
}

interface RequestCodePageProps {
  /** What signing in is for; null for somebody who is signed in. */
  readonly reason: Omit<SignInFor, 'href'> | null;
  /** Whoever signs in takes along what was filled in here, whoever did. */
  readonly hasDraft: boolean;
  readonly form: FormState;
  readonly people: readonly DemonstrationPerson[];
  /** Whom to call; null unless somebody can get no code for a while. */
  readonly office: { readonly phone: string; readonly email: string } | null;
}

function RequestCodePage(props: RequestCodePageProps): VNode {
  const words = useWords(signInMessages);
  const locale = useLocale();
  const { form, reason } = props;
  const back = backPath(form.value('back'));
  return (
    <>
      <PageHead
        title={reason?.title(locale) ?? words('sign_in_again')}
        lead={words(reason ? 'sign_in_lead' : 'sign_in_again_why')}
      />
      {reason?.text && <p>{reason.text(locale)}</p>}
      <FormErrors refusals={form.refusals} />
      {props.office && (
        <Notice tone="info">
          <p>{words('other_ways_in')}</p>
          <OfficeLinks {...props.office} />
        </Notice>
      )}
      <Form action={signInPaths.signIn()} hidden={{ back }}>
        <TextField
          {...form.field('email')}
          type="email"
          label={words('email')}
          hint={words('email_hint')}
          autocomplete="email"
          inputmode="email"
        />
        <Actions>
          <Button kind="main">{words('send_code')}</Button>
        </Actions>
      </Form>
      <PasskeyButton back={back} />
      {props.hasDraft && <NotYours />}
      <DemonstrationPeople people={props.people} back={back} />
    </>
  );
}

/** For who comes after another at a device that many use: what that one filled in is gone, as with signing out. */
function NotYours(): VNode {
  const words = useWords(signInMessages);
  return (
    <section class="stack" data-gap="small">
      <p>{words('draft_not_yours')}</p>
      <ActionForm action={signInPaths.signOut()}>{words('draft_throw_away')}</ActionForm>
    </section>
  );
}

/** Somebody on the way to something is told what signing in is for. */
function reasonFor(back: string, all: readonly SignInFor[]): Omit<SignInFor, 'href'> {
  if (back.startsWith(housePaths.keptForm({ token: '' })))
    return { title: signInMessages.label('sign_in_to_go_on') };
  return all.find(({ href }) => back.startsWith(href)) ?? { title: signInMessages.label('sign_in_title') };
}
