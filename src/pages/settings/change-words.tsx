import type { VNode } from 'preact';
import { Changes } from '../../kits/forms/index.ts';
import type { AuditLine } from '../../platform/audit/read.ts';
import { useLocale } from '../../platform/languages/reading.tsx';
import type { SettingsPlace } from '../../platform/parts/settings-place.ts';

/** Values of a setting by name, as the audit keeps them. */
export type Values = Readonly<Record<string, unknown>>;

/** The values that an entry keeps under a name; null where it keeps none. */
export function valuesIn(line: AuditLine, name: 'was' | 'becomes'): Values | null {
  const kept = line.detail[name];
  return typeof kept === 'string' ? (JSON.parse(kept) as Values) : null;
}

/** The place whose history a change stands in. */
export function placeOf(line: AuditLine, places: readonly SettingsPlace[]): SettingsPlace | undefined {
  return places.find(
    ({ changes }) =>
      changes.kind === line.objectKind && (changes.id === undefined || changes.id === line.objectId),
  );
}

/** What a change changed, each from what to what: nothing where the entry names nothing, as for a helpline. */
export function ChangedValues(props: {
  readonly line: AuditLine;
  readonly place: SettingsPlace | undefined;
  readonly back?: true;
}): VNode | null {
  const locale = useLocale();
  const { line, back } = props;
  const setting = props.place?.setting;
  if (!setting) return null;
  const [was, becomes] = [valuesIn(line, 'was'), valuesIn(line, 'becomes')];
  if (was && becomes) {
    const changes = back
      ? setting.sayChanges(becomes, was, locale)
      : setting.sayChanges(was, becomes, locale);
    return changes.length > 0 ? <Changes changes={changes} /> : null;
  }
  // Entries from before values were kept.
  const names = String(line.detail['changed'] ?? '').split(', ');
  const said = names.flatMap((name) => setting.sayName(name, locale) ?? []);
  return said.length > 0 ? (
    <ul>
      {said.map((name) => (
        <li>{name}</li>
      ))}
    </ul>
  ) : null;
}
