import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSet, type LoadedSet } from '../../src/app/load-set.js';
import { loadYear } from '../../src/app/load-year.js';
import { scoreSet } from '../../src/app/score-set.js';
import { writeWorkbook } from '../../src/adapters/xlsx/write-workbook.js';
import type { YearData } from '../../src/domain/metrics/index.js';
import { digestOf } from '../../src/domain/scoring/index.js';
import {
  departmentsWithWork,
  departmentWorkbook,
  hasOfficeWork,
  regionWorkbook,
  type FormOptions,
  type Workbook,
} from '../../src/domain/workbooks/index.js';
import { fillForm, type Answers, type RowTexts } from '../domain/workbooks/fill-form.js';
import { scratchFolder, threadReader, workbookPorts } from '../adapters/xlsx/workbook-ports.js';

const folder = scratchFolder();
const ports = workbookPorts(await threadReader(folder));

let SET = '';
let SAMPLE = '';
let PERIOD = '';
let loaded: LoadedSet;
let sample: YearData;
let options: FormOptions;

/** Opens a shipped set with its sample year. */
async function openYear(id: string, period: string): Promise<void> {
  SET = id;
  SAMPLE = `indicators/${id}/data`;
  PERIOD = period;
  const set = await loadSet(ports, SET);
  if (!set.ok) throw new Error(JSON.stringify(set.error));
  loaded = set.value;
  const year = await loadYear(ports, loaded, { paths: [SAMPLE] });
  if (!year.ok) throw new Error(JSON.stringify(year.error));
  sample = year.value.data;
  options = {
    digest: digestOf(loaded.set, ports.sha256),
    period,
    past: () => undefined,
  };
}

/** A number as an office types it; a word as it stands. */
function typed(text: string | undefined): string | number | undefined {
  return text !== undefined && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

function regionNamed(name: string): string {
  const { total, assessed } = loaded.set.regions;
  return assessed.find((region) => region.name === name)?.id ?? total?.id ?? '';
}

/** What the sample says, in the words of the form. */
function answersFor(unit: string) {
  return (sheet: string, row: RowTexts): Answers => {
    const id = row.get('代号') ?? '';
    const region = row.has('地区') ? regionNamed(row.get('地区') ?? '') : unit;
    const value = sample.values.find(
      (one) => one.region === region && one.metric === id && one.period === PERIOD,
    );
    const metric = loaded.set.metrics.get(id);
    const words = { yes: '是', no: '否' }[value?.text ?? ''];
    const said = words ?? metric?.levels.get(value?.text ?? '') ?? value?.text;
    const text = value?.status === 'notApplicable' ? '不适用' : said;
    const mark = sample.marks.find(
      (one) =>
        one.region === region &&
        one.indicator === id &&
        one.stage === (sheet === '自评' ? 'self' : 'department') &&
        (sheet === '自评' || one.marker === unit),
    );
    switch (sheet) {
      case '填报数据':
        return { 本年值: typed(text), 说明: value?.reason };
      case '提供数据':
        return { 数值: typed(text), 说明: value?.reason, 来源文件: value?.provenance.source };
      case '目标备案': {
        const target = sample.targets.find((one) => one.region === region && one.metric === id);
        return { 备案目标值: typed(target?.value) };
      }
      case '事项': {
        const [, count] = (row.get('编号') ?? '').split('-');
        const event = sample.events.filter((one) => one.region === unit)[Number(count) - 1];
        const kind = loaded.set.events.get(event?.kind ?? '');
        return event === undefined
          ? {}
          : {
              编号: event.id,
              事项类别: kind?.label,
              级别: kind?.levels[event.level ?? ''] ?? event.level,
              摘要: event.summary,
              发生日期: event.occurred,
              认定日期: event.found,
              认定机关: event.authority,
              认定文件: event.document,
              同一事项: event.matter,
              份额: event.share === '1' ? undefined : typed(event.share),
            };
      }
      case '自评':
        return { 自评得分: typed(mark?.points), 自评说明: mark?.reason, 佐证编号: mark?.evidence };
      default:
        return { 得分: typed(mark?.points), 扣分理由: mark?.reason, 佐证材料: mark?.evidence };
    }
  };
}

async function save(into: string, name: string, unit: string, form: Workbook): Promise<void> {
  const filled = fillForm(form, answersFor(unit));
  writeFileSync(join(into, `${name}.xlsx`), await writeWorkbook(filled));
}

/** The year as an office gets it back: forms, and in YAML what the office itself keeps. */
async function returnedForms(): Promise<string> {
  const into = join(folder, SET, 'returned');
  mkdirSync(into, { recursive: true });
  const { set } = loaded;
  for (const region of set.regions.assessed) {
    await save(into, region.name, region.id, regionWorkbook(set, region, options));
  }
  for (const department of departmentsWithWork(set)) {
    await save(into, department, department, departmentWorkbook(set, department, options));
  }
  if (hasOfficeWork(set))
    await save(into, '办公室', '', departmentWorkbook(set, undefined, options));
  // Site visits and rulings are the office's own: no form asks a region or department for them.
  const marks = readFileSync(`${SAMPLE}/marks.csv`, 'utf8').split('\n');
  const others = marks.filter((line, row) => row === 0 || /,(?:siteVisit|review),/.test(line));
  if (others.length > 1) writeFileSync(join(into, '核查.csv'), others.join('\n'));
  const yaml = readFileSync(`${SAMPLE}/${PERIOD}.yaml`, 'utf8');
  const thisYear = yaml.indexOf(`\n  ${PERIOD}:\n`);
  const history = yaml.indexOf('\nhistory:\n');
  if (thisYear === -1 || history === -1) throw new Error('the sample is laid out differently');
  writeFileSync(join(into, '往年.yaml'), yaml.slice(0, thisYear) + yaml.slice(history));
  return into;
}

/** The same year in CSV alone, events apart. */
function csvFolder(): string {
  const into = join(folder, SET, 'csv');
  mkdirSync(into, { recursive: true });
  const csv = (lines: readonly (readonly (string | undefined)[])[]): string =>
    lines
      .map((line) => line.map((field = '') => `"${field.replaceAll('"', '""')}"`).join(','))
      .join('\r\n');
  const { values, targets, history } = sample;
  writeFileSync(
    join(into, 'values.csv'),
    csv([
      ['地区', '填报数据', '期间', '数值', '状态', '来源', '核验人', '理由'],
      ...values.map(({ region, metric, period, status, text, provenance, reason }) => [
        region,
        metric,
        period,
        text,
        status === 'notApplicable' ? '核准不适用' : '',
        provenance.source,
        provenance.verifier,
        reason,
      ]),
    ]),
  );
  writeFileSync(
    join(into, 'targets.csv'),
    csv([
      ['地区', '填报数据', '目标值'],
      ...targets.map(({ region, metric, value }) => [region, metric, value]),
    ]),
  );
  writeFileSync(
    join(into, 'history.csv'),
    csv([
      ['地区', '期间', '等级', '名次', '总分'],
      ...history.map(({ region, period, grade, rank, score }) => [
        region,
        period,
        grade,
        String(rank),
        score,
      ]),
    ]),
  );
  copyFileSync(`${SAMPLE}/marks.csv`, join(into, 'marks.csv'));
  copyFileSync(`${SAMPLE}/events.yaml`, join(into, 'events.yaml'));
  return into;
}

async function runOf(path: string) {
  const scored = await scoreSet(ports, SET, { paths: [path] });
  if (!scored.ok) throw new Error(JSON.stringify(scored.error, null, 1).slice(0, 3000));
  return scored.value.run;
}

describe('one year', () => {
  it.each([
    ['qinghai-2015', '2015'],
    ['qinghai-county-2015', '2015'],
    ['variety-1000', '2020'],
  ])('of %s has one run hash from YAML, CSV and the workbooks that came back', async (id, year) => {
    await openYear(id, year);
    const yaml = await runOf(SAMPLE);
    const csv = await runOf(csvFolder());
    const workbooks = await runOf(await returnedForms());

    expect(workbooks.inputs.values).toHaveLength(yaml.inputs.values.length);
    expect(workbooks.inputs.marks).toHaveLength(yaml.inputs.marks.length);
    expect(workbooks.inputs.events).toHaveLength(yaml.inputs.events.length);
    expect(csv.runHash).toBe(yaml.runHash);
    expect(workbooks.runHash).toBe(yaml.runHash);
  });
});
