import type { DocumentFacts, FilledTemplate } from '../../ports/template-source.js';
import type { FileFacts } from './pdf/describe-file.js';

/** What the file of a document says of itself. */
export function fileFactsOf({ title, facts }: FilledTemplate): FileFacts {
  const { author, set, runHash, region, date }: DocumentFacts = facts;
  const subject = region === null ? set.title : `${set.title}·${region.name}`;
  return { title, author, subject, keywords: [set.id, set.version, runHash], date };
}
