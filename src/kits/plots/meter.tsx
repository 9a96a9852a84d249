import type { ComponentChildren, VNode } from 'preact';
import { useId } from '../../platform/languages/draw.ts';
import { localeFacts } from '../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { plotMessages } from './words.ts';

export interface MeterProps {
  label: ComponentChildren;
  value: number;
  max: number;
  /** The figures in words: "32 of 50 supporters". */
  figures: ComponentChildren;
}

/** How far something has come towards its goal: words, figures, and a bar that repeats them. */
export function Meter(props: MeterProps): VNode {
  const id = useId();
  const words = useWords(plotMessages);
  const { tag } = localeFacts[useLocale()];
  // Rounded down: a hundredth is told when it is reached, the whole above all.
  const share = props.max > 0 ? Math.min(Math.floor((props.value * 100) / props.max), 100) / 100 : 0;
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }).format(share);
  return (
    <div class="meter">
      <p class="meter-label" id={id}>
        {props.label}
      </p>
      <p class="meter-figures">{props.figures}</p>
      <meter min={0} max={props.max} value={props.value} aria-labelledby={id}>
        {percent}
      </meter>
      <p class="meter-percent">{words('of_goal', { percent })}</p>
    </div>
  );
}
