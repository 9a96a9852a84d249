import type { VNode } from 'preact';
import { fieldsOf } from '../../../../kits/acts/index.ts';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Button, Notice, PageHead, StatusChip } from '../../../../ui/index.ts';
import { conversationsPaths } from '../../../conversations/index.ts';
import { VisitPart } from '../../meet/visit-part.tsx';
import { ActRefusals } from '../../offer/act-refusals.tsx';
import { CallCard } from '../../offer/call-card.tsx';
import { spotPaths } from '../../paths.ts';
import { spotMessages } from '../../words.ts';
import { Notes } from '../notes/notes.tsx';
import { STATE_TONES } from '../state-tones.ts';
import { deskMessages } from '../words.ts';
import { Asked } from './asked-view.tsx';
import { RequestWords } from './asked-words.tsx';
import { deskForms } from './forms.ts';
import { FurtherActs } from './further-acts.tsx';
import { Meanwhile, RequestHistory } from './history-view.tsx';
import { NextStep } from './next-step.tsx';
import { RequestFacts } from './request-facts.tsx';
import type { DeskProps } from './scene.ts';

/** Fields that stand on the page; other refusals concern an act as a whole. */
const FIELDS = fieldsOf(deskForms, 'waves');

/** A request on the desk: the next act first, then everything about it. */
export function DeskRequestPage(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const { request, form } = props;
  // What is to be let through is read first.
  const isNew = request.state === 'submitted' || request.state === 'asked_back';
  const isOlder = form.refusals.some(({ code }) => code === 'request_has_changed_since');
  return (
    <>
      <PageHead
        title={spot(`category_${request.category}`)}
        lead={t('submitted_at', { when: formats.dayTime(request.submittedAt) })}
        back={{ href: housePaths.desk(), label: t('desk_title') }}
        aside={
          <StatusChip tone={STATE_TONES[request.state] ?? 'plain'}>{t(`state_${request.state}`)}</StatusChip>
        }
      />
      <Meanwhile {...props} />
      {!isOlder && <ActRefusals form={form} fields={FIELDS} />}
      <Answered {...props} />
      {isNew && <RequestWords {...props} />}
      <NextStep {...props} />
      <CallCard {...props} />
      <VisitPart {...props} />
      {!isNew && <RequestWords {...props} />}
      <RequestFacts {...props} />
      <Asked {...props} />
      <Notes {...props} />
      <FurtherActs {...props} />
      <RequestHistory {...props} />
    </>
  );
}

/** A request that is new again because its person answered: what was asked and answered is read first. */
function Answered({ request, history, conversations }: DeskProps): VNode | null {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const answer = history.findLast(({ act }) => act === 'answer_back');
  if (request.state !== 'submitted' || !answer) return null;
  const asking = conversations.findLast(({ kind }) => kind === 'asking');
  const href = asking
    ? conversationsPaths.conversation({ id: asking.id })
    : spotPaths.requestConversation({ id: request.id });
  return (
    <Notice
      tone="notice"
      title={t('answered_title', { when: formats.dayTime(answer.at) })}
      actions={<Button href={href}>{t('read_conversation')}</Button>}
    >
      {t('answered_text')}
    </Notice>
  );
}
