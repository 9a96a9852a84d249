import type { VNode } from 'preact';
import { useFormats, useHref, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  Actions,
  assetUrls,
  Button,
  EmptyState,
  Form,
  FormErrors,
  Notice,
  PageHead,
  TextField,
} from '../../../ui/index.ts';
import { languageName } from '../../people/index.ts';
import { useSaid } from '../open/said.tsx';
import { eventsPaths } from '../paths.ts';
import type { Event } from '../types.ts';
import { eventsMessages } from '../words.ts';
import { AS_LIST, type DoorProps } from './props.ts';
import { DoorRowView } from './row.tsx';
import { type CountedKind, countDoor } from './rules/door.ts';
import { WalkIns } from './walk-ins.tsx';

/** Who is here: everybody who has a seat, each with a press; who came without one; and how many they are. */
export function DoorPage(props: DoorProps): VNode {
  const t = useWords(eventsMessages);
  const href = useHref();
  const { span } = useFormats();
  const { event, helperId, at, rows, door, typed, form, isOpen } = props;
  const { title } = useSaid(event);
  const on = { id: event.id };
  return (
    <>
      <PageHead
        title={t('door_of', { event: title })}
        lead={span(event.startsAt, event.endsAt)}
        back={{ href: eventsPaths.event(on), label: t('event_open') }}
      />
      <FormErrors refusals={form.refusals} />
      <div
        class="stack"
        id="door"
        data-door={helperId === null ? event.id : `${event.id} ${helperId}`}
        data-log={href(at.log)}
        data-undone={door.undone.join('|')}
      >
        <Counts {...props} />
        {event.attendance && <p>{t('door_attendance', absenceOf(event.attendance))}</p>}
        {isOpen ? <Notes /> : <Notice>{t('door_is_not_open')}</Notice>}
        <Form action={at.door} method="get" label={t.plain('door_look')} beside>
          <TextField type="search" name="q" label={t('door_name_or_code')} value={typed} maxLength={100} />
          <Actions>
            <Button>{t('door_look')}</Button>
          </Actions>
        </Form>
        {rows.length === 0 && <EmptyState title={t('door_nobody')} />}
        <ul class="door-list" {...AS_LIST}>
          {rows.map((row) => (
            <DoorRowView {...props} row={row} />
          ))}
        </ul>
        {(isOpen || door.walkIns.length > 0) && <WalkIns {...props} />}
      </div>
      {isOpen && <script type="module" src={assetUrls().door} />}
    </>
  );
}

const absenceOf = ({ seated, came, walkIns }: NonNullable<Event['attendance']>) => ({
  ...{ seated, came, walkIns },
  absent: seated - came,
});

/** How many are here, of how many: the browser counts what it knows beside. */
function Counts({ rows, door }: DoorProps): VNode {
  const t = useWords(eventsMessages);
  const say = useKind();
  return (
    <dl class="figures">
      {countDoor(rows, door).map(({ kind, here, seats }) => (
        <div>
          <dt>{say(kind)}</dt>
          <dd>
            <span data-count-of={kind}>{here}</span> <span>{t('door_count_of', { count: seats })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useKind(): (kind: CountedKind) => VNode {
  const t = useWords(eventsMessages);
  const locale = useLocale();
  return (kind) => {
    const [what, language] = kind.split('-');
    if (language) return <>{t('door_count_interpretation', { language: languageName(language, locale) })}</>;
    return <>{t(`door_count_${what as 'everybody' | 'adult' | 'child' | 'craft'}`)}</>;
  };
}

/** What is known of the network, and what is not: the page's script shows the rest. */
function Notes(): VNode {
  const t = useWords(eventsMessages);
  const count = { count: '{count}' };
  return (
    <div data-screen-only>
      <p>{t('door_lead')}</p>
      <p data-plain>{t('door_plain')}</p>
      <p class="notice" data-tone="notice" role="status" data-away hidden>
        {t('door_away')}
      </p>
      <p role="status" data-waits={t.plain('door_waits', count)} hidden />
      <p
        class="notice"
        data-tone="notice"
        role="status"
        data-refused={t.plain('door_refused', count)}
        hidden
      />
      <p class="notice" data-tone="notice" role="alert" data-not-taken hidden>
        {t('door_not_taken')}
      </p>
    </div>
  );
}
