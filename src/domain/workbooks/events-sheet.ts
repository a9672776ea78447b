import type { EventKind, IndicatorSet, Region } from '../indicators/index.js';
import { newEventNumber } from '../metrics/index.js';
import { EVENTS_TABLE } from './event-table.js';
import { tableSheet, type TableSheet } from './table-sheet.js';
import type { Sheet, SheetCell, Validation } from './workbook.js';

/** Rows that are laid out before anybody knows how many events there are. */
const ROWS = 20;

const EFFECTS = { bonus: '加分', penalty: '扣分', veto: '否决或降级' } as const;

/** Dates are shown alike whatever was typed. */
const DATE_FORMAT = 'yyyy-mm-dd';

/**
 * 事项: the table for what happened in a region that adds to its points, takes some off or vetoes.
 *
 * @param known the numbers of the events that will stand in it; a form has room for more
 */
export function eventsSheet(
  set: IndicatorSet,
  region: Region,
  lines: TableSheet['lines'],
  known: readonly string[],
): Sheet {
  const numbers = numbersOf(region, known);
  const rows = numbers.map((_, row) => row);
  const rules = rulesOf(set);
  return tableSheet({
    name: EVENTS_TABLE.sheet,
    title: `${set.title}　加分扣分事项`,
    lines,
    hint: '一行一件；没有的不填。编号已经编好，不用改。类别、级别从下拉列表里选，有哪些、各计多少见「填写说明」。以考核办公室据认定文件登记的为准。',
    columns: EVENTS_TABLE.columns,
    nameHead: EVENTS_TABLE.nameHead,
    rows: rows.map((row) =>
      EVENTS_TABLE.columns.map(({ field }): SheetCell => {
        if (field === 'id') return { look: 'inputCentre', text: numbers[row] };
        if (field === 'occurred' || field === 'found') {
          return { look: 'inputCentre', format: DATE_FORMAT };
        }
        return { look: field === 'level' || field === 'share' ? 'inputCentre' : 'inputText' };
      }),
    ),
    validations: rows.flatMap((row) => rules.map((rule) => ({ ...rule, row }))),
  });
}

function numbersOf(region: Region, known: readonly string[]): readonly string[] {
  const numbers: string[] = [];
  for (let row = 0; row < Math.max(ROWS, known.length + 5); row += 1) {
    numbers.push(known[row] || newEventNumber(region, [...known, ...numbers]));
  }
  return numbers;
}

type Rule = Pick<Validation, 'rule' | 'mayNotApply' | 'prompt'> & { readonly head: string };

function rulesOf(set: IndicatorSet): readonly Rule[] {
  const kinds = [...set.events.values()];
  const levels = [...new Set(kinds.flatMap((kind) => levelsOf(kind).map(([name]) => name)))];
  const dated = {
    rule: { kind: 'date' },
    mayNotApply: false,
    prompt: '写成 2015-03-01。',
  } as const;
  return [
    {
      head: '事项类别',
      rule: { kind: 'list', choices: kinds.map((kind) => kindName(kind, set)) },
      mayNotApply: false,
      prompt: '从列出的类别中选一个。各类别的意思见「填写说明」。',
    },
    ...(levels.length === 0
      ? []
      : [
          {
            head: '级别',
            rule: { kind: 'list', choices: levels } as const,
            mayNotApply: false,
            prompt: `选本类别有的级别：${kinds.flatMap(levelHint).join('；')}。其余不分级别，留空。`,
          },
        ]),
    { head: '发生日期', ...dated },
    { head: '认定日期', ...dated },
    {
      head: '份额',
      rule: { kind: 'number', isWhole: false, min: '0', max: '1' },
      mayNotApply: false,
      prompt: '大于 0、不大于 1，例如一半写 0.5；只有本地区的留空。',
    },
  ];
}

/** Two kinds of one name are told apart by their ids. */
export function kindName({ id, label }: EventKind, { events }: IndicatorSet): string {
  return [...events.values()].filter((kind) => kind.label === label).length === 1 ? label : id;
}

/** The levels of a kind by name, with their points. */
function levelsOf({ points, levels }: EventKind): readonly (readonly [string, string])[] {
  return Object.entries(points).map(([id, value]) => [levels[id] ?? id, value]);
}

function levelHint(kind: EventKind): readonly string[] {
  const names = levelsOf(kind).map(([name]) => name);
  return names.length < 2 ? [] : [`${kind.label}：${names.join('、')}`];
}

/** For the guide: every kind with its levels, what each counts, and what is meant by it. */
export function eventsGuide(set: IndicatorSet): readonly string[] {
  return [...set.events.values()].map((kind, index) => {
    const verb = kind.effect === 'penalty' ? '扣' : '加';
    const levels = levelsOf(kind).map(([name, points]) => `${name}${verb} ${points} 分`);
    const cap = kind.cap === undefined ? '' : `，合计最多 ${kind.cap} 分`;
    const counted = levels.length === 0 ? '' : `：${levels.join('，')}${cap}`;
    const note = kind.note === undefined ? '' : `。${kind.note}`;
    return `　　${String(index + 1)}．${kindName(kind, set)}（${EFFECTS[kind.effect]}）${counted}${note}`;
  });
}
