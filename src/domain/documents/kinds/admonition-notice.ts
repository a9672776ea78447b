import type { IndicatorSet } from '../../indicators/index.js';
import type { Run } from '../../scoring/index.js';
import { chineseDate } from '../chinese-date.js';
import type { DocumentKind } from '../document-kind.js';
import type { DocumentSource } from '../document-source.js';
import { describeBase, describeRegion } from '../parts/describe-base.js';
import { describeReview } from '../parts/describe-review.js';
import { requireRegion } from '../parts/require-region.js';
import { admonitionNoticeSchema, type AdmonitionNotice } from './admonition-notice.schema.js';

/**
 * 约谈通知 to a region that the set's consequences call to a talk, or for which the office has decided
 * one and recorded why. For any other the paper says plainly that no talk is due: a notice that only
 * lacks its reason might be sealed and sent.
 */
export const admonitionNotice: DocumentKind<AdmonitionNotice> = {
  id: 'admonition-notice',
  label: '约谈通知',
  per: 'region',
  direction: 'downward',
  restsOnResult: true,
  schema: admonitionNoticeSchema,
  concerns: (source, region) => isTalkDue(source, region),
  build(source, asked) {
    const region = requireRegion(asked);
    const { set, run, records } = source;
    const talk = records.talks.find((one) => one.region === region);
    const { government } = describeRegion(set, region);
    const decided = talk?.reasons ?? [];
    return {
      ...describeBase(source, admonitionNotice, region, { addressees: government }),
      ...describeReview(source, region),
      isDue: isTalkDue(source, region),
      rules: talkRules(set).map(({ text }) => text),
      isDecided: decided.length > 0,
      reasons: decided.length > 0 ? decided : calledBy(set, run, region),
      date: talk?.date === undefined ? null : chineseDate(talk.date),
      time: talk?.time ?? '',
      venue: talk?.place ?? '',
      host: talk?.host ?? '',
      attendees: talk?.attendees ?? '',
      requirements: talk?.requirements ?? [],
    };
  },
};

function isTalkDue({ set, run, records }: DocumentSource, region: string): boolean {
  const isDecided = records.talks.some((one) => one.region === region && one.reasons.length > 0);
  return isDecided || calledBy(set, run, region).length > 0;
}

function talkRules(set: IndicatorSet): IndicatorSet['consequences'] {
  return set.consequences.filter(({ kind }) => kind === 'admonitionTalk');
}

/** The consequences that call a region to a talk. */
function calledBy(set: IndicatorSet, run: Run, region: string): readonly string[] {
  const own = run.regions.find(({ id }) => id === region)?.consequences ?? [];
  return talkRules(set)
    .filter(({ id }) => own.includes(id))
    .map(({ text }) => text);
}
