import type { VNode } from 'preact';
import { QrCode } from '../../../kits/papers/index.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Actions, Button, Form, FormErrors, Link, PageHead, TextField } from '../../../ui/index.ts';
import { signInPaths } from '../paths.ts';
import { signInMessages } from '../words.ts';
import type { SetUp } from './authenticator.ts';

/** Three steps on one page: get an app, show it the QR code, type what it shows. */
export function SetUpPage(props: { setUp: SetUp; uri: string; back: string; form: FormState }): VNode {
  const words = useWords(signInMessages);
  const { setUp, uri, back, form } = props;
  return (
    <>
      <PageHead title={words('set_up_title')} lead={words('set_up_lead')} />
      <FormErrors refusals={form.refusals} />
      <h2>{words('set_up_app')}</h2>
      <p>{words('set_up_app_text')}</p>
      <h2>{words('set_up_scan')}</h2>
      <p>{words('set_up_scan_text')}</p>
      <QrCode text={uri} label={words.plain('set_up_qr')} />
      <p>
        <Link href={uri} kind="block">
          {words('set_up_same_phone')}
        </Link>
      </p>
      <p>{words('set_up_by_hand')}</p>
      <p class="copyable">
        <code>{setUp.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <h2>{words('set_up_type')}</h2>
      <Form action={signInPaths.secondFactorSetUp()} hidden={{ back, setUp: setUp.sealed }}>
        <TextField
          {...form.field('code')}
          label={words('second_code')}
          hint={words('set_up_code_hint')}
          autocomplete="one-time-code"
          inputmode="numeric"
          width="short"
        />
        <Actions>
          <Button kind="main">{words('go_on')}</Button>
        </Actions>
      </Form>
      <p>
        {words('set_up_instead')}{' '}
        <Link href={signInPaths.passkeys()} kind="block">
          {words('passkeys_title')}
        </Link>
      </p>
    </>
  );
}
