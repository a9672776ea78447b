import type { DocumentKind } from '../document-kind.js';
import { describeBase } from '../parts/describe-base.js';
import { describeSiteVisits } from '../parts/describe-site-visits.js';
import { requireRegion } from '../parts/require-region.js';
import { siteVisitRecordSchema, type SiteVisitRecord } from './site-visit-record.schema.js';

/**
 * 现场核查记录表: what the team found beside what the prefecture filed and gave itself, signed by both
 * sides; without a record a form over all indicators to take along.
 */
export const siteVisitRecord: DocumentKind<SiteVisitRecord> = {
  id: 'site-visit-record',
  label: '现场核查记录表',
  per: 'region',
  direction: 'internal',
  restsOnResult: false,
  schema: siteVisitRecordSchema,
  build(source, named) {
    const region = requireRegion(named);
    return {
      ...describeBase(source, siteVisitRecord, region),
      visits: describeSiteVisits(source, region),
    };
  },
};
