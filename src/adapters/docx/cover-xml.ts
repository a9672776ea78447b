import type { Paragraph } from '../../domain/papers/index.js';
import { styleOf } from './official-styles.js';
import { element, TINY, type ParagraphContext } from './paragraph-xml.js';
import { inlinesXml } from './run-xml.js';

/** A cover's last lines, a frame at the foot of its page, which ends behind them. */
export function coverFootXml(
  paragraphs: readonly Paragraph[],
  { counters, width }: ParagraphContext,
): string {
  const framePr = {
    ...{ w: width, hSpace: 0, wrap: 'around', vAnchor: 'margin', hAnchor: 'margin' },
    ...{ xAlign: 'left', yAlign: 'bottom' },
  };
  const lines = paragraphs.map(({ role, inlines }) =>
    element({ pStyle: { val: styleOf(role) }, framePr }, inlinesXml(inlines, counters)),
  );
  return lines.join('') + element(TINY, '<w:r><w:br w:type="page"/></w:r>');
}
