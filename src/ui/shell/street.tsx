import type { VNode } from 'preact';

/** A street of neighbors' houses above the foot of every page; two of the doors are ours. */
export function Street(): VNode {
  return (
    <svg class="street" viewBox="0 0 640 72" aria-hidden="true">
      <path d="M0 71h640M14 71V40l26-20 26 20v31M30 71V52h14v19M54 48v.01M88 71V30h44v41M98 40h8v8h-8ZM116 40h8v8h-8ZM102 71V57h14v14M158 71V46l34-24 34 24v25M172 52h10v8h-10ZM202 71V52h14v19M420 71V44l30-22 30 22v27M436 71V53h14v18M460 50h8v8h-8ZM506 71V26h52v45M516 36h10v9h-10ZM538 36h10v9h-10ZM516 53h10v9h-10ZM538 71V53h10v18M578 71V46l24-18 24 18v25M594 71V55h14v16" />
      <path d="M246 71c0-8-8-10-8-20a12 12 0 0 1 24 0c0 10-8 12-8 20M396 71c0-6-7-9-7-17a11 11 0 0 1 22 0c0 8-7 11-7 17" />
      <path d="M272 71V34l50-24 50 24v37" />
      <path class="street-green" d="M297 71V49a9 9 0 0 1 9-9h3a9 9 0 0 1 9 9v22Z" />
      <path class="street-kaki" d="M326 71V49a9 9 0 0 1 9-9h3a9 9 0 0 1 9 9v22Z" />
    </svg>
  );
}
