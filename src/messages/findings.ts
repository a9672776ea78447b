import type { FindingCode } from '../domain/metrics/index.js';

type Facts = Readonly<Record<string, string>>;
type Sentence = (facts: Facts) => string;

const POLICIES: Facts = {
  refuse: '有缺报不计分、不排名',
  zero: '按规定作 0 计',
  exclude: '按规定该指标除外，分值转移',
  lastYear: '按规定沿用上年值',
};

/** Where a finding is: 「西宁市「抽检批次」」. */
function subject({ regionName = '', metricName }: Facts): string {
  return metricName === undefined ? regionName : `${regionName}「${metricName}」`;
}

/** A number with its unit: percent close, words after a space. */
function withUnit(number: string | undefined, { unit = '' }: Facts): string {
  const text = number ?? '';
  if (unit === '') return text;
  return /^[%‰]/u.test(unit) ? `${text}${unit}` : `${text} ${unit}`;
}

/** A relation that the set gives no words for is told as it is written. */
function relationName({ checkLabel = '', relation = '' }: Facts): string {
  return /\p{Script=Han}/u.test(checkLabel) ? checkLabel : relation;
}

function difference(facts: Facts): string {
  const direction = facts['direction'] === 'short' ? '少' : '多';
  return `${direction} ${withUnit(facts['difference'], facts)}`;
}

/** The Chinese sentence of every finding; the facts carry the names. */
export const FINDING_MESSAGES: Readonly<Record<FindingCode, Sentence>> = {
  'data-total-differs': (facts) =>
    `${facts['count'] ?? ''} 个地区「${facts['metricName'] ?? ''}」之和 ${withUnit(facts['sum'], facts)}，比${facts['totalName'] ?? ''}合计 ${withUnit(facts['total'], facts)}${difference(facts)}。`,
  'data-total-unchecked': (facts) =>
    `「${facts['metricName'] ?? ''}」没有与${facts['totalName'] ?? ''}合计核对：${facts['names'] ?? ''}没有数据。`,
  'data-parts-differ': (facts) =>
    `${subject(facts)}的各部分（${facts['partNames'] ?? ''}）之和 ${withUnit(facts['sum'], facts)}，比总数 ${withUnit(facts['total'], facts)}${difference(facts)}。`,
  'data-stated-rate-differs': (facts) => {
    const rate = withUnit(facts['computed'], facts);
    const rounded =
      facts['tolerance'] === undefined
        ? `四舍五入到 ${facts['places'] ?? ''} 位小数应为 ${withUnit(facts['rounded'], facts)}`
        : `相差超过 ${facts['tolerance']}`;
    const why = facts['truncated'] === 'yes' ? '；填报数是截去尾数，没有四舍五入' : '';
    return `${subject(facts)}填报 ${withUnit(facts['stated'], facts)}，由个数算得 ${rate}，${rounded}${why}。计分用算得的数。`;
  },
  'data-stated-rate-without-counts': (facts) =>
    `${subject(facts)}填报 ${withUnit(facts['stated'], facts)}，但分母为 0，算不出比率。`,
  'data-sample-small': (facts) =>
    `${subject(facts)}只有 ${withUnit(facts['sample'], facts)}，少于 ${withUnit(facts['atLeast'], facts)}：${facts['checkLabel'] ?? ''}。`,
  'data-sample-absent': (facts) =>
    `${subject(facts)}没有数据，不到 ${withUnit(facts['atLeast'], facts)}：既不能当作 0，也不能当作 100。`,
  'data-jump': (facts) => {
    const change = facts['direction'] === 'down' ? '减少' : '增加';
    const share = facts['changePercent'] === undefined ? '' : `（${facts['changePercent']}%）`;
    return `${subject(facts)} ${facts['period'] ?? ''} 为 ${withUnit(facts['value'], facts)}，比 ${facts['previousPeriod'] ?? ''} 的 ${withUnit(facts['previous'], facts)}${change} ${withUnit(facts['change'], facts)}${share}，请说明原因。`;
  },
  'data-relation-broken': (facts) =>
    `${subject(facts)}不符合「${relationName(facts)}」：${facts['numbers'] ?? ''}。`,
  'data-missing': (facts) =>
    `${subject(facts)}缺报 ${facts['missingPeriod'] ?? ''} 的数据（用于：${facts['indicators'] ?? ''}），${POLICIES[facts['policy'] ?? ''] ?? ''}。`,
  'data-not-applicable-pending': (facts) => {
    const reason = facts['reason'] === undefined ? '没有写理由' : `理由：${facts['reason']}`;
    const waiting =
      (facts['indicators'] ?? '') === '' ? '' : `，核准之前「${facts['indicators'] ?? ''}」待定`;
    return `${subject(facts)}申请不适用（${reason}），尚未由牵头单位核准${waiting}。`;
  },
  'data-published-without-source': (facts) => {
    const names: Facts = { issuer: '发布单位', document: '文件', date: '日期' };
    const missing = (facts['missing'] ?? '').split(' ').map((key) => names[key] ?? '');
    return facts['missing'] === undefined
      ? `${subject(facts)}是公布的统计值，没有写明来源（发布单位、文件、日期）。`
      : `${subject(facts)}是公布的统计值，没有写明${missing.join('、')}。`;
  },
  'data-metric-dropped': (facts) =>
    `填报数据「${facts['metricName'] ?? ''}」已经取消，填报的 ${facts['count'] ?? ''} 个值不参与计算。`,
  'data-matter-in-two-kinds': (facts) =>
    `${facts['regionName'] ?? ''}的事项「${facts['matter'] ?? ''}」登记在几类里（${facts['kinds'] ?? ''}），各类都计分；同一事项只应计一次的，请删去其余登记。`,
  'data-event-perhaps-twice': (facts) =>
    `${facts['regionName'] ?? ''}的「${facts['kind'] ?? ''}」在 ${facts['occurred'] ?? ''} 登记了几件（${facts['ids'] ?? ''}），各件都计；是同一件事的，编号或「同一事项」写得一样，就只计一次；确是几件事的不用改。`,
  'data-event-without-document': (facts) =>
    `${facts['regionName'] ?? ''}的「${facts['kind'] ?? ''}」（${facts['id'] ?? ''}）没有写认定文件，照样计分；请补上文件的名称、文号，或证书、公告。`,
  'data-event-self-reported': (facts) =>
    `${facts['regionName'] ?? ''}自己填报的「${facts['kind'] ?? ''}」（${facts['id'] ?? ''}）已经计分，考核办公室还没有登记；请对照认定文件核实，属实的用同一编号、照样登记，不属实的从表里删去。`,
  'data-target-below-minimum': (facts) =>
    `${subject(facts)}备案目标 ${withUnit(facts['target'], facts)}，低于规定的 ${withUnit(facts['atLeast'], facts)}，按规定值计分。`,
};
