import { fieldText } from './draft.js';
import { element } from './element.js';
import type { FieldFault } from './preview-draft.js';
import type { Session } from './session.js';

/** How a field looks and what it takes. */
export interface FieldLook {
  readonly key: string;
  /** What a screen reader says; the visible label may stand in the head of a column. */
  readonly label: string;
  readonly isNumber?: boolean;
  readonly placeholder?: string;
  /** Choices by code; a blank one stands before them. */
  readonly choices?: ReadonlyMap<string, string>;
  /** The code of a choice that a file calls by another name than the one that is shown. */
  readonly code?: (text: string) => string | undefined;
}

/** The fields of a form by their keys. */
export type FieldBook = Map<string, Field>;

/** One field with its place for a fault. */
export interface Field {
  readonly label: string;
  readonly node: HTMLElement;
  readonly control: HTMLInputElement | HTMLSelectElement;
  /** Shows a fault at the field, or that there is none. */
  show(fault: FieldFault | undefined): void;
}

/** Makes a field and enters it in the book. */
export function makeField(session: Session, book: FieldBook, look: FieldLook): Field {
  const text = fieldText(session.draft(), look.key);
  const id = `field-${look.key}`;
  const error = element('p', { class: 'fault', id: `${id}-fault`, hidden: true });
  const control = look.choices === undefined ? input(look, id) : select(look, id, text);
  control.value = codeOf(look, text);
  control.addEventListener('input', () => session.type(look.key, control.value));
  const node = element('div', { class: 'field' }, control, error);
  const field: Field = {
    label: look.label,
    node,
    control,
    show(fault) {
      // Paper shows the text whole, which a field cuts off.
      node.dataset['text'] = writtenIn(control);
      error.hidden = fault === undefined;
      error.textContent = fault === undefined ? '' : `${fault.what}${fault.todo}`;
      if (fault === undefined) {
        control.removeAttribute('aria-invalid');
        control.removeAttribute('aria-describedby');
      } else {
        control.setAttribute('aria-invalid', 'true');
        control.setAttribute('aria-describedby', error.id);
      }
    },
  };
  book.set(look.key, field);
  return field;
}

function input(look: FieldLook, id: string): HTMLInputElement {
  return element('input', {
    id,
    type: 'text',
    class: look.isNumber === true ? 'number' : 'words',
    inputmode: look.isNumber === true ? 'decimal' : undefined,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': look.label,
    placeholder: look.placeholder,
  });
}

function select(look: FieldLook, id: string, text: string): HTMLSelectElement {
  const choices = look.choices ?? new Map<string, string>();
  const isKnown = text === '' || choices.has(codeOf(look, text));
  return element(
    'select',
    { id, 'aria-label': look.label },
    element('option', { value: '' }, '（未填）'),
    ...[...choices].map(([code, name]) => element('option', { value: code }, name)),
    // What a file said stays to be seen, with its fault.
    isKnown ? null : element('option', { value: text }, text),
  );
}

function writtenIn(control: HTMLInputElement | HTMLSelectElement): string {
  if (control instanceof HTMLInputElement || control.value === '') return control.value;
  return control.selectedOptions[0]?.text ?? control.value;
}

/** A file may name a choice where the form keeps its code. */
function codeOf({ choices, code }: FieldLook, text: string): string {
  if (choices === undefined || choices.has(text)) return text;
  const plain = text.trim();
  return code?.(plain) ?? [...choices].find(([, name]) => name === plain)?.[0] ?? text;
}
