import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a program could not be started because there is none. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** A draft opened and saved again by LibreOffice; undefined where LibreOffice is not installed. */
export function savedByLibreOffice(draft: Uint8Array): Uint8Array | undefined {
  return convertedByLibreOffice(draft, 'docx', 'docx:MS Word 2007 XML');
}

/** A draft as LibreOffice prints it; undefined where LibreOffice is not installed. */
export function printedByLibreOffice(draft: Uint8Array): Uint8Array | undefined {
  return convertedByLibreOffice(draft, 'pdf', 'pdf');
}

function convertedByLibreOffice(
  draft: Uint8Array,
  ending: string,
  filter: string,
): Uint8Array | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'kaoheng-office-'));
  try {
    const path = join(folder, 'draft.docx');
    writeFileSync(path, draft);
    const argv = [
      ...[`-env:UserInstallation=file://${folder}/profile`, '--headless'],
      ...['--convert-to', filter, '--outdir', join(folder, 'made'), path],
    ];
    execFileSync('soffice', argv, { stdio: 'ignore', timeout: 100_000 });
    return readFileSync(join(folder, 'made', `draft.${ending}`));
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
