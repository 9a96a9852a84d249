import type { VNode } from 'preact';
import { useHref, useWords } from '../../../platform/languages/reading.tsx';
import { Button, Form } from '../../../ui/index.ts';
import { signInPaths } from '../paths.ts';
import { signInMessages } from '../words.ts';

/** A form that the browser's script shows where passkeys work, fills with the device's answer, and sends. */
export function PasskeyButton(props: { back: string }): VNode {
  const words = useWords(signInMessages);
  return (
    <PasskeyForm action={signInPaths.signInPasskey()} use="get" hidden={{ back: props.back }}>
      <p>{words('passkey_hint')}</p>
      <Button icon="person">{words('passkey_sign_in')}</Button>
    </PasskeyForm>
  );
}

/** @param props.use `get` asks for a passkey, `create` makes one */
export function PasskeyForm(props: {
  action: string;
  use: 'get' | 'create';
  hidden: Readonly<Record<string, string>>;
  children: VNode[];
}): VNode {
  const words = useWords(signInMessages);
  const href = useHref();
  return (
    <div
      data-passkey={props.use}
      data-challenge={href(`${props.action}/challenge`)}
      data-away={words.plain('passkey_away')}
      hidden
    >
      <Form action={props.action} hidden={{ ...props.hidden, credential: '' }}>
        {props.children}
        <p role="status" data-passkey-status />
      </Form>
    </div>
  );
}
