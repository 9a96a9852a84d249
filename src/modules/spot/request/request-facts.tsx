import type { VNode } from 'preact';
import { FactList } from '../../../kits/scenes/index.ts';
import { useHref, useWords } from '../../../platform/languages/reading.tsx';
import { Card } from '../../../ui/index.ts';
import { spotPaths } from '../paths.ts';
import type { SupportRequest } from '../types.ts';
import { spotMessages } from '../words.ts';
import { requestFacts } from './facts.tsx';

/** What was asked for, as the requester reads it; their words, and the Japanese rendering with who made it. */
export function RequestFacts(props: { request: SupportRequest; exactAddress: string | null }): VNode {
  const t = useWords(spotMessages);
  const { request } = props;
  return (
    <Card title={t('what_you_asked')} level={2}>
      {request.enteredBy && <p>{t('entered_for_you')}</p>}
      {request.forgottenAt ? (
        <p>{t('texts_are_forgotten')}</p>
      ) : (
        <FactList facts={requestFacts} reader="requester" of={props} />
      )}
      <Photos request={request} />
    </Card>
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
