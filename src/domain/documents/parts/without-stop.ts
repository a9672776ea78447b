/**
 * A text that a sentence goes on after, without the full stop that somebody may have written.
 *
 * @example withoutStop('未单列预算。') // '未单列预算'
 */
export function withoutStop(text: string): string {
  return text.replace(/[。；;.\s]+$/u, '');
}
