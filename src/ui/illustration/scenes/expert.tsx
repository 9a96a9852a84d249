import type { VNode } from 'preact';
import { Head } from './head.tsx';
import { Arm, At, BUST, Shape } from './parts.tsx';

const SIDE = 'M-9 23c-14 2-20 10-21 24l-2 60h54l-3-62c-1-13-6-20-19-22-2 5-6 5-9 0z';

/** At a desk: an expert in a wheelchair, somebody with a letter and a question, and one who puts it into words for both. */
export function Expert(): VNode {
  return (
    <>
      <Shape d="M176 14h46q14 0 14 14t-14 14h-20l-10 12v-12h-16q-14 0-14-14t14-14zM178 28h42" of="peach" />
      <Shape d="M262 14h46q14 0 14 14t-14 14h-16v12l-10-12h-20q-14 0-14-14t14-14zM264 28h42" of="mint" />
      <At x={242} y={94}>
        <Shape d={BUST} of="straw" />
        <Head hair="bob" look={-0.3} />
      </At>
      <Asking />
      <Wheelchair />
      <Desk />
      <Arm at="82 141" d="c8 20 20 24 40 22" of="rust" hand="M130 160l16-3" skin="skin-3" />
      <Arm at="392 141" d="c-8 20-20 26-42 24" of="moss" hand="M344 162l-15-1" skin="skin-1" />
      <path d="M12 253h456" />
    </>
  );
}

function Desk(): VNode {
  return (
    <>
      <Shape d="M150 184v69M330 184v69M124 170h234v14h-234z" of="card" />
      <Shape d="M158 172l-8-32 30-6 10 36zM160 148l16-3M162 157l17-3" of="card" />
      <Shape d="M276 158h52v12h-52z" of="rust" />
      <Shape d="M282 146h44v12h-44z" of="moss" />
    </>
  );
}

function Asking(): VNode {
  return (
    <>
      <path d="M42 136v117M42 208h52v45" />
      <Shape d="M52 180h64q14 0 14 14v48h-18v-36h-60z" of="hair" />
      <Shape d="M112 253v-13h14q14 2 14 13z" of="card" />
      <At x={76} y={94}>
        <Shape d={SIDE} of="rust" />
        <Head hair="curls" skin="skin-3" look={0.8} mood="calm" />
      </At>
    </>
  );
}

function Wheelchair(): VNode {
  return (
    <>
      <path d="M446 128h-14v80M432 172h-52" />
      <Shape d="M420 182h-58q-14 0-14 14v40h18v-32h54z" of="line" />
      <Shape d="M366 248v-12h-14q-14 2-16 12z" of="card" />
      <At x={400} y={94} flip>
        <Shape d={SIDE} of="moss" />
      </At>
      <At x={400} y={94}>
        <Head hair="short" of="gray" look={-0.8} glasses />
      </At>
      <path d="M410 179a37 37 0 1 0 .1 0zM410 211a5 5 0 1 0 .1 0zM340 250h26" />
    </>
  );
}
