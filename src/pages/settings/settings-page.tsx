import type { VNode } from 'preact';
import type { AuditLine } from '../../platform/audit/read.ts';
import { machineTime } from '../../platform/clock.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import type { Words } from '../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../platform/languages/reading.tsx';
import type { SaidValue, SettingsPlace } from '../../platform/parts/settings-place.ts';
import {
  Card,
  EmptyState,
  Heading,
  Link,
  PageHead,
  StatusChip,
  SummaryList,
  Timeline,
} from '../../ui/index.ts';
import { pagesPaths } from '../paths.ts';
import { ChangedValues, placeOf } from './change-words.tsx';
import { settingsMessages } from './words.ts';

interface SettingsProps {
  readonly places: readonly (SettingsPlace & {
    readonly waits: Awaited<ReturnType<NonNullable<SettingsPlace['waiting']>>>;
    readonly values: readonly SaidValue[];
  })[];
  readonly changes: readonly AuditLine[];
  /** Entries of the changes that can be taken back. */
  readonly undoable: ReadonlySet<AuditLine['id']>;
  readonly names: ReadonlyMap<string, string>;
}

/** What an administrator can set, where, how it is set now, and who changed what lately. */
export function SettingsPage(props: SettingsProps): VNode {
  const t = useWords(settingsMessages);
  const locale = useLocale();
  return (
    <>
      <PageHead title={t('settings_title')} lead={t('settings_lead')} />
      <div class="tiles">
        {props.places.map(({ href, title, what, waits, values }) => (
          <Card
            level={2}
            title={<Link href={href}>{title(locale)}</Link>}
            aside={waits && <StatusChip tone={waits.tone}>{waits.words(locale)}</StatusChip>}
          >
            <p>{what(locale)}</p>
            {values.length > 0 && (
              <SummaryList rows={values.map(({ name, value }) => ({ label: name, value }))} />
            )}
          </Card>
        ))}
      </div>
      <section class="stack">
        <Heading level={2}>{t('changes_title')}</Heading>
        <LatestChanges {...props} />
      </section>
    </>
  );
}

function LatestChanges({ places, changes, names, undoable }: SettingsProps): VNode {
  const t = useWords(settingsMessages);
  const locale = useLocale();
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
        title: sayChange(line, places, locale),
        when: t('changed_by', {
          name: (line.actorId && names.get(line.actorId)) || t.plain('the_program'),
          when: formats.dayTime(line.at),
        }),
        children: (
          <>
            <ChangedValues line={line} place={placeOf(line, places)} />
            {undoable.has(line.id) && (
              <Link
                href={pagesPaths.settingsChange({ number: String(line.id) })}
                apart={formats.dayTime(line.at)}
              >
                {t('undo_this')}
              </Link>
            )}
          </>
        ),
      }))}
    />
  );
}

function sayChange(line: AuditLine, places: readonly SettingsPlace[], locale: Locale): Words {
  const place = placeOf(line, places);
  return place?.sayChange?.(line.objectId ?? '', locale) ?? place?.title(locale) ?? '';
}
