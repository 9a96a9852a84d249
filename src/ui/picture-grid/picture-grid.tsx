import type { ComponentChildren, VNode } from 'preact';
import { Illustration, type IllustrationName } from '../illustration/illustration.tsx';

/** Things at a glance, each a line drawing with its name and a line of examples. */
export function PictureGrid(props: {
  items: readonly {
    picture: IllustrationName;
    title: ComponentChildren;
    text?: ComponentChildren | undefined;
  }[];
}): VNode {
  return (
    <ul class="picture-grid">
      {props.items.map(({ picture, title, text }) => (
        <li>
          <Illustration name={picture} />
          <div>
            <p class="picture-title">{title}</p>
            {text && <p class="quiet">{text}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
