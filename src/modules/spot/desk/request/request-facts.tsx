import type { VNode } from 'preact';
import { FactList } from '../../../../kits/scenes/index.ts';
import { useHref, useWords } from '../../../../platform/languages/reading.tsx';
import { Card, Link } from '../../../../ui/index.ts';
import { conversationsPaths } from '../../../conversations/index.ts';
import { Correct } from '../../ask/correct/correct.tsx';
import { mayCorrect } from '../../ask/correct/rules.ts';
import { maySeePhotos } from '../../meet/rules/address.ts';
import { spotPaths } from '../../paths.ts';
import { requestFacts } from '../../request/facts.tsx';
import { deskMessages } from '../words.ts';
import type { DeskProps } from './scene.ts';

/** Who asks for what, when and where; what can be put right. The exact address is the two people's alone. */
export function RequestFacts(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  return (
    <Card title={t('facts_title')} level={2}>
      <FactList facts={requestFacts} reader="coordinator" of={props} />
      <Links {...props} />
      {mayCorrect(props.request.state).any && <Correct {...props} />}
    </Card>
  );
}

function Links({ request, conversations }: DeskProps): VNode {
  const t = useWords(deskMessages);
  const href = useHref();
  return (
    <ul class="row">
      {(maySeePhotos('coordinator', request.state) ? request.photoIds : []).map((photoId, index) => (
        <li>
          <a href={href(spotPaths.requestPhoto({ id: request.id, photoId }))}>
            {t('photo_number', { number: index + 1 })}
          </a>
        </li>
      ))}
      {conversations.map((one) => (
        <li>
          <Link href={conversationsPaths.conversation({ id: one.id })}>{t(`conversation_${one.kind}`)}</Link>
        </li>
      ))}
    </ul>
  );
}
