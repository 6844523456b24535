import { useEffect, useRef, useState } from 'preact/hooks';
import { kindMessages } from '../../i18n/kind-messages.ts';
import type { AskedItem, AskedOrder } from '../../quiz-engine/asked/asked-question.ts';
import type { KindProps } from './kind-props.ts';
import { moved } from './moved.ts';
import { orderOf, type Told } from './quiz-model.ts';
import { Why } from './Why.tsx';

type Props = KindProps<AskedOrder>;

/** Steps to put in order: with buttons, with the arrow keys on them, or dragged. */
export function OrderQuestion(props: Props) {
  const { question, lang, response, respond, told, locked, stem } = props;
  const words = kindMessages[lang];
  const order = orderOf(question, response);
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const focus = useRef<string | null>(null);
  // A drag goes on over several renders: it asks for the order as it is then.
  const latest = useRef(order);
  latest.current = order;
  // Moving a node takes the focus from the button in it: it is given back.
  useEffect(() => {
    if (focus.current !== null) list.current?.querySelector<HTMLElement>(`[data-move="${focus.current}"]`)?.focus();
    focus.current = null;
  });
  const move = (id: string, by: number, button: string | null) => {
    const from = latest.current.indexOf(id);
    const next = moved(latest.current, from, from + by);
    if (locked || next[from] === id) return;
    focus.current = button;
    setSaid(words.movedTo(from + by + 1, order.length));
    respond(next);
  };
  if (told?.isOver) return <RightOrder {...props} told={told} given={order} />;
  return (
    <>
      <p class="small faint how">{words.orderHow}</p>
      <ol class="steps" ref={list} aria-labelledby={stem}>
        {order.map((id, place) => {
          const step = question.steps.find((each) => each.id === id) as AskedItem;
          const right = told?.verdict.items.find((item) => item.id === id)?.right;
          const mark = right === undefined ? '' : right ? 'right' : 'wrong';
          const text = `${stem}-${id}`;
          const button = (name: 'up' | 'down', by: number, off: boolean) => (
            <button
              class="btn icon"
              type="button"
              data-move={`${id}-${name}`}
              id={`${text}-${name}`}
              aria-label={name === 'up' ? words.moveUp : words.moveDown}
              aria-labelledby={`${text}-${name} ${text}`}
              aria-disabled={off || locked || undefined}
              onClick={() => move(id, by, `${id}-${name}`)}
              onKeyDown={(event) => {
                const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
                if (step === 0) return;
                event.preventDefault();
                move(id, step, `${id}-${name}`);
              }}
            >
              <svg class="i" viewBox="0 0 20 20" aria-hidden="true">
                <path d={name === 'up' ? 'M5 12l5-5 5 5' : 'M5 8l5 5 5-5'} />
              </svg>
            </button>
          );
          return (
            <li class={`opt step ${mark}`} key={id} data-step={id}>
              <span
                class="key grab"
                aria-hidden="true"
                title={words.drag}
                onPointerDown={(event) => {
                  if (!locked) drag(event, list.current, (to) => move(id, to - latest.current.indexOf(id), null));
                }}
              >
                {place + 1}
              </span>
              <span class="t" id={text} dangerouslySetInnerHTML={{ __html: step.html }} />
              <span class="moves">
                {button('up', -1, place === 0)}
                {button('down', 1, place === order.length - 1)}
              </span>
              {mark !== '' && <span class="verdict">{mark === 'right' ? words.rightPlace : words.wrongPlace}</span>}
            </li>
          );
        })}
      </ol>
      <p class="vh" aria-live="polite">
        {said}
      </p>
    </>
  );
}

/** The right order with its reasons; each step that stood elsewhere says where. */
function RightOrder({ question, lang, told, given, stem }: Props & { told: Told; given: string[] }) {
  const words = kindMessages[lang];
  const right = told.key.grading?.kind === 'order' ? told.key.grading.steps : given;
  return (
    <ol class="steps" aria-labelledby={stem}>
      {right.map((id, place) => {
        const was = given.indexOf(id);
        return (
          <li class={`opt step ${was === place ? 'right' : 'missed'}`} key={id}>
            <span class="key" aria-hidden="true">
              {place + 1}
            </span>
            <span
              class="t"
              dangerouslySetInnerHTML={{ __html: question.steps.find((each) => each.id === id)?.html ?? '' }}
            />
            <span class="verdict">{was === place ? words.rightPlace : words.wasPlace(was + 1)}</span>
            <Why html={told.key.whyHtml[id]} />
          </li>
        );
      })}
    </ol>
  );
}

/** Follows the pointer and says over which place it is, until it is let go. */
function drag(event: PointerEvent, list: HTMLElement | null, over: (place: number) => void): void {
  const handle = event.currentTarget as HTMLElement;
  if (list === null) return;
  event.preventDefault();
  // The list holds the pointer, not the handle: a node that moves loses it.
  list.setPointerCapture(event.pointerId);
  const follow = (move: PointerEvent) => {
    const steps = [...list.children];
    const from = steps.indexOf(handle.closest('li') as Element);
    const boxes = steps.map((step) => step.getBoundingClientRect());
    const to = boxes.findIndex(({ top, bottom }) => move.clientY >= top && move.clientY <= bottom);
    const box = boxes[to];
    if (box === undefined || to === from) return;
    // Past the middle only, or steps of different heights would change places to and fro.
    const middle = (box.top + box.bottom) / 2;
    if (to > from ? move.clientY > middle : move.clientY < middle) over(to);
  };
  list.addEventListener('pointermove', follow);
  const end = () => list.removeEventListener('pointermove', follow);
  list.addEventListener('lostpointercapture', end, { once: true });
}
