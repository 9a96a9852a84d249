export { ASSETS_FOLDER, type AssetUrls, assetUrls } from './assets.ts';
export { ActionForm, type ActionFormProps } from './button/action-form.tsx';
export { Button, type ButtonProps } from './button/button.tsx';
export { Card, type CardProps, Heading } from './card/card.tsx';
export { type Column, DataTable, type DataTableProps } from './data-table/data-table.tsx';
export { EmptyState, type EmptyStateProps } from './empty-state/empty-state.tsx';
export {
  Checkbox,
  Checkboxes,
  type Choice,
  ChoiceCards,
  Radios,
  Select,
} from './fields/choices.tsx';
export { Field, FieldGroup, type FieldProps } from './fields/field.tsx';
export { TextArea, TextField } from './fields/text-field.tsx';
export { Actions, Form, type FormProps, HiddenFields } from './form/form.tsx';
export { type FieldRefusal, FormErrors } from './form/form-errors.tsx';
export { Icon, type IconName, Mark } from './icon/icon.tsx';
export { Illustration, type IllustrationName } from './illustration/illustration.tsx';
export { Link, type LinkProps } from './link/link.tsx';
export { Flash, type FlashMessage, Notice, type NoticeProps } from './notice/notice.tsx';
export { renderDocument } from './render.ts';
export { PageHead, Shell, type ShellProps } from './shell/shell.tsx';
export type { MenuLink } from './shell/shell-header.tsx';
export { StatusChip, type Tone } from './status-chip/status-chip.tsx';
export { SummaryList, type SummaryRow } from './summary-list/summary-list.tsx';
