export { ASSETS_FOLDER, type AssetUrls, assetUrls } from './assets.ts';
export {
  AvailabilityGrid,
  type AvailabilityGridProps,
  type PartOfDay,
  usePartsOfDay,
} from './availability-grid/availability-grid.tsx';
export { ActionForm, type ActionFormProps } from './button/action-form.tsx';
export { Button, type ButtonProps } from './button/button.tsx';
export { CallButton, Calls } from './button/call-button.tsx';
export { ConfirmedButton } from './button/confirmed-button.tsx';
export { Card, type CardProps, Heading } from './card/card.tsx';
export { Columns } from './columns/columns.tsx';
export { Confirmation, type ConfirmationProps } from './confirmation/confirmation.tsx';
export { Conversation, type ConversationMessage } from './conversation/conversation.tsx';
export { type Column, DataTable, type DataTableProps } from './data-table/data-table.tsx';
export { RowTick, TickBar } from './data-table/tick-bar.tsx';
export {
  DateTimeSlots,
  type DateTimeSlotsProps,
  type TypedSlot,
} from './date-time-slots/date-time-slots.tsx';
export { Disclosure } from './disclosure/disclosure.tsx';
export { Each, Once } from './each/each.tsx';
export { EmptyState, type EmptyStateProps } from './empty-state/empty-state.tsx';
export {
  Checkbox,
  Checkboxes,
  type Choice,
  ChoiceCards,
  ForChoice,
  Radios,
  Select,
  SelectOptions,
} from './fields/choices.tsx';
export { Field, FieldGroup, type FieldProps } from './fields/field.tsx';
export { FileField, type FileFieldProps } from './fields/file-field.tsx';
export { PlaceField, type PlaceFieldProps } from './fields/place-field.tsx';
export { TextArea, type TextAreaProps, TextField, type TextFieldProps } from './fields/text-field.tsx';
export { Figures } from './figures/figures.tsx';
export { Actions, FieldRow, Form, type FormProps, HiddenFields, useDraftName } from './form/form.tsx';
export { type FieldRefusal, FormErrors } from './form/form-errors.tsx';
export { Hero } from './hero/hero.tsx';
export { LanguagesLine } from './hero/languages-line.tsx';
export { Icon, type IconName, Mark } from './icon/icon.tsx';
export { Illustration, type IllustrationName } from './illustration/illustration.tsx';
export { LineScene, type LineSceneName, type LineSceneProps } from './illustration/line-scene.tsx';
export {
  LanguageGrid,
  type LanguageGridProps,
  type LanguageRow,
  SKILL_LEVELS,
  SKILLS,
  type Skill,
  type SkillLevel,
} from './language-grid/language-grid.tsx';
export { LeaveQuickly } from './leave/leave.tsx';
export { Link, type LinkProps } from './link/link.tsx';
export { Flash, type FlashMessage, Notice, type NoticeProps } from './notice/notice.tsx';
export { OwnWords } from './own-words/own-words.tsx';
export { Pager, type PagerProps } from './pager/pager.tsx';
export { pagesBehind } from './pager/pages-behind.ts';
export { PersonBadge, type PersonBadgeProps } from './person-badge/person-badge.tsx';
export { PersonName } from './person-name/person-name.tsx';
export { PictureCards, type PictureCardsProps } from './picture-cards/picture-cards.tsx';
export { PictureGrid } from './picture-grid/picture-grid.tsx';
export { Prose } from './prose/prose.tsx';
export { TranslationNote } from './prose/translation-note.tsx';
export { renderDocument, renderPart } from './render.ts';
export { RequestCard, type RequestCardProps, type RequestFact } from './request-card/request-card.tsx';
export { PageHead } from './shell/page-head.tsx';
export { Shell } from './shell/shell.tsx';
export { ShellFooter } from './shell/shell-footer.tsx';
export { Navigation, PersonMenu, PublicLinks, ShellHeader, SignInLink } from './shell/shell-header.tsx';
export type { MenuLink, ShellProps } from './shell/shell-props.ts';
export { StatusChip, type Tone } from './status-chip/status-chip.tsx';
export { Step, type StepProps, Steps, StepsEnd } from './steps/steps.tsx';
export { SummaryList, type SummaryRow } from './summary-list/summary-list.tsx';
export { type Tab, Tabs } from './tabs/tabs.tsx';
export { type Hour, Hours } from './timeline/hours.tsx';
export { Timeline, type TimelineItem } from './timeline/timeline.tsx';
export { type WardCount, WardMap, type WardMapProps } from './ward-map/ward-map.tsx';
export { FirstWords, WorkList, WorkRow, type WorkRowProps } from './work-list/work-list.tsx';
