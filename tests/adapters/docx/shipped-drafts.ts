import { createOfficeWriter } from '../../../src/adapters/docx/create-office-writer.js';
import { createPictures } from '../../../src/adapters/pictures/draw-picture.js';
import { templateFolder } from '../../../src/adapters/handlebars/template-folder.js';
import { fillDocuments } from '../../../src/app/fill-documents.js';
import type { DocumentSource } from '../../../src/domain/documents/document-source.js';
import type { FilledTemplate } from '../../../src/ports/template-source.js';
import { sampleSource } from '../../domain/documents/sample-source.js';

/** A shipped template, filled from the sample year. */
export async function shippedDocument(
  template: string,
  source?: DocumentSource,
  region?: string,
): Promise<FilledTemplate> {
  const year = source ?? (await sampleSource());
  const filled = await fillDocuments(templateFolder('templates'), year, { template, region });
  if (!filled.ok) throw new Error(JSON.stringify(filled.error));
  return filled.value;
}

const draw = createPictures();

/** Its draft, as it is handed out. */
export async function shippedDraft(
  template: string,
  source?: DocumentSource,
  region?: string,
): Promise<Uint8Array> {
  const filled = await shippedDocument(template, source, region);
  const written = await createOfficeWriter(draw).docx(filled);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value.docx;
}
