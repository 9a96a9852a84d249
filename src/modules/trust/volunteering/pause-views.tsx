import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { ActionForm, Actions, Button, Heading } from '../../../ui/index.ts';
import { peoplePaths } from '../../people/index.ts';
import { trustMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import type { Rest } from '../standing/rules.ts';
import type { Standing } from '../types.ts';

/** A rest from volunteering, coming back, and stopping. Nothing for somebody who hasn't applied. */
export function PauseAndLeave(props: { standing: Standing; rest: Rest | null }): VNode | null {
  const words = useWords(trustMessages);
  const state = props.standing.application?.state;
  if (state === 'submitted') {
    return (
      <ActionForm action={trustPaths.volunteeringLeaving()} confirm={words('withdraw_confirm')}>
        {words('withdraw_application')}
      </ActionForm>
    );
  }
  if (state !== 'approved') return null;
  return (
    <>
      <Heading level={2}>{words('rest_title')}</Heading>
      <p>{words('rest_about')}</p>
      <Actions>
        {props.rest && (
          <ActionForm action={trustPaths.volunteeringResumption()} kind="main">
            {words('come_back')}
          </ActionForm>
        )}
        <Button href={`${peoplePaths.availability()}#breaks`}>
          {words(props.rest ? 'see_breaks' : 'plan_break')}
        </Button>
      </Actions>
      <ActionForm action={trustPaths.volunteeringLeaving()} kind="danger" confirm={words('leave_confirm')}>
        {words('leave_volunteering')}
      </ActionForm>
    </>
  );
}
