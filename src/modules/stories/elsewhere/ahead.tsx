import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { Ahead } from '../../../platform/parts/ahead.ts';
import { Button, Card } from '../../../ui/index.ts';
import { consentPath } from '../consent/token.ts';
import { storiesPaths } from '../paths.ts';
import type { StoryServices } from '../services.ts';
import { listConsentsOf } from '../store/consents.ts';
import { listStoriesOf } from '../store/stories.ts';
import { storiesMessages } from '../words.ts';

const MOST = 20;

/** An invitation to tell, and what somebody is asked to agree to. Neither hurries anybody: they stand behind what waits. */
export function storiesAhead(services: Pick<StoryServices, 'secret'>): Ahead {
  return async (db, { personId }) => {
    const invited = (await listStoriesOf(db, personId, MOST)).filter(({ state }) => state === 'invited');
    const asked = (await listConsentsOf(db, personId)).filter(({ state }) => state === 'asked');
    return {
      items: [
        ...invited.map(({ id }) => ({
          at: null,
          card: <Asked says="ahead_invited" path={storiesPaths.own({ id })} />,
        })),
        ...asked.map(({ id }) => ({
          at: null,
          card: <Asked says="ahead_asked" path={consentPath(services, id)} />,
        })),
      ],
    };
  };
}

function Asked({
  says,
  path,
}: {
  readonly says: 'ahead_invited' | 'ahead_asked';
  readonly path: string;
}): VNode {
  const t = useWords(storiesMessages);
  return (
    <Card title={t(says)} level={2} actions={<Button href={path}>{t('ahead_look')}</Button>}>
      <p>{t('ahead_free')}</p>
    </Card>
  );
}
