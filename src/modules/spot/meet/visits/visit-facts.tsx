import type { VNode } from 'preact';
import { FactList } from '../../../../kits/scenes/index.ts';
import { useHref, useWords } from '../../../../platform/languages/reading.tsx';
import { spotPaths } from '../../paths.ts';
import { requestFacts } from '../../request/facts.tsx';
import { spotMessages } from '../../words.ts';
import { maySeePhotos } from '../rules/address.ts';
import type { VisitScene } from './scene.ts';

/** What it is about and where: only as much as the volunteer needs now. */
export function VisitFacts(props: VisitScene): VNode {
  return (
    <>
      <FactList facts={requestFacts} reader="volunteer" of={props} />
      {maySeePhotos('assigned_volunteer', props.request.state) && <Photos {...props} />}
    </>
  );
}

function Photos({ request }: VisitScene): VNode | null {
  const t = useWords(spotMessages);
  const href = useHref();
  if (request.photoIds.length === 0) return null;
  return (
    <ul class="row" data-screen-only>
      {request.photoIds.map((photoId, index) => (
        <li>
          <a href={href(spotPaths.requestPhoto({ id: request.id, photoId }))}>
            {t('photo_of_request', { number: index + 1 })}
          </a>
        </li>
      ))}
    </ul>
  );
}
