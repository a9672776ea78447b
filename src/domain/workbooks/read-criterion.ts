/** What a rule's wording became: keys of the leaf, and the metrics that it needs. */
export interface ReadCriterion {
  readonly leaf: Readonly<Record<string, unknown>>;
  readonly metrics: Readonly<Record<string, unknown>>;
}

const SOURCE = { kind: 'example', note: '由评分标准的文字读出，请核对' } as const;

/**
 * Reads the wording of a criterion as offices write it. Only what has one meaning becomes a rule:
 * 「有得1分，无不得分」, 「每缺一项扣0.1分」, 「达到目标得满分，每低1个百分点扣2分」. Everything else
 * is left to people.
 *
 * @param id the leaf's id, from which its metrics are named
 * @param points the full points of the leaf
 */
export function readCriterion(
  text: string,
  id: string,
  label: string,
  points: string,
): ReadCriterion | undefined {
  const wording = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[。;；]$/, '')
    // （1分） behind the wording repeats the points.
    .replace(/\(\d+(?:\.\d+)?分\)$/, '')
    .replace(/[。;；]$/, '');
  return (
    readTarget(wording, id, label) ??
    readMissing(wording, id, label) ??
    readLevels(wording, id, label, points)
  );
}

const TARGET =
  /^达到(?:备案)?(?:的)?(?:目标|(\d+(?:\.\d+)?)%)(?:值)?(?:以上)?得满分[,，;；]每(?:低|差|少)(\d+(?:\.\d+)?)?(?:一)?个?百分点[,，]?扣(\d+(?:\.\d+)?)分(?:[,，;；]不足1个百分点按比例)?(?:[,，;；]扣完为止)?$/;

function readTarget(wording: string, id: string, label: string): ReadCriterion | undefined {
  const found = TARGET.exec(wording);
  if (found === null) return undefined;
  const [, fixed, per, minus] = found;
  const metric = `${id}_rate`;
  return {
    leaf: {
      unit: '%',
      value: metric,
      rule: {
        kind: 'target',
        target: fixed === undefined ? `target(${metric})` : Number(fixed),
        minus: Number(minus),
        per: Number(per ?? '1'),
      },
    },
    metrics: {
      [metric]: {
        label,
        unit: '%',
        type: 'published',
        min: 0,
        max: 100,
        ...(fixed === undefined ? { target: {} } : {}),
        source: SOURCE,
      },
    },
  };
}

const MISSING =
  /^每(?:缺|少)(?:一|1)?个?(?:项|个|方面|份)?[^扣,，;；]*[,，]?扣(\d+(?:\.\d+)?)分(?:[,，;；]扣完为止)?$/;

function readMissing(wording: string, id: string, label: string): ReadCriterion | undefined {
  const minus = MISSING.exec(wording)?.[1];
  if (minus === undefined) return undefined;
  const metric = `${id}_missing`;
  return {
    leaf: { unit: '项', value: metric, rule: { kind: 'missingItems', minus: Number(minus) } },
    metrics: {
      [metric]: { label: `${label}：缺的项数`, unit: '项', type: 'count', source: SOURCE },
    },
  };
}

interface Level {
  readonly label: string;
  readonly points: number;
}

function readLevels(
  wording: string,
  id: string,
  label: string,
  points: string,
): ReadCriterion | undefined {
  const levels = wording.split(/[,，;；]/).map(readLevel);
  const known = levels.filter((level) => level !== undefined);
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined || known.length < 2) return undefined;
  const isDescending = known.every(
    (level, index) => index === 0 || level.points < (known[index - 1]?.points ?? 0),
  );
  // 「开展活动得1分，组织评选得1分」 adds up and is no choice: it is left to people.
  const isChoice = known.length === levels.length && isDescending && last.points === 0;
  if (!isChoice || first.points !== Number(points)) return undefined;
  const metric = `${id}_level`;
  if (known.length === 2 && /^(?:未|没有|无|不)/.test(last.label)) {
    return {
      leaf: { rule: { kind: 'levels', metric, points: { yes: first.points, no: 0 } } },
      metrics: { [metric]: { label: `${label}：${first.label}`, type: 'yesNo', source: SOURCE } },
    };
  }
  const codes = known.map((level, index) => [`l${String(index + 1)}`, level] as const);
  return {
    leaf: {
      rule: {
        kind: 'levels',
        metric,
        points: Object.fromEntries(codes.map(([code, level]) => [code, level.points])),
      },
    },
    metrics: {
      [metric]: {
        label,
        type: 'level',
        levels: Object.fromEntries(codes.map(([code, level]) => [code, level.label])),
        source: SOURCE,
      },
    },
  };
}

function readLevel(clause: string): Level | undefined {
  const none = /^(.{1,40}?)(?:的)?(?:不得分|得0分)$/.exec(clause)?.[1];
  if (none !== undefined) return { label: none, points: 0 };
  const found = /^(.{1,40}?)(?:的)?得(\d+(?:\.\d+)?)分$/.exec(clause);
  if (found === null) return undefined;
  return { label: found[1] ?? '', points: Number(found[2]) };
}
