import type { OpenedKit } from '../domain/preview/index.js';
import { emptyDraft, isEmpty, withField, type Draft } from './draft.js';
import { element, refill } from './element.js';
import { makeField } from './field.js';
import { forgetDraft, keepDraft, keptDraft, watchDraft } from './keep-draft.js';
import { createDraftPreview } from './preview-draft.js';
import type { Session, View } from './session.js';
import { actionsView } from './views/actions-view.js';
import { eventsView } from './views/events-view.js';
import { formView, type FormView } from './views/form-view.js';
import { problemsView } from './views/problems-view.js';
import { runFacts } from './views/run-facts.js';
import { totalsView } from './views/totals-view.js';
import { uploadView } from './views/upload-view.js';

/** Typing is answered at once, yet not for each of several keys in one moment. */
const REST_MS = 30;

/**
 * Opens one region's form in a place of the page, with the draft that was kept.
 *
 * @returns what lets go of everything it listens to
 */
export function openForm(host: HTMLElement, kit: OpenedKit, region: Session['region']): () => void {
  const owner = { set: kit.set.id, region: region.id };
  const previewDraft = createDraftPreview(kit, region.id);
  let draft: Draft = keptDraft(owner) ?? emptyDraft(kit.set.year);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let form: FormView;

  const session: Session = {
    kit,
    region,
    draft: () => draft,
    type(key, text) {
      draft = withField(draft, key, text);
      keep();
      clearTimeout(timer);
      timer = setTimeout(show, REST_MS);
    },
    change(other) {
      draft = other;
      keep();
      show();
    },
    replace(other) {
      draft = other;
      keep();
      build();
      show();
    },
  };
  const keep = (): void => {
    if (isEmpty(draft)) forgetDraft(owner);
    else keepDraft(owner, draft);
  };
  const formPlace = element('div');
  const facts = element('div', { class: 'on-paper' });
  const tools: readonly View[] = [
    uploadView(session, () => form.book),
    actionsView(session, (isWhole) => {
      isWholePrinted = isWhole;
      print();
    }),
  ];
  const around: readonly View[] = [totalsView(), problemsView(session, () => form.book)];
  let events: View;
  const show = (): void => {
    clearTimeout(timer);
    const shown = previewDraft(draft, form.opened());
    // Cards come first: what is wrong with a field of theirs is shown at it.
    events.update(shown);
    form.update(shown);
    for (const view of [...tools, ...around]) view.update(shown);
  };
  const build = (): void => {
    form = formView(session, show);
    events = eventsView(session, form.book);
    const source = makeField(session, form.book, {
      key: 'source',
      label: '数据来源（各数据另写的除外）',
      placeholder: '如：2015 年统计年报',
    });
    refill(
      formPlace,
      events.node,
      element(
        'div',
        { class: 'labelled whole-source' },
        element('label', { for: source.control.id }, '数据来源（各数据另写的除外）'),
        source.node,
      ),
      form.node,
    );
  };

  let isWholePrinted = true;
  let closeAgain: () => void = () => undefined;
  const beforePrint = (): void => {
    refill(facts, runFacts(session, new Date()));
    closeAgain = isWholePrinted ? form.openAll() : () => undefined;
    show();
  };
  const afterPrint = (): void => {
    closeAgain();
    isWholePrinted = true;
  };
  window.addEventListener('beforeprint', beforePrint);
  window.addEventListener('afterprint', afterPrint);

  build();
  const disclaimer = kit.set.disclaimer;
  refill(
    host,
    facts,
    disclaimer === undefined ? null : element('p', { class: 'disclaimer' }, disclaimer),
    element('div', { class: 'tools' }, ...tools.map(({ node }) => node)),
    ...around.map(({ node }) => node),
    formPlace,
  );
  show();
  // Two windows on one region show one draft: otherwise the one typed in last would undo the other.
  const stopWatching = watchDraft(owner, () => {
    draft = keptDraft(owner) ?? emptyDraft(kit.set.year);
    build();
    show();
  });
  return () => {
    stopWatching();
    clearTimeout(timer);
    window.removeEventListener('beforeprint', beforePrint);
    window.removeEventListener('afterprint', afterPrint);
  };
}
