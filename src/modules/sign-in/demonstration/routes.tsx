import type { VNode } from 'preact';
import { z } from 'zod';
import { useWords } from '../../../platform/languages/reading.tsx';
import { get, post, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { ActionForm, Card } from '../../../ui/index.ts';
import { welcomeIn } from '../entered.ts';
import { backField } from '../fields.ts';
import { showNoCookie } from '../no-cookie-page.tsx';
import { signInPaths } from '../paths.ts';
import type { DemonstrationPerson, SignIn } from '../types.ts';
import { signInMessages } from '../words.ts';
import { enterDemonstration } from './enter.ts';

/** POST /demonstration/sign-in: one press and one is somebody. The route exists in a demonstration only. */
export function demonstrationRoutes(signIn: SignIn): Route[] {
  if (!signIn.demonstration) return [];
  return [
    get({
      path: signInPaths.demonstrationSignedIn,
      access: 'everyone',
      audit: null,
      query: z.object({ back: backField }),
      handle: (call) => (call.actor.personId ? redirect(call.fields.back) : showNoCookie(call)),
    }),
    post({
      path: signInPaths.demonstrationSignIn,
      access: 'everyone',
      audit: 'sign_in.session.started',
      form: z.object({ personId: z.uuid(), back: backField }),
      async handle(call) {
        const { personId, back } = call.fields;
        const { headers, now } = call;
        const outcome = await enterDemonstration(call.db, signIn, { personId, back, headers, now });
        if (!outcome.ok) return refusedBy(outcome.refusal);
        // Over a page that sees whether the cookie came back: without it the form would only be shown again.
        const path = `${signInPaths.demonstrationSignedIn()}?back=${encodeURIComponent(back)}`;
        return welcomeIn(call, { ...outcome.value, path });
      },
    }),
  ];
}

/** The invented people, each with a button; nothing outside a demonstration. */
export function DemonstrationPeople(props: {
  people: readonly DemonstrationPerson[];
  back: string;
}): VNode | null {
  const words = useWords(signInMessages);
  if (props.people.length === 0) return null;
  return (
    <section aria-labelledby="demonstration-people">
      <h2 id="demonstration-people">{words('demonstration_title')}</h2>
      <p>{words('demonstration_text')}</p>
      {props.people.map((person) => (
        <Card
          title={person.name}
          actions={
            <ActionForm
              action={signInPaths.demonstrationSignIn()}
              hidden={{ personId: person.id, back: props.back }}
            >
              {words('be_person', { name: person.name })}
            </ActionForm>
          }
        >
          <p>{person.about}</p>
        </Card>
      ))}
    </section>
  );
}
