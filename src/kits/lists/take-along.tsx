import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Actions, Button, Disclosure, Form, Radios } from '../../ui/index.ts';
import { filtersOf, type ListProps } from './define.ts';
import { ENCODINGS, listMessages } from './words.ts';

/** Everything that was found, in all its pages, as a file. */
export function TakeAlong<Row, Filters, Key extends string>(
  props: ListProps<Row, Filters, Key>,
): VNode | null {
  const t = useWords(listMessages);
  const { list, values, form } = props;
  if (!list.exported) return null;
  const filters = filtersOf(list);
  const filled = filters.begin(values);
  return (
    <Disclosure id="take-along" summary={t('take_along')} open={form !== undefined}>
      <Form action={list.exported.path()} label={t.plain('take_along')}>
        {filters.fields.flatMap(({ name }) =>
          filled.values(name).map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <Radios
          name="encoding"
          label={t('encoding')}
          hint={t('take_along_hint')}
          refusal={form?.refusalOf('encoding')}
          value={form?.value('encoding') || 'utf-8'}
          choices={ENCODINGS.map((value) => ({
            value,
            label: t(`encoding_${value.replace('-', '_')}` as 'encoding_utf_8'),
          }))}
        />
        <Actions>
          <Button>{t('save_file')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
