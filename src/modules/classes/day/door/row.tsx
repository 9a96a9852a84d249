import type { VNode } from 'preact';
import { foldName } from '../../../../japanese/names.ts';
import { useFormats, useHref, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Disclosure, HiddenFields, Link, Notice, PersonName, StatusChip } from '../../../../ui/index.ts';
import { callName } from '../../../people/index.ts';
import { childrenMessages } from '../../children/words.ts';
import { dayPaths } from '../paths.ts';
import { dayMessages } from '../words.ts';
import type { ChildOnDay } from './on-day.ts';
import type { DayProps } from './props.ts';
import { sayCode } from './rules/code-words.ts';
import { contradictionsOf, type DoorEntry } from './rules/presence.ts';
import { type Press, writeKey, writePress } from './rules/press.ts';

export interface RowProps extends DayProps {
  readonly of: ChildOnDay;
}

/** A child at the door: whom they may be handed over to, and to whom not. */
export function ChildRow(props: RowProps): VNode {
  const { of, isOpen } = props;
  const names = [
    of.child.name,
    ...of.mayFetch.map(({ name }) => name),
    ...of.doNotHandOver.map(({ name }) => name),
  ];
  return (
    <li class="door-row" id={`child-${of.child.id}`} data-find={names.map(foldName).join('\n')}>
      <p>
        <b>
          <PersonName>{of.child.name}</PersonName>
        </b>{' '}
        <Marks of={of} />
      </p>
      <DoNotHandOver of={of} />
      {isOpen && <Presses {...props} />}
      <Pressed {...props} />
      <p class="quiet" data-screen-only>
        <Link href={dayPaths.record({ id: props.session.id, childId: of.child.id })}>
          <RecordWords of={of} />
        </Link>
      </p>
    </li>
  );
}

function RecordWords({ of }: Pick<RowProps, 'of'>): VNode {
  return <>{useWords(dayMessages)('record_of', { name: of.child.name })}</>;
}

/** What to look after today, in a word each. */
export function Marks({ of }: Pick<RowProps, 'of'>): VNode {
  const t = useWords(dayMessages);
  const food = useWords(childrenMessages);
  const { list } = useFormats();
  return (
    <>
      {of.foods.length > 0 && (
        <StatusChip tone="danger">
          {t('keep_from', { foods: list(of.foods.map((one) => food(`food_${one}`))) })}
        </StatusChip>
      )}{' '}
      {of.care === 'notes' && of.foods.length === 0 && (
        <StatusChip tone="notice">{t('has_notes')}</StatusChip>
      )}{' '}
      {(of.care === 'unsaid' || of.care === 'lapsed') && (
        <StatusChip tone="notice">{t('health_is_unknown')}</StatusChip>
      )}{' '}
      {of.child.photos !== 'public' && <StatusChip tone="plain">{t(`photos_${of.child.photos}`)}</StatusChip>}
    </>
  );
}

function DoNotHandOver({ of }: Pick<RowProps, 'of'>): VNode | null {
  const t = useWords(dayMessages);
  const who = useWords(childrenMessages);
  if (of.doNotHandOver.length === 0) return null;
  return (
    <Notice tone="danger" title={t('do_not_hand_over')}>
      {of.doNotHandOver.map(({ name, looks, call }) => (
        <>
          <p>
            <b>
              {looks ? (
                who('who_is', { who: <PersonName>{name}</PersonName>, relation: looks })
              ) : (
                <PersonName>{name}</PersonName>
              )}
            </b>
          </p>
          <p>{call ? t('call_at', { call }) : t('call_a_coordinator')}</p>
        </>
      ))}
    </Notice>
  );
}

function Presses(props: RowProps): VNode {
  const t = useWords(dayMessages);
  const relation = useWords(childrenMessages);
  const { of, door, list } = props;
  const { ins, outs } = door.standingOf(of.child.id);
  const out = (receivedBy: string | null): Press => ({ act: 'out', childId: of.child.id, receivedBy, list });
  const to = (receivedBy: string | null) =>
    outs.filter(({ press }) => press.act === 'out' && press.receivedBy === receivedBy);
  return (
    <div class="stack" data-gap="small" data-screen-only>
      <div class="door-acts">
        <PressForm {...props} press={{ act: 'in', childId: of.child.id }} stands={ins} kind="came">
          {t('here')}
        </PressForm>
      </div>
      <CodeOf of={of} />
      <div class="door-acts">
        {of.mayFetch.map((one) => (
          <PressForm {...props} press={out(one.id)} stands={to(one.id)} kind="gone">
            {t(one.isOnce ? 'handed_to_once' : 'handed_to', {
              who: one.name,
              relation: relation(`relation_${one.relation}`),
            })}
          </PressForm>
        ))}
      </div>
      <Disclosure id={`other-${of.child.id}`} summary={t('somebody_else')} open={to(null).length > 0}>
        <p>{t('somebody_else_text')}</p>
        <Phones of={of} />
        <PressForm {...props} press={out(null)} stands={to(null)} kind="gone">
          {t('handed_to_other')}
        </PressForm>
      </Disclosure>
    </div>
  );
}

/** Who can be asked, in the order in which they were named. */
export function Phones({ of }: Pick<RowProps, 'of'>): VNode {
  const relation = useWords(childrenMessages);
  return (
    <ul>
      {of.guardians.map(({ name, phone, relation: is }) => (
        <li>
          {relation('who_is', {
            who: <PersonName>{name}</PersonName>,
            relation: relation(`relation_${is}`),
          })}{' '}
          <a href={`tel:${phone}`}>{phone}</a>
        </li>
      ))}
    </ul>
  );
}

/** The words to ask for: in the reader’s language, and as the family has them. */
export function CodeOf({ of, bare }: Pick<RowProps, 'of'> & { readonly bare?: boolean }): VNode | null {
  const t = useWords(dayMessages);
  const locale = useLocale();
  const { code } = of;
  if (!code) return null;
  const own = locale === 'ja-easy' ? 'ja' : locale;
  const others = of.locales.filter((one) => one !== own);
  return (
    <p>
      {!bare && <>{t('code_words')} </>}
      <b>{sayCode(code, locale)}</b>{' '}
      {others.map((one) => (
        <b lang={one}> {sayCode(code, one)}</b>
      ))}
    </p>
  );
}

interface PressFormProps extends RowProps {
  readonly press: Press;
  readonly stands: readonly DoorEntry[];
  readonly kind: 'came' | 'gone';
  readonly children: preact.ComponentChildren;
}

/** One press; once more, it is taken back with every press that stands. */
function PressForm({ of, session, press, stands, kind, children }: PressFormProps): VNode {
  const isOn = stands.length > 0;
  const lines = isOn
    ? stands.map(({ device, seq }) => writePress({ act: 'undo', undoes: { device, seq } }))
    : [writePress(press)];
  return (
    <form
      class="action-form"
      method="post"
      action={useHref()(dayPaths.day({ id: session.id }))}
      data-place={writePress(press)}
      data-stands={stands.map(writeKey).join('|')}
      data-kinds={kind}
    >
      <HiddenFields />
      {lines.map((line) => (
        <input type="hidden" name="press" value={line} />
      ))}
      <button type="submit" class="button" data-kind={isOn ? 'main' : 'quiet'} aria-pressed={isOn}>
        <span>
          <span class="visually-hidden">{of.child.name} </span>
          {children}
        </span>
      </button>
    </form>
  );
}

/** What the log says: who, when, to whom; and what contradicts itself, which nobody overwrites. */
function Pressed(props: RowProps): VNode | null {
  const t = useWords(dayMessages);
  const { of, door } = props;
  const say = useSaid(props);
  const standing = door.standingOf(of.child.id);
  if (standing.ins.length + standing.outs.length + standing.undone.length === 0) return null;
  const contradictions = contradictionsOf(standing);
  return (
    <>
      <p class="quiet">
        {[...standing.ins, ...standing.outs].map((entry) => (
          <span> {say(entry)}</span>
        ))}
      </p>
      {standing.outs.some(({ match }) => match !== 'listed') && (
        <Notice tone="danger">{t('handed_over_unlisted')}</Notice>
      )}
      {contradictions.length > 0 && (
        <Notice tone="notice" title={t('contradicts')}>
          {contradictions.map((one) => (
            <p>{t(`contradiction_${one}`)}</p>
          ))}
          {standing.undone.map(({ press, by }) => (
            <p>
              {say(press)} {t('undone_by', { name: useName(props, by) })}
            </p>
          ))}
        </Notice>
      )}
    </>
  );
}

function useName({ names }: RowProps, { byPersonId }: DoorEntry): string {
  const t = useWords(dayMessages);
  const locale = useLocale();
  const person = names.get(byPersonId);
  return person ? callName(person, locale) : t.plain('somebody');
}

function useSaid(props: RowProps) {
  const t = useWords(dayMessages);
  const { time } = useFormats();
  return (entry: DoorEntry) => {
    const by = { name: useName(props, entry), time: time(entry.pressedAt) };
    if (entry.press.act !== 'out') return t('said_here', by);
    const who = entry.press.receivedBy === null ? null : props.of.nameOf.get(entry.press.receivedBy);
    return who ? t('said_gone', { ...by, who }) : t('said_gone_other', by);
  };
}
