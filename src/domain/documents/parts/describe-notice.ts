import type { DocumentSource } from '../document-source.js';
import { resultMethod } from '../result-method.js';
import { describeResults } from './describe-results.js';
import { describeConsequences, describeGrades, describeGroups } from './describe-verdicts.js';
import { gradeRules } from './grade-rules.js';
import type { NoticePart } from './notice.schema.js';

/**
 * What a 通报 says of a run. A set that only ranks has nothing to publish but ranks, so they are shown
 * whatever the records ask for.
 */
export function describeNotice({ set, run, records, findings }: DocumentSource): NoticePart {
  const regions = describeResults(set, run);
  const showsScores = records.notice.show === 'scores' || set.grading.grades.length === 0;
  const unscored = new Set(run.regions.filter((one) => one.score === null).map(({ id }) => id));
  return {
    showsScores,
    regions,
    regionCount: regions.length,
    organiser: records.scheme.organiser ?? '',
    steps: records.scheme.steps.map((step) => step.title),
    grades: describeGrades(set, run, regions, records.notice.order),
    gradeRules: gradeRules(set),
    groups: describeGroups(set, run, regions).filter((group) => group.regions.length > 0),
    downgrades: regions
      .filter((region) => region.isDowngraded)
      .map(({ id, name, gradeBeforeVeto, grade, vetoes }) => ({
        ...{ id, name, before: gradeBeforeVeto, after: grade },
        reason: vetoes.join('”“'),
      })),
    unranked: regions.filter(({ id }) => unscored.has(id)).map(({ id, name }) => ({ id, name })),
    consequences: describeConsequences(set, run, regions),
    requirements: records.notice.requirements,
    findings: showsScores ? findings : [],
    method: resultMethod(set),
  };
}
