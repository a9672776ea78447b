import { isMap, isScalar, parseDocument, stringify, type Document } from 'yaml';
import type { SetWriter } from '../../ports/set-writer.js';

/** Rule files in YAML. */
export const yamlSetWriter: SetWriter = {
  edit(text, edits) {
    if (edits.length === 0) return text;
    // The failsafe schema keeps every scalar as the text that stands in the file.
    const document = parseDocument(text, { schema: 'failsafe' });
    for (const { path, value } of edits) {
      const resolved = resolve(document, value);
      if (resolved === undefined) document.deleteIn(path);
      else document.setIn(path, document.createNode(resolved));
    }
    return document.toString({ lineWidth: 0, flowCollectionPadding: true });
  },
  write(data) {
    // Anchors are refused where rule files are read.
    return stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
  },
};

/** Turns the names of departments into their codes; one that is new gets a code and is entered. */
function resolve(document: Document, value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((item) => resolve(document, item));
  if (typeof value !== 'object' || value === null) return value;
  if ('department' in value) return codeOf(document, String(value.department));
  if ('departments' in value && Array.isArray(value.departments)) {
    return value.departments.map((name) => codeOf(document, String(name)));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolve(document, item)]),
  );
}

function codeOf(document: Document, name: string): string {
  const departments: unknown = document.get('departments', true);
  const pairs = isMap(departments) ? departments.items : [];
  const known = pairs.find(({ value }) => isScalar(value) && value.value === name);
  if (known !== undefined) return String(isScalar(known.key) ? known.key.value : known.key);
  const codes = new Set(pairs.map(({ key }) => String(isScalar(key) ? key.value : key)));
  let number = pairs.length + 1;
  while (codes.has(`d${String(number)}`)) number += 1;
  const code = `d${String(number)}`;
  document.setIn(['departments', code], name);
  return code;
}
