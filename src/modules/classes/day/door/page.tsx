import type { VNode } from 'preact';
import { useFormats, useHref, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Actions,
  assetUrls,
  Button,
  EmptyState,
  FormErrors,
  Heading,
  Link,
  Notice,
  PageHead,
  PersonName,
  TextField,
} from '../../../../ui/index.ts';
import { childrenPaths } from '../../children/paths.ts';
import { classesPaths } from '../../paths.ts';
import { classesMessages } from '../../words.ts';
import { dayPaths } from '../paths.ts';
import { dayMessages } from '../words.ts';
import { AS_LIST, type DayProps } from './props.ts';
import { ChildRow, Phones } from './row.tsx';
import { isLateFrom } from './rules/hours.ts';
import { headcount, presenceOf } from './rules/presence.ts';
import { SnackList } from './snack-list.tsx';

/** A day of a class: who is here, who may fetch whom, what to eat, whom not to picture. Nothing is ticked before it has happened. */
export function DayPage(props: DayProps): VNode {
  const t = useWords(dayMessages);
  const href = useHref();
  const { span } = useFormats();
  const { session, expected, door, form, isOpen, isForDesk, incidents } = props;
  const on = { id: session.id };
  return (
    <>
      <PageHead
        title={t('day_title')}
        lead={span(session.startsAt, session.endsAt)}
        back={
          isForDesk
            ? { href: classesPaths.deskSession(on), label: t('back_to_desk') }
            : { href: classesPaths.teaching(), label: useWords(classesMessages)('teaching_title') }
        }
      />
      <FormErrors refusals={form.refusals} />
      {session.cancelReason && (
        <Notice title={useWords(classesMessages)('class_is_off')}>
          {useWords(classesMessages)(`off_${session.cancelReason}`)}
        </Notice>
      )}
      <NotFetched {...props} />
      <Unread {...props} />
      <div
        class="stack"
        id="door"
        data-door={`class ${session.id}`}
        data-log={href(dayPaths.log(on))}
        data-undone={door.undone.join('|')}
      >
        <Counts {...props} />
        {isOpen ? <Notes /> : <Notice>{t('day_is_not_open')}</Notice>}
        <TextField type="search" name="q" label={t('who_stands_here')} value="" maxLength={100} />
        {expected.length === 0 && <EmptyState title={t('nobody_comes')} />}
        <ul class="door-list" {...AS_LIST}>
          {expected.map((of) => (
            <ChildRow {...props} of={of} />
          ))}
        </ul>
      </div>
      <NotInPictures {...props} />
      <SnackList {...props} />
      <Heading level={2}>{t('incidents')}</Heading>
      {incidents.length > 0 && (
        <ul>
          {incidents.map(({ id, kind, happenedAt }) => (
            <li>
              <Link href={dayPaths.incident({ ...on, incidentId: id })}>{t(`incident_${kind}`)}</Link>{' '}
              <When at={happenedAt} />
            </li>
          ))}
        </ul>
      )}
      <Actions>
        {isOpen && <Button href={dayPaths.incidents(on)}>{t('report_incident')}</Button>}
        <Button href={dayPaths.sheet(on)}>{t('sheet')}</Button>
        {!props.hasUnread && <Button href={childrenPaths.readings(on)}>{t('read_health')}</Button>}
      </Actions>
      {isOpen && <script type="module" src={assetUrls().door} />}
    </>
  );
}

function When({ at }: { readonly at: Temporal.Instant }): VNode {
  return <span class="quiet">{useFormats().time(at)}</span>;
}

/** What must be known before the children come. */
function Unread({ session, hasUnread }: DayProps): VNode | null {
  const t = useWords(dayMessages);
  if (!hasUnread) return null;
  const read = <Button href={childrenPaths.readings({ id: session.id })}>{t('read_health')}</Button>;
  return (
    <Notice tone="notice" title={t('health_is_unread')} actions={read}>
      {t('health_is_unread_text')}
    </Notice>
  );
}

/** How many are here: the browser counts what it knows beside. */
function Counts({ expected: all, door }: DayProps): VNode {
  const t = useWords(dayMessages);
  const { expected, here, gone } = headcount(
    door,
    all.map(({ child }) => child.id),
  );
  const cells = [
    { label: t('count_here'), count: here, rows: 'came', less: 'gone' },
    { label: t('count_gone'), count: gone, rows: 'gone', less: '' },
  ];
  return (
    <dl class="figures">
      {cells.map(({ label, count, rows, less }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <span data-rows-with={rows} data-rows-without={less}>
              {count}
            </span>{' '}
            <span>{t('count_of', { count: expected })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** After the end, who is still here stands above everything, with whom to call. */
function NotFetched({ session, expected, door, now }: DayProps): VNode | null {
  const t = useWords(dayMessages);
  if (Temporal.Instant.compare(now, isLateFrom(session)) < 0) return null;
  const here = expected.filter(({ child }) => presenceOf(door.standingOf(child.id)) === 'here');
  if (here.length === 0) return null;
  return (
    <Notice tone="danger" title={t('not_fetched', { count: here.length })}>
      <p>{t('not_fetched_text')}</p>
      {here.map((of) => (
        <>
          <p>
            <b>
              <PersonName>{of.child.name}</PersonName>
            </b>
          </p>
          <Phones of={of} />
        </>
      ))}
    </Notice>
  );
}

function NotInPictures({ expected }: DayProps): VNode | null {
  const t = useWords(dayMessages);
  const { list } = useFormats();
  const named = (photos: 'none' | 'inside' | 'no_face') =>
    expected.filter(({ child }) => child.photos === photos).map(({ child }) => child.name);
  return (
    <section>
      <Heading level={2}>{t('pictures')}</Heading>
      <ul>
        {(['none', 'no_face', 'inside'] as const).flatMap((photos) => {
          const names = named(photos);
          return names.length > 0 ? <li>{t(`pictures_${photos}`, { names: list(names) })}</li> : [];
        })}
      </ul>
      <p class="quiet">{t('pictures_note')}</p>
    </section>
  );
}

/** What is known of the network, and what is not: the page's script shows the rest. */
function Notes(): VNode {
  const t = useWords(dayMessages);
  const count = { count: '{count}' };
  return (
    <div data-screen-only>
      <p>{t('day_lead')}</p>
      <p data-plain>{t('day_plain')}</p>
      <p class="notice" data-tone="notice" role="status" data-away hidden>
        {t('away')}
      </p>
      <p role="status" data-waits={t.plain('waits', count)} hidden />
      <p class="notice" data-tone="notice" role="status" data-refused={t.plain('refused', count)} hidden />
      <p class="notice" data-tone="notice" role="alert" data-not-taken hidden>
        {t('not_taken')}
      </p>
    </div>
  );
}
