import type { VNode } from 'preact';
import { housePaths } from '../platform/addresses/paths.ts';
import { useWords } from '../platform/languages/reading.tsx';
import { findKeptForm, type KeptForm } from '../platform/web/kept-form.ts';
import { get, page, type Route } from '../platform/web/route.ts';
import { Button, Form, Notice, PageHead } from '../ui/index.ts';
import { otherPersonPage } from './other-person-page.tsx';
import { pageMessages } from './pages.ts';

/** After a session was over while somebody typed: what they typed in this browser, ready to be sent again. */
export const keptFormRoute: Route = get({
  path: housePaths.keptForm,
  access: 'person',
  audit: null,
  async handle(call) {
    const kept = await findKeptForm(call.db, {
      token: call.params.token,
      personId: call.actor.personId,
      headers: call.headers,
      now: call.now,
    });
    if (kept === 'somebody_elses') {
      const other = otherPersonPage({ name: call.actor.name, keptPath: call.path });
      return page(other.title(call.locale), other.body, 409);
    }
    return page(
      pageMessages.in(call.locale).plain('kept_title'),
      <KeptFormPage kept={kept} />,
      kept ? 200 : 404,
    );
  },
});

function KeptFormPage(props: { kept: KeptForm | null }): VNode {
  const words = useWords(pageMessages);
  if (!props.kept) return <Notice tone="notice">{words('kept_gone')}</Notice>;
  return (
    <>
      <PageHead title={words('kept_title')} lead={words('kept_text')} />
      <Form action={props.kept.path}>
        {props.kept.fields
          .filter(([name]) => name !== 'idempotency_key')
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <Button kind="main">{words('kept_send')}</Button>
      </Form>
    </>
  );
}
