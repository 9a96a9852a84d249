import type { VNode } from 'preact';
import { FormsSample } from '../../kits/forms/index.ts';
import { ListsSample } from '../../kits/lists/index.ts';
import { PapersSample } from '../../kits/papers/index.ts';
import { PlotsSample } from '../../kits/plots/index.ts';
import { QuestionsSample } from '../../kits/questionnaires/index.ts';
import { ScenesSample } from '../../kits/scenes/index.ts';
import { SlotsSample } from '../../kits/slots/index.ts';

/** What the kits show of themselves in the style guide. */
export function KitSamples(): VNode {
  return (
    <>
      <FormsSample />
      <QuestionsSample />
      <ListsSample />
      <ScenesSample />
      <SlotsSample />
      <PapersSample />
      <PlotsSample />
    </>
  );
}
