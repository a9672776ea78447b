const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

// eslint-disable-next-line no-control-regex -- these are what XML cannot hold
const PLAIN = /^[^&<>"_\u0000-\u001f\ud800-\udfff\ufffe\uffff]*$/;

/**
 * A text as XML, and as Excel reads it: what XML cannot hold is written as _x0007_, and a text that
 * looks like that keeps its underscore.
 *
 * @example escapeXml('a < b') // 'a &lt; b'
 */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return (
    text
      .replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
      .replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)
      // eslint-disable-next-line no-control-regex -- these are what XML cannot hold
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, escapeCode)
      .replace(/\r/g, '_x000D_')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  );
}

function escapeCode(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `_x${code}_`;
}
