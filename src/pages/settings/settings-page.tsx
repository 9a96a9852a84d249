import type { VNode } from 'preact';
import type { AuditLine } from '../../platform/audit/read.ts';
import { readingSetting } from '../../platform/audit/reading/rules.ts';
import { machineTime } from '../../platform/clock.ts';
import type { Words } from '../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import { Card, EmptyState, Heading, Link, PageHead, StatusChip, Timeline } from '../../ui/index.ts';
import { ChangedValues } from './change-words.tsx';
import { settingsMessages } from './words.ts';

interface SettingsProps {
  readonly changes: readonly AuditLine[];
  /** Entries of the changes that can be taken back. */
  readonly undoable: ReadonlySet<AuditLine['id']>;
  readonly names: ReadonlyMap<string, string>;
  readonly helplinesToCheck: number;
  /** How much of what the house watches needs an administrator. */
  readonly watchNeeds: number;
}

const PLACES = [
  ['/settings/organization', 'organization'],
  ['/settings/texts', 'texts'],
  ['/desk/settings', 'spot'],
  ['/trust/policy', 'policy'],
  ['/helplines', 'helplines'],
  ['/settings/watch', 'watch'],
] as const;

/** What an administrator can set, where, and who changed what lately. */
export function SettingsPage(props: SettingsProps): VNode {
  const t = useWords(settingsMessages);
  return (
    <>
      <PageHead title={t('settings_title')} lead={t('settings_lead')} />
      <div class="tiles">
        {PLACES.map(([href, name]) => (
          <Card
            level={2}
            title={<Link href={href}>{t(`${name}_title`)}</Link>}
            aside={<ToDo name={name} {...props} />}
          >
            <p>{t(`${name}_what`)}</p>
          </Card>
        ))}
      </div>
      <section class="stack">
        <Heading level={2}>{t('changes_title')}</Heading>
        <Changes {...props} />
      </section>
    </>
  );
}

/** What waits behind a tile, if anything does. */
function ToDo(props: SettingsProps & { name: (typeof PLACES)[number][1] }): VNode | null {
  const t = useWords(settingsMessages);
  if (props.name === 'helplines' && props.helplinesToCheck > 0)
    return <StatusChip tone="notice">{t('lines_to_check', { count: props.helplinesToCheck })}</StatusChip>;
  if (props.name === 'watch' && props.watchNeeds > 0)
    return <StatusChip tone="danger">{t('watch_needs_you', { count: props.watchNeeds })}</StatusChip>;
  return null;
}

function Changes({ changes, names, undoable }: SettingsProps): VNode {
  const t = useWords(settingsMessages);
  const formats = useFormats();
  if (changes.length === 0) {
    return (
      <EmptyState title={t('no_changes')} level={3}>
        {t('no_changes_text')}
      </EmptyState>
    );
  }
  return (
    <Timeline
      items={changes.map((line) => ({
        at: machineTime(line.at),
        icon: 'change',
        title: sayPlace(t, line),
        when: t('changed_by', {
          name: (line.actorId && names.get(line.actorId)) || t.plain('the_program'),
          when: formats.dayTime(line.at),
        }),
        children: (
          <>
            <ChangedValues line={line} />
            {undoable.has(line.id) && (
              <Link href={`/settings/changes/${line.id}`} apart={formats.dayTime(line.at)}>
                {t('undo_this')}
              </Link>
            )}
          </>
        ),
      }))}
    />
  );
}

type Say = ReturnType<typeof settingsMessages.in>;

function sayPlace(t: Say, { objectKind, objectId }: AuditLine): Words {
  if (objectKind === 'trust.policy') return t('policy_title');
  if (objectKind === 'safety.helpline') return t('changed_helpline', { number: objectId ?? '' });
  if (objectId === 'organization') return t('organization_title');
  if (objectId === readingSetting.subject) return t('watch_title');
  return objectId === 'public-texts' ? t('texts_title') : t('spot_title');
}
