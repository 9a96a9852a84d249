import type { VNode } from 'preact';
import { FactList } from '../../../kits/scenes/index.ts';
import { useHref, useWords } from '../../../platform/languages/reading.tsx';
import { Card, Disclosure } from '../../../ui/index.ts';
import { spotPaths } from '../paths.ts';
import { mayTakeBack, type RequestState } from '../transitions.ts';
import type { SupportRequest } from '../types.ts';
import { spotMessages } from '../words.ts';
import { requestFacts } from './facts.tsx';
import { ReachUs } from './reach-us.tsx';
import { RequestHistory } from './request-history.tsx';
import type { RequestProps } from './scene.ts';

/** States in which the two have a conversation. */
const MEET: readonly RequestState[] = ['confirmed', 'in_progress', 'visited', 'closed'];

/** What was asked for and what happened, folded once nothing of it is to be decided any more; and what to do when something is wrong. */
export function Settled(props: RequestProps): VNode {
  const t = useWords(spotMessages);
  const { request } = props;
  const facts = <RequestFacts request={request} exactAddress={props.exactAddress} />;
  return (
    <>
      {mayTakeBack(request.state).ok ? (
        <Card title={t('what_you_asked')} level={2}>
          {facts}
        </Card>
      ) : (
        <Disclosure summary={t('what_you_asked')} id="what-you-asked">
          {facts}
        </Disclosure>
      )}
      <Disclosure summary={t('history_title')} id="history">
        <RequestHistory {...props} />
      </Disclosure>
      <ReachUs office={props.office} requestId={request.id} canWrite={MEET.includes(request.state)} />
    </>
  );
}

/** What was asked for, as the requester reads it; their words, and the Japanese rendering with who made it. */
function RequestFacts(props: { request: SupportRequest; exactAddress: string | null }): VNode {
  const t = useWords(spotMessages);
  const { request } = props;
  return (
    <>
      {request.enteredBy && <p>{t('entered_for_you')}</p>}
      {request.forgottenAt ? (
        <p>{t('texts_are_forgotten')}</p>
      ) : (
        <FactList facts={requestFacts} reader="requester" of={props} />
      )}
      <Photos request={request} />
    </>
  );
}

function Photos(props: { request: SupportRequest }): VNode | null {
  const t = useWords(spotMessages);
  const href = useHref();
  const { id, photoIds } = props.request;
  if (photoIds.length === 0) return null;
  return (
    <ul class="row">
      {photoIds.map((photoId, index) => (
        <li>
          <a href={href(spotPaths.requestPhoto({ id, photoId }))}>
            <img
              class="thumbnail"
              src={href(spotPaths.requestPhoto({ id, photoId }))}
              alt={t.plain('photo_number', { number: index + 1 })}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
