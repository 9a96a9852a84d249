import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { ActionForm, Button, Notice, OwnWords } from '../../../ui/index.ts';
import { spotPaths } from '../paths.ts';
import type { RequestState } from '../transitions.ts';
import type { SupportRequest } from '../types.ts';
import { spotMessages } from '../words.ts';
import type { Standing } from './state-chip.tsx';
import { type Waiting, WaitingTimes } from './waiting.tsx';

/** States in which the requester is the one to do something. */
export const YOUR_TURN: readonly Standing[] = ['asked_back', 'accepted', 'unsettled', 'visited'];

/** States in which the coordinators are the ones to write to. */
const BEING_LOOKED_AT: readonly RequestState[] = ['submitted', 'asked_back', 'open', 'unfilled', 'no_show'];

/** How a request stands, as far as what comes next depends on it. */
export interface Next {
  readonly standing: Standing;
  /** Whether it was closed without knowing how it went. */
  readonly hasLapsed: boolean;
  /** Whether they have said how the visit was. */
  readonly hasSaid: boolean;
  /** Whether something worried them that coordinators have not closed yet. */
  readonly hasOpenWorry: boolean;
}

/** What is next, when, and what the reader can do about it; at the end, how it ended and where to go. */
export function NextCard(
  props: Next & {
    request: SupportRequest;
    waiting: Waiting | null;
    /** Whether they have begun another request. */
    hasDraft: boolean;
  },
): VNode {
  const t = useWords(spotMessages);
  const { request, waiting } = props;
  const isTold = request.state === 'visited' && props.hasSaid;
  const tone = YOUR_TURN.includes(props.standing) && !isTold ? 'notice' : 'info';
  return (
    <Notice tone={tone} title={t('what_is_next')} actions={useNextAct(props)}>
      <div class="stack" data-gap="small">
        <p>
          {isTold
            ? t('next_told', { worry: props.hasOpenWorry ? 'open' : 'none' })
            : t(props.hasLapsed ? 'next_lapsed' : `next_${props.standing}`)}
        </p>
        {waiting && <WaitingTimes waiting={waiting} />}
        {request.redirectedTo && <p>{t(`redirected_to_${request.redirectedTo}`)}</p>}
        {request.outcomeWords && <OwnWords as="p">{request.outcomeWords}</OwnWords>}
      </div>
    </Notice>
  );
}

function useNextAct({
  request,
  hasDraft,
}: {
  request: SupportRequest;
  hasDraft: boolean;
}): VNode | undefined {
  const t = useWords(spotMessages);
  if (request.redirectedTo === 'helpline') {
    return (
      <Button kind="main" href={housePaths.helpNow()}>
        {t('see_helplines')}
      </Button>
    );
  }
  if (request.redirectedTo === 'consultation') {
    // Whoever presses it takes their words along; they read them there before anything is sent.
    return (
      <ActionForm
        action={housePaths.consultationsTaking()}
        kind="main"
        hidden={{ words: request.ownWords, origin: 'spot' }}
      >
        {t('take_to_consultation')}
      </ActionForm>
    );
  }
  if (request.state === 'cancelled') {
    if (request.forgottenAt) return <Button href={spotPaths.requestsNew()}>{t('ask_again')}</Button>;
    if (hasDraft) return undefined;
    return <ActionForm action={spotPaths.requestCopy({ id: request.id })}>{t('ask_again')}</ActionForm>;
  }
  if (BEING_LOOKED_AT.includes(request.state)) {
    return (
      <Button href={spotPaths.requestConversation({ id: request.id })}>{t('write_to_coordinators')}</Button>
    );
  }
  return undefined;
}

/** To the request's page, where the question stands with the place for the answer. */
export function AnswerQuestion(props: { requestId: string }): VNode {
  const t = useWords(spotMessages);
  return (
    <Button kind="main" href={`${spotPaths.request({ id: props.requestId })}#next`}>
      {t('answer_question')}
    </Button>
  );
}
