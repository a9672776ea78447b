import type { IndicatorNode } from '../../domain/indicators/indicator-set.js';
import { explainEvent, type EventResult } from '../../domain/scoring/index.js';
import { button, element, goTo, refill } from '../element.js';
import type { DraftPreview } from '../preview-draft.js';
import type { Session } from '../session.js';

/** What an event does, in words. */
export const EFFECTS = { bonus: '加分', penalty: '扣分', veto: '否决' } as const;

/** Where an event's outcome is shown. */
interface Place {
  readonly points: HTMLElement;
  readonly why: HTMLElement;
  /** How the keys of the event's fields begin. */
  readonly prefix: string;
}

/** Shows what an event counts, and the step of the derivation that says why. */
export function showOutcome(
  { kit }: Session,
  { preview, data, faults }: DraftPreview,
  id: string,
  { points, why, prefix }: Place,
): void {
  const isWrong = faults.some(({ key }) => key?.startsWith(prefix) === true);
  const result = preview.events.find((one) => one.id === id);
  if (isWrong || result === undefined) {
    points.textContent = isWrong ? '有误，未计' : '未填';
    points.className = `points ${isWrong ? 'wrong' : 'pending'}`;
    refill(why);
    return;
  }
  const target = kit.set.nodes.get(kit.set.events.get(result.kind)?.target ?? '');
  const standing = preview.indicators.find((one) => one.id === target?.id);
  // What has no points yet can neither lose nor gain any.
  const isWaiting = result.reason === 'floor' && standing?.status === 'pending';
  const { text, mood } = isWaiting ? WAITING : outcomeOf(result);
  points.textContent = text;
  points.className = `points ${mood}`;
  const record = data.events.find((one) => one.id === id);
  const shown = isWaiting ? { ...result, reason: 'full' as const } : result;
  const step = explainEvent(kit.set, shown, record);
  const outcome = isWaiting ? '所记的指标还没有得分，得分后再计' : step.result;
  const numbers = [step.numbers, outcome === null ? null : `＝ ${outcome}`];
  refill(
    why,
    element('p', { class: 'in-words' }, step.words),
    element(
      'p',
      { class: 'in-numbers' },
      numbers.filter((part) => part !== null).join(' '),
      target === undefined ? null : linkTo(target),
    ),
  );
}

const WAITING = { text: '待定', mood: 'pending' };

function outcomeOf({ effect, counted, reason }: EventResult): {
  readonly text: string;
  readonly mood: string;
} {
  const isCounted = reason === 'full' || counted !== '0';
  const mood = isCounted ? 'scored' : 'not-applicable';
  if (effect === 'veto') return { text: isCounted ? EFFECTS.veto : '不计', mood };
  return { text: `${effect === 'bonus' ? '加' : '扣'} ${counted} 分`, mood };
}

function linkTo({ id, number, label }: IndicatorNode): HTMLElement {
  return button(`记在 ${number} ${label}`, { class: 'link' }, () => {
    const at = document.querySelector<HTMLElement>(`[id="indicator-${id}"] summary`);
    if (at !== null) goTo(at);
  });
}
