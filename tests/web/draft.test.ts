import { describe, expect, it } from 'vitest';
import { csvDataSource } from '../../src/adapters/csv/csv-data-source.js';
import { readYearData, type DataFile } from '../../src/domain/metrics/index.js';
import { inputRecords, ownSet, statedFigures } from '../../src/domain/preview/index.js';
import {
  emptyDraft,
  fieldKey,
  fieldKeyIn,
  fieldText,
  isEmpty,
  toInput,
  withField,
  withInput,
  type Draft,
} from '../../src/web/draft.js';
import { newEvent } from '../../src/web/draft-events.js';
import { figuresTables } from '../../src/web/figures-csv.js';
import { shortNumber } from '../../src/web/words.js';
import { sampleYear } from '../domain/preview/sample-year.js';

const FILLED: Draft = [
  ['source', '统计年报, 2015'],
  ['metrics/2015/mfg_sampled/value', '512'],
  ['metrics/2014/mfg_sampled/value', '476'],
  ['metrics/2015/mfg_passed/value', '0'],
  ['metrics/2015/agri_sampled/status', '不适用'],
  ['metrics/2015/agri_sampled/reason', '未开展"例行监测"'],
  ['targets/mfg_rate/value', '93'],
  ['self/brand/points', '3.3'],
  ['self/brand/reason', '=SUM(A1)'],
].reduce((draft, [key = '', text = '']) => withField(draft, key, text), emptyDraft('2015'));

describe('a draft', () => {
  it('becomes the input of the interface and comes back from it', () => {
    expect(withInput(emptyDraft('2015'), toInput(FILLED))).toEqual(FILLED);
  });

  it('forgets a field that is blanked, so that a blank stays missing and is never 0', () => {
    const key = 'metrics/2015/mfg_sampled/value';
    const blanked = withField(withField(emptyDraft('2015'), key, '0'), key, ' ');
    expect(isEmpty(blanked)).toBe(true);
    expect(withField(emptyDraft('2015'), key, '0').fields[key]).toBe('0');
  });

  it('finds the field of a number that is named by its key alone', () => {
    expect(fieldKey(['metrics', '2015', 'mfg_passed'])).toBe('metrics/2015/mfg_passed/value');
    expect(fieldKey(['self', 'brand'])).toBe('self/brand/points');
    expect(fieldKey(['self', 'brand', 'date'])).toBe('self/brand/date');
  });

  it('lays a file over what was typed: its fields count, all others stay', () => {
    const input = { metrics: { '2015': { mfg_sampled: '600' } } };
    const merged = withInput(FILLED, input);
    expect(merged.fields['metrics/2015/mfg_sampled/value']).toBe('600');
    expect(merged.fields['self/brand/points']).toBe('3.3');
  });
});

const HAIDONG = { id: 'haidong', code: '630200' };

/** A draft with one event that is typed and one that is only begun. */
function withTyped(): Draft {
  const added = [1, 2].reduce<Draft>(
    (draft) => ({ ...draft, events: [...draft.events, newEvent(draft.events, HAIDONG)] }),
    FILLED,
  );
  return [
    ['events/e1/kind', 'quality_award'],
    ['events/e1/level', '省级'],
    ['events/e1/occurred', '2015-03-20'],
    ['events/e1/summary', '=某企业获奖'],
  ].reduce((draft, [key = '', text = '']) => withField(draft, key, text), added);
}

describe('an event', () => {
  it('that was only begun says nothing, and does not keep a draft from being empty', () => {
    expect(toInput(withTyped()).events?.map(({ kind }) => kind)).toEqual(['quality_award']);
    const begun = { ...emptyDraft('2015'), events: [newEvent([], HAIDONG)] };
    expect(isEmpty(begun)).toBe(true);
  });

  it('keeps its field whatever comes and goes before it', () => {
    const draft = withTyped();
    const later = withField(draft, 'events/e2/kind', 'late_report');
    const [first] = later.events;
    const without = { ...later, events: later.events.slice(1) };
    expect(first?.fields.summary).toBe('=某企业获奖');
    expect(fieldText(without, 'events/e2/kind')).toBe('late_report');
    expect(fieldKeyIn(without, toInput(without), ['events', 0, 'level'])).toBe('events/e2/level');
    expect(fieldKeyIn(without, toInput(without), ['events', 0])).toBe('events/e2/kind');
    expect(newEvent(without.events, HAIDONG).key).toBe('e3');
  });

  it('has a number that no event of a file nor another region has', () => {
    const input = { events: [{ id: '630200-02', kind: 'model_city' }] };
    const { events } = withInput(emptyDraft('2015'), input);
    const [first, second] = [
      newEvent(events, HAIDONG),
      newEvent(events, { ...HAIDONG, code: undefined }),
    ];
    expect([first.fields.id, second.fields.id]).toEqual(['630200-01', 'haidong-01']);
    expect(newEvent([...events, first], HAIDONG).fields.id).toBe('630200-03');
  });

  it('of a file stands beside those that were typed; the same number is the same event', () => {
    const input = { events: [{ id: 'e2015_01', kind: 'model_city' }] };
    const once = withInput(withTyped(), input);
    const twice = withInput(once, { events: [{ id: 'e2015_01', kind: 'late_report' }] });
    expect(twice.events.map(({ fields }) => fields.kind)).toEqual([
      'quality_award',
      '',
      'late_report',
    ]);
  });
});

describe('figures that are taken away', () => {
  it('come as CSV with a BOM, and no cell of them starts a formula', () => {
    const risky = ['+1+cmd|A0', '-2+3', '＝1+1'].reduce(
      (draft, text, index) =>
        withField(draft, `events/e1/${['matter', 'document', 'authority'][index] ?? ''}`, text),
      withTyped(),
    );
    const tables = figuresTables(risky, 'haidong');
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['填报数据', 4],
      ['目标备案', 1],
      ['自评', 1],
      ['加分扣分事项', 1],
    ]);
    for (const { text } of tables) {
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(text).not.toMatch(/(?:^|,)"?[=+@＝-](?!\d+(?:\.\d+)?(?:,|\r))/m);
    }
  });

  it('are read again as what was typed', async () => {
    const { set } = await sampleYear('qinghai-2015');
    // What would start a formula is read again as it was typed.
    const typedEvents = withField(withTyped(), 'events/e1/summary', '+1+cmd|A0');
    const draft = withField(typedEvents, 'self/brand/reason', '-2+3，未设奖');
    const files: DataFile[] = [];
    for (const { name, text } of figuresTables(draft, 'haidong')) {
      const read = await Promise.resolve(csvDataSource.read(Buffer.from(text), `${name}.csv`));
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      files.push(read.value);
    }
    const own = ownSet(set, 'haidong');
    const typed = inputRecords(toInput(draft), 'haidong', '本页', () => ({
      file: '本页',
      line: 1,
      column: 1,
    }));
    const told = (data: ReturnType<typeof readYearData>): unknown => {
      if (!data.ok) throw new Error(JSON.stringify(data.error));
      return JSON.parse(
        JSON.stringify(data.value, (key, value: unknown) => (key === 'place' ? undefined : value)),
      );
    };
    const again = told(readYearData(files, own)) as { targets: unknown[]; events: unknown[] };
    const before = told(readYearData([typed], own)) as { targets: unknown[] };
    // A target's own source is not typed; the page's source goes with the figures.
    expect({ ...again, targets: [] }).toEqual({ ...before, targets: [] });
    expect(again.targets).toHaveLength(1);
    expect(again.events).toHaveLength(1);
  });
});

describe('what a file states', () => {
  it.each(['qinghai-2015', 'variety-1000', 'qinghai-food-2024', 'qinghai-county-2015'])(
    'is for every region of %s what the file says, when it is read from the page',
    async (id) => {
      const { set, data } = await sampleYear(id);
      for (const { id: region } of set.regions.assessed) {
        const own = ownSet(set, region);
        const place = { file: 'x', line: 1, column: 1 };
        const records = data.values
          .filter((value) => value.region === region)
          .map((value) => ({
            kind: 'value' as const,
            fields: {
              region,
              metric: value.metric,
              period: value.period,
              ...(value.status === 'present' ? { value: value.text } : { status: '不适用' }),
            },
            placeOf: () => place,
          }));
        const file = { file: 'x', period: undefined, source: undefined, records };
        const { input, figures } = statedFigures([file], set);
        expect(figures).toBe(records.length);
        const draft = withInput(emptyDraft(data.period), { ...input, period: data.period });
        const typed = inputRecords(toInput(draft), region, 'x', () => place);
        const read = readYearData([typed], own);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        const shown = (values: typeof data.values): unknown =>
          values.map((value) => [value.metric, value.period, value.text]);
        expect(shown(read.value.values)).toEqual(
          shown(data.values.filter((value) => value.region === region)),
        );
      }
    },
  );
});

it('cuts a long number for a glance and says so', () => {
  expect(shortNumber('42.454687500000')).toBe('约42.4546');
  expect(shortNumber('7.5')).toBe('7.5');
  expect(shortNumber('15')).toBe('15');
});
