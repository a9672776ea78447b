export { scoreResultSchema } from '../domain/scoring/result.schema.js';
