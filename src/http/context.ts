import type { Ports } from '../app/ports.js';
import type { SetShelf } from '../app/set-shelf.js';
import type { Uploads } from '../ports/uploads.js';
import type { Gate } from './gate.js';
import type { Limits } from './limits.js';

/** What the routes work with. */
export interface HttpContext {
  readonly ports: Ports;
  readonly shelf: SetShelf;
  readonly uploads: Uploads;
  readonly version: string;
  readonly limits: Limits;
  /** How many years are computed, and documents printed, at a time. */
  readonly gates: { readonly scores: Gate; readonly prints: Gate };
}
