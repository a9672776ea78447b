import type { Region } from '../domain/indicators/region-set.js';
import type { OpenedKit } from '../domain/preview/index.js';
import type { Draft } from './draft.js';
import type { DraftPreview } from './preview-draft.js';

/** One region's form while it is open: what the views share. */
export interface Session {
  readonly kit: OpenedKit;
  readonly region: Pick<Region, 'id' | 'code' | 'name'>;
  readonly draft: () => Draft;
  /** Changes one field as it is typed. */
  readonly type: (key: string, text: string) => void;
  /** Changes what is not a field: an event that comes or goes. */
  readonly change: (draft: Draft) => void;
  /** Puts another draft in place of all fields: an upload, or nothing. */
  readonly replace: (draft: Draft) => void;
}

/** A part of the page that follows the figures. */
export interface View {
  readonly node: HTMLElement;
  update(shown: DraftPreview): void;
}
