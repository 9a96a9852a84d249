import type { VNode } from 'preact';
import type { Database } from '../../../platform/database/connect.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { AheadReader } from '../../../platform/parts/ahead.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { Card, Link } from '../../../ui/index.ts';
import { DidYouMeet, YesOrNo } from '../meet/meeting-view.tsx';
import { VolunteerBadge } from '../offer/volunteer-card.tsx';
import { spotPaths } from '../paths.ts';
import { RequestCard } from '../request/list.tsx';
import { sceneOf } from '../request/routes.tsx';
import type { RequestProps } from '../request/scene.ts';
import { standingOf } from '../request/state-chip.tsx';
import type { RequestSummary } from '../store/lists/of-requester.ts';
import { findRequest } from '../store/requests.ts';
import { spotMessages } from '../words.ts';

/** A request that waits for its requester, with what they answer to it where they read it. */
export async function nextRequestCard(
  db: Database,
  { now, locale }: AheadReader,
  summary: RequestSummary,
): Promise<VNode> {
  const standing = standingOf(summary, now);
  const request =
    standing === 'accepted' || standing === 'unsettled' ? await findRequest(db, summary.id) : null;
  if (!request) return <RequestCard request={summary} now={now} />;
  const scene = { ...(await sceneOf({ db, now, locale }, request)), form: FormState.fresh() };
  if (standing === 'unsettled') return <DidYouMeet {...scene} />;
  return scene.isTimeClosed ? <RequestCard request={summary} now={now} /> : <AgreeHere {...scene} />;
}

/** Who would come and when, and whether that is right. */
function AgreeHere(props: RequestProps): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const { request, volunteer, assignment } = props;
  return (
    <Card level={3} accent title={t('agree_title', { name: volunteer?.name.words ?? '' })}>
      <p>
        <Link href={spotPaths.request(request)}>{t(`category_${request.category}`)}</Link>
        {assignment && <> · {formats.span(assignment.startsAt, assignment.endsAt)}</>}
      </p>
      {volunteer && <VolunteerBadge volunteer={volunteer} />}
      <YesOrNo {...props} />
    </Card>
  );
}
