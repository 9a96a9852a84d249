import type { VNode } from 'preact';
import { saySpotSetting, spotSetting, spotSettingName } from '../../modules/spot/index.ts';
import type { AuditLine } from '../../platform/audit/read.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import type { Words } from '../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { PUBLIC_TEXT_NAMES, publicTextsSetting } from '../../platform/settings/public-texts.ts';
import { fieldKey, languageKey, settingsMessages } from './words.ts';

/** Values of a setting by name, as the audit keeps them. */
export type Values = Readonly<Record<string, unknown>>;

/** One thing that a change changed, from what to what. */
interface Changed {
  readonly name: string;
  /** Absent in entries from before values were kept. */
  readonly was?: unknown;
  readonly becomes?: unknown;
}

/** The values that an entry keeps under a name; null where it keeps none. */
export function valuesIn(line: AuditLine, name: 'was' | 'becomes'): Values | null {
  const kept = line.detail[name];
  return typeof kept === 'string' ? (JSON.parse(kept) as Values) : null;
}

/** What a change changed, each from what to what: nothing where the entry names nothing, as for a helpline. */
export function ChangedValues(props: { line: AuditLine; back?: true }): VNode | null {
  const t = useWords(settingsMessages);
  const locale = useLocale();
  const setting = props.line.objectId ?? '';
  const said = listChanged(props.line).flatMap((one) => {
    const name = sayName(setting, one.name, locale);
    if (name === undefined) return [];
    if (!('was' in one)) return <li>{name}</li>;
    const [was, becomes] = props.back ? [one.becomes, one.was] : [one.was, one.becomes];
    const values = {
      was: sayValue(setting, one.name, was, locale),
      becomes: sayValue(setting, one.name, becomes, locale),
    };
    return <li>{t('from_to', { name, ...values })}</li>;
  });
  return said.length > 0 ? <ul>{said}</ul> : null;
}

function listChanged(line: AuditLine): Changed[] {
  const [was, becomes] = [valuesIn(line, 'was'), valuesIn(line, 'becomes')];
  const names = String(line.detail['changed'] ?? '').split(', ');
  if (!was || !becomes) return names.map((name) => ({ name }));
  if (line.objectId !== publicTextsSetting.subject)
    return names.map((name) => ({ name, was: was[name], becomes: becomes[name] }));
  return names.flatMap((language) => {
    const [before, after] = [was[language] as Values, becomes[language] as Values];
    const texts = PUBLIC_TEXT_NAMES.filter((text) => before[text] !== after[text]);
    return texts.map((text) => ({ name: `${language} ${text}`, was: before[text], becomes: after[text] }));
  });
}

function sayName(setting: string, name: string, locale: Locale): string | undefined {
  if (setting === spotSetting.subject) return spotSettingName(name, locale);
  const t = settingsMessages.in(locale);
  if (setting === publicTextsSetting.subject) {
    const [language = '', text] = name.split(' ');
    const inLanguage = settingsMessages.has(languageKey(language))
      ? t.plain(languageKey(language))
      : language;
    return text
      ? t.plain('text_in_language', { text: t.plain(fieldKey(text)), language: inLanguage })
      : inLanguage;
  }
  return settingsMessages.has(fieldKey(name)) ? t.plain(fieldKey(name)) : undefined;
}

function sayValue(setting: string, name: string, value: unknown, locale: Locale): Words {
  if (setting === spotSetting.subject) return saySpotSetting(name, value, locale);
  return String(value ?? '') || settingsMessages.in(locale).plain('empty_value');
}
