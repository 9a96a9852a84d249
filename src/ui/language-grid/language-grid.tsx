import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { FieldGroup, type FieldProps, Refusal } from '../fields/field.tsx';
import { uiMessages } from '../messages.ts';

/** What somebody can do in a language, in the order in which it is asked. */
export const SKILLS = ['speak', 'read', 'write', 'phone'] as const;
export type Skill = (typeof SKILLS)[number];

/** How well: not at all, a little, enough for the task, well. */
export const SKILL_LEVELS = ['none', 'a_little', 'yes', 'well'] as const;
export type SkillLevel = (typeof SKILL_LEVELS)[number];

export interface LanguageRow {
  code: string;
  /** In the reader's language. */
  name: ComponentChildren;
  /** The same as plain text, for screen readers. */
  plainName: string;
  /** The language's own name for itself. */
  ownName?: string | undefined;
}

export interface LanguageGridProps extends FieldProps {
  languages: readonly LanguageRow[];
  /** Shown after a press on "more languages"; those with an answer are always in sight. */
  more?: readonly LanguageRow[] | undefined;
  /** The answers so far: `values[code][skill]`. */
  values?: Readonly<Record<string, Partial<Record<Skill, SkillLevel>> | undefined>> | undefined;
  /** Sentences beside a language, by its code. */
  refusals?: Readonly<Record<string, ComponentChildren>> | undefined;
  skills?: readonly Skill[] | undefined;
}

/** Languages × speaking, reading, writing, phone. Each answer is sent as `name.code.skill`. Fits 320 px. */
export function LanguageGrid(props: LanguageGridProps): VNode {
  const words = useWords(uiMessages);
  const answered = (row: LanguageRow) =>
    Object.values(props.values?.[row.code] ?? {}).some((level) => level !== 'none');
  const more = props.more ?? [];
  const inSight = [...props.languages, ...more.filter(answered)];
  const hidden = more.filter((row) => !answered(row));
  return (
    <FieldGroup {...props}>
      <div class="language-grid" id={props.name}>
        {inSight.map((row) => (
          <LanguageAnswers grid={props} row={row} />
        ))}
        {hidden.length > 0 && (
          <details class="language-more">
            <summary>{words('languages_more')}</summary>
            <div class="language-grid">
              {hidden.map((row) => (
                <LanguageAnswers grid={props} row={row} />
              ))}
            </div>
          </details>
        )}
      </div>
    </FieldGroup>
  );
}

function LanguageAnswers(props: { grid: LanguageGridProps; row: LanguageRow }): VNode {
  const { grid, row } = props;
  const refusal = grid.refusals?.[row.code];
  return (
    <fieldset class="language-row">
      <legend>
        {row.name}
        {row.ownName && row.ownName !== row.plainName && (
          <span class="language-own" lang={row.code}>
            {` ${row.ownName}`}
          </span>
        )}
      </legend>
      <Refusal id={`${grid.name}.${row.code}-refusal`}>{refusal}</Refusal>
      <div class="language-skills">
        {(grid.skills ?? SKILLS).map((skill) => (
          <SkillAnswer
            id={`${grid.name}.${row.code}.${skill}`}
            language={row.plainName}
            skill={skill}
            level={grid.values?.[row.code]?.[skill]}
          />
        ))}
      </div>
    </fieldset>
  );
}

function SkillAnswer(props: {
  id: string;
  language: string;
  skill: Skill;
  level: SkillLevel | undefined;
}): VNode {
  const words = useWords(uiMessages);
  const label = words.plain('language_skill', {
    language: props.language,
    skill: words.plain(`skill_${props.skill}`),
  });
  return (
    <div class="language-skill">
      <label for={props.id}>{words(`skill_${props.skill}`)}</label>
      <select class="input" id={props.id} name={props.id} aria-label={label}>
        {SKILL_LEVELS.map((level) => (
          <option value={level} selected={level === (props.level ?? 'none')}>
            {words.plain(`level_${level}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
