import { cellName } from '../domain/kernel/cell-name.js';
import type { DataFaultCode } from '../domain/metrics/index.js';

type Facts = Readonly<Record<string, string>>;

/** What is wrong with a year's data, and what to do about it. */
export interface DataFaultMessage {
  readonly what: string;
  readonly todo: string;
}

type Message = (facts: Facts) => DataFaultMessage;

/** A field as the person knows it: the key in YAML, the header in CSV. */
const FIELDS: Facts = {
  region: '地区',
  regions: '地区',
  period: '期间',
  metric: '填报数据',
  value: '数值',
  status: '状态',
  source: '来源',
  verifier: '核验人',
  reason: '理由',
  indicator: '指标',
  stage: '环节',
  marker: '评分单位',
  points: '得分',
  evidence: '佐证',
  date: '日期',
  id: '编号',
  kind: '事项类别',
  level: '级别',
  matter: '同一事项',
  share: '份额',
  occurred: '发生日期',
  found: '认定日期',
  authority: '认定机关',
  document: '认定文件',
  summary: '摘要',
  grade: '等级',
  rank: '名次',
  score: '总分',
};

const SHAPES: Facts = { list: '列表', map: '一组「键: 值」', scalar: '一个值' };

const SPELLINGS = '缺报留空，没有发生写 0，不适用写 不适用';

function fieldName({ field = '' }: Facts): string {
  return FIELDS[field] ?? field;
}

/** 「是不是……？」 where a name is near, else the other advice. */
function guess({ near }: Facts, otherwise: string): string {
  return near === undefined ? otherwise : `是不是「${near}」？`;
}

function bounds({ min, max }: Facts): string {
  if (min === undefined) return `不大于 ${max ?? ''}`;
  return max === undefined ? `不小于 ${min}` : `在 ${min} 与 ${max} 之间`;
}

/** Where the same thing was written before: a line of a text, or a cell of a workbook. */
function earlierPlace(facts: Facts): string {
  const { beforeFile = '', beforeSheet, beforeLine = '', beforeColumn = '' } = facts;
  return beforeSheet === undefined
    ? `${beforeFile} 第 ${beforeLine} 行第 ${beforeColumn} 列`
    : `${beforeFile} ${beforeSheet}!${cellName(Number(beforeLine), Number(beforeColumn))} `;
}

/** The Chinese text of every fault of a year's data. */
export const DATA_FAULT_MESSAGES: Readonly<Record<DataFaultCode, Message>> = {
  'data-more-faults': ({ count = '' }) => ({
    what: `此后还有 ${count} 处错误没有列出`,
    todo: '先改正已列出的错误，再检查一次',
  }),
  'data-unknown-key': (facts) => ({
    what: `数据文件里没有「${facts['key'] ?? ''}」这个键`,
    todo: guess(facts, '删去它，或对照 docs/数据格式.md 改写'),
  }),
  'data-missing-key': ({ key = '' }) => ({
    what: `缺少「${key}」`,
    todo: '补上这个键，写法见 docs/数据格式.md',
  }),
  'data-wrong-type': ({ key = '', found = '' }) => ({
    what: `「${key}」下不应当是${SHAPES[found] ?? found}`,
    todo: '检查缩进和括号，写法见 docs/数据格式.md',
  }),
  'data-missing-field': (facts) => ({
    what: `没有写${fieldName(facts)}`,
    todo: `补上${fieldName(facts)}`,
  }),
  'data-text-long': (facts) => ({
    what: `${fieldName(facts)}超过 ${facts['limit'] ?? ''} 个字`,
    todo: '写得简短些，详细内容放在佐证材料里',
  }),
  'data-ambiguous-name': (facts) => ({
    what: `${fieldName(facts)}「${facts['text'] ?? ''}」不止一个：${facts['ids'] ?? ''}`,
    todo: '改写代号',
  }),
  'data-unknown-region': (facts) => ({
    what: `不认识地区「${facts['text'] ?? ''}」`,
    todo: guess(facts, '写地区的代号、行政区划代码或全称，例如 xining、630100、西宁市'),
  }),
  'data-region-not-assessed': ({ region = '' }) => ({
    what: `${region}不是本年度的被考核地区`,
    todo: '改为承继它的地区；它自己的数据只能写在往年的期间下',
  }),
  'data-total-unwanted': ({ region = '' }) => ({
    what: `${region}是合计，这里要写被考核地区`,
    todo: '改写地区，或删去这一条',
  }),
  'data-bad-period': ({ text = '' }) => ({
    what: `「${text}」不是期间`,
    todo: '以四位年份开头，例如 2024、2025-H1、2023-Q1-Q3、2014-2015',
  }),
  'data-period-differs': ({ text = '', other = '' }) => ({
    what: `这里的期间是 ${text}，别处是 ${other}`,
    todo: '一次只考核一个期间：改成一致，或只选用一个期间的文件',
  }),
  'data-no-values-of-period': ({ period = '', periods = '' }) => ({
    what: `没有 ${period} 的填报数据，只有 ${periods} 的`,
    todo: '在命令后写明期间，或换用这一期间的数据文件',
  }),
  'data-bad-date': (facts) => ({
    what: `${fieldName(facts)}「${facts['text'] ?? ''}」不是日历上有的日期`,
    todo: '写成 年-月-日，例如 2015-02-28',
  }),
  'data-contradiction': (facts) => ({
    what: `${facts['region'] ?? ''} ${facts['period'] ?? ''} 的「${facts['what'] ?? ''}」写了两次而不一致：这里是 ${facts['here'] ?? ''}，${earlierPlace(facts)}是 ${facts['before'] ?? ''}`,
    todo: '核实后删去错的一条',
  }),
  'data-not-a-number': (facts) => ({
    what: `${fieldName(facts)}「${facts['text'] ?? ''}」不是数`,
    todo: `用阿拉伯数字，例如 97.5；${SPELLINGS}`,
  }),
  'data-number-ambiguous': ({ text = '' }) => ({
    what: `「${text}」可以读作不同的数`,
    todo: '不写逗号、空格和分隔号，小数点用「.」，例如 1234.5',
  }),
  'data-number-scientific': ({ text = '' }) => ({
    what: `「${text}」是科学记数，可能已丢了尾数`,
    todo: '把单元格格式改为「数值」后写出全部数字',
  }),
  'data-number-long': ({ text = '' }) => ({
    what: `「${text}」超过 30 位数字`,
    todo: '检查是否多写了数字',
  }),
  'data-percent-unit': ({ text = '', unit = '' }) => ({
    what: `「${text}」带百分号，而这个数的单位是${unit === '' ? '空的' : `「${unit}」`}`,
    todo: '按规定的单位写数，不带百分号',
  }),
  'data-value-none': ({ text = '' }) => ({
    what: `「${text}」说不清是没有发生、没有数据还是不适用`,
    todo: SPELLINGS,
  }),
  'data-unknown-metric': (facts) => ({
    what: `指标体系里没有填报数据「${facts['text'] ?? ''}」`,
    todo: guess(facts, '写填报数据的代号或名称，见 set.yaml 的 metrics'),
  }),
  'data-computed-metric': ({ metric = '', formula = '' }) => ({
    what: `「${metric}」由公式 ${formula} 算出，不能填报`,
    todo: '删去这一条，填报公式里的各个数',
  }),
  'data-out-of-range': (facts) => ({
    what: `「${facts['metric'] ?? ''}」是 ${facts['text'] ?? ''}，应当${bounds(facts)}`,
    todo: '核实后改正',
  }),
  'data-not-whole': ({ metric = '', text = '' }) => ({
    what: `「${metric}」是个数，${text} 不是整数`,
    todo: '核实后写整数',
  }),
  'data-unknown-level': (facts) => ({
    what: `「${facts['metric'] ?? ''}」没有「${facts['text'] ?? ''}」这一级`,
    todo: guess(facts, `可写：${facts['choices'] ?? ''}`),
  }),
  'data-not-yes-no': ({ metric = '', text = '' }) => ({
    what: `「${metric}」要答是或否，不能写「${text}」`,
    todo: '写 是 或 否',
  }),
  'data-unknown-status': ({ text = '', choices = '' }) => ({
    what: `不认识状态「${text}」`,
    todo: `可写：${choices}；也可留空`,
  }),
  'data-status-with-value': ({ text = '', status = '' }) => ({
    what: `状态是「${status}」，却写了「${text}」`,
    todo: '有数就把状态留空，没有数就删去数值',
  }),
  'data-status-without-value': () => ({
    what: '状态说有数，数值却是空的',
    todo: '补上数值，或把状态改为 缺报',
  }),
  'data-granted-without-verifier': ({ metric = '', granters = '' }) => ({
    what: `「${metric}」核准不适用，没有写由谁核准`,
    todo: `在核验人里写核准的牵头单位：${granters}`,
  }),
  'data-granted-by-other': ({ metric = '', verifier = '', granters = '' }) => ({
    what: `「${metric}」的不适用不能由${verifier}核准`,
    todo: `由牵头单位核准：${granters}`,
  }),
  'data-granted-without-reason': ({ metric = '' }) => ({
    what: `「${metric}」核准不适用，没有写理由`,
    todo: '补上理由，例如 当年没有竣工的大中型工程',
  }),
  'data-granted-not-allowed': ({ metric = '', indicators = '' }) => ({
    what: `考核方案不许「${metric}」不适用（用于：${indicators}）`,
    todo: '填报数值；确需不适用的，先修订方案（notApplicable.mayBeGranted）',
  }),
  'data-unknown-indicator': (facts) => ({
    what: `指标体系里没有指标「${facts['text'] ?? ''}」`,
    todo: guess(facts, '写指标的代号、序号或名称'),
  }),
  'data-mark-on-block': ({ indicator = '' }) => ({
    what: `「${indicator}」下面还有指标，不能直接评分`,
    todo: '给它的下级指标评分',
  }),
  'data-mark-on-rule': ({ indicator = '' }) => ({
    what: `「${indicator}」按公式计分，不由人评分`,
    todo: '删去这一条；只有自评可以给它打分',
  }),
  'data-unknown-stage': (facts) => ({
    what: `不认识环节「${facts['text'] ?? ''}」`,
    todo: guess(facts, `可写：${facts['choices'] ?? ''}`),
  }),
  'data-unknown-marker': ({ text = '', indicator, allowed = '' }) => ({
    what:
      indicator === undefined
        ? `自评只能由本地区打分，不能是「${text}」`
        : `「${text}」不是「${indicator}」的牵头或配合单位，不能评分`,
    todo: `改为：${allowed}`,
  }),
  'data-mark-not-applicable': () => ({
    what: '这里不能写不适用',
    todo: '评分指标由地区在自评里申请、牵头单位在部门评分里核准；按公式计分的，在填报数据里申请',
  }),
  'data-exemption-without-reason': ({ indicator = '' }) => ({
    what: `「${indicator}」写了不适用，没有写理由`,
    todo: '补上理由，例如 当年没有这类企业',
  }),
  'data-exemption-with-mark': ({ indicator = '' }) => ({
    what: `「${indicator}」既核准不适用，又有部门评分`,
    todo: '两样只留一样',
  }),
  'data-mark-outside': ({ indicator = '', points = '', full = '' }) => ({
    what: `「${indicator}」得 ${points} 分，应当在 0 与满分 ${full} 分之间`,
    todo: '核实后改正',
  }),
  'data-mark-step': ({ indicator = '', points = '', step = '' }) => ({
    what: `「${indicator}」得 ${points} 分，不是最小单位 ${step} 分的整数倍`,
    todo: `改为 ${step} 分的整数倍`,
  }),
  'data-mark-without-reason': ({ indicator = '', points = '', full = '' }) => ({
    what: `「${indicator}」满分 ${full} 分，得 ${points} 分，没有写扣分理由`,
    todo: '补上扣分理由',
  }),
  'data-unknown-event-kind': (facts) => ({
    what: `指标体系里没有事项类别「${facts['text'] ?? ''}」`,
    todo: guess(facts, `可写：${facts['choices'] ?? ''}`),
  }),
  'data-unknown-event-level': (facts) => ({
    what: `「${facts['kind'] ?? ''}」没有「${facts['text'] ?? ''}」这一级`,
    todo: guess(facts, `可写：${facts['choices'] ?? ''}`),
  }),
  'data-event-without-level': ({ kind = '', choices = '' }) => ({
    what: `「${kind}」要写级别`,
    todo: `可写：${choices}`,
  }),
  'data-event-share': ({ text = '' }) => ({
    what: `份额 ${text} 应当大于 0、不大于 1`,
    todo: '核实后改正，例如一半写 0.5 或 50%',
  }),
  'data-event-without-shares': ({ id = '', count = '' }) => ({
    what: `事项 ${id} 涉及 ${count} 个地区，没有写明各自的份额`,
    todo: '是同一件事的，给每个地区写份额，合计不超过 1，例如各写 0.5；是几件事的，改用不同的编号',
  }),
  'data-event-shares-sum': ({ id = '', sum = '' }) => ({
    what: `事项 ${id} 各地区的份额合计 ${sum}，超过 1`,
    todo: '核实后改正，合计不超过 1',
  }),
  'data-event-differs': (facts) => ({
    what: `事项 ${facts['what'] ?? ''} 在各地区写得不一致：这里是 ${facts['here'] ?? ''}，${earlierPlace(facts)}是 ${facts['before'] ?? ''}`,
    todo: '同一编号的事项写得一样；是另一件事的改用另一个编号',
  }),
  'data-target-unwanted': ({ metric = '' }) => ({
    what: `「${metric}」不是数，不能备案目标`,
    todo: '删去这一条',
  }),
  'data-unknown-grade': (facts) => ({
    what: `没有等级「${facts['text'] ?? ''}」`,
    todo: guess(facts, `可写：${facts['choices'] ?? ''}`),
  }),
  'data-bad-rank': ({ text = '' }) => ({
    what: `名次「${text}」不是正整数`,
    todo: '例如 3',
  }),
  'data-history-not-earlier': ({ period = '', current = '' }) => ({
    what: `往年结果的期间 ${period} 不早于本年度 ${current}`,
    todo: '改正期间，或删去这一条',
  }),
  'data-decision-regions': ({ text = '' }) => ({
    what: `对同分的决定要写两个以上不同的被考核地区，这里是「${text}」`,
    todo: '按决定的先后写全同分的地区，例如 [xining, haidong]',
  }),
};
