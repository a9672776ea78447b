const FIELDS = 'input:not([type=checkbox]):not(:disabled), select:not(:disabled)';

/**
 * Enter and the down key go to the next field, the up key to the one before, as in a spreadsheet;
 * a list of choices keeps its own up and down. Esc closes the derivation in which one stands.
 */
export function moveByKeys(form: HTMLElement): void {
  form.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.isComposing || !(target instanceof HTMLElement)) return;
    if (event.key === 'Escape') {
      const section = target.closest('.indicator');
      const derivation = section?.querySelector('details') ?? null;
      if (derivation?.open !== true) return;
      derivation.open = false;
      if (derivation.contains(target)) derivation.querySelector('summary')?.focus();
      event.preventDefault();
      return;
    }
    if (!target.matches(FIELDS)) return;
    const isSelect = target instanceof HTMLSelectElement;
    const step =
      event.key === 'Enter'
        ? event.shiftKey
          ? -1
          : 1
        : isSelect
          ? 0
          : event.key === 'ArrowDown'
            ? 1
            : event.key === 'ArrowUp'
              ? -1
              : 0;
    if (step === 0) return;
    const fields = [...form.querySelectorAll<HTMLElement>(FIELDS)].filter(
      (field) => field.offsetParent !== null,
    );
    const next = fields[fields.indexOf(target) + step];
    event.preventDefault();
    next?.focus();
    if (next instanceof HTMLInputElement) next.select();
  });
}
