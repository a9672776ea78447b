import { loadDocumentSource } from '../../../src/app/load-document-source.js';
import { sha256 } from '../../../src/adapters/files/sha256.js';
import type { DocumentSource } from '../../../src/domain/documents/document-source.js';
import { NO_RECORDS, type FindingPart } from '../../../src/domain/documents/index.js';
import type { Finding, YearData } from '../../../src/domain/metrics/index.js';
import { scoreYear } from '../../../src/domain/scoring/index.js';
import { PORTS } from '../preview/sample-year.js';

/** A finding in no language, as the sample documents have it. */
export function sayPlainly(finding: Finding): FindingPart {
  return {
    level: finding.level,
    levelText: finding.level,
    message: `${finding.code} ${finding.region ?? ''} ${JSON.stringify(finding.facts)}`,
    region: finding.region ?? '',
    regionName: finding.facts['regionName'] ?? '',
  };
}

/** A set of indicators/ with its sample year, its findings and its sample 文书记录. */
export async function sampleSource(id = 'qinghai-2015'): Promise<DocumentSource> {
  const source = await loadDocumentSource(PORTS, id, {
    paths: undefined,
    period: undefined,
    say: sayPlainly,
  });
  if (!source.ok) throw new Error(JSON.stringify(source.error));
  return source.value;
}

/** The same year with nothing recorded: every form is a blank one. */
export function withoutRecords(source: DocumentSource): DocumentSource {
  return { ...source, records: NO_RECORDS };
}

/** The same year with other data, scored again. */
export function withData(source: DocumentSource, data: YearData): DocumentSource {
  return { ...source, data, run: scoreYear(source.set, data, sha256) };
}
