import type { Format } from '../format.ts';
import { CLASSIFICATION_FORMATS } from './classification.ts';
import { MARKET_FORMATS } from './market.ts';
import { OASIS_FORMATS } from './oasis.ts';

/** Every publisher's format that can be imported. A new one is a module in this folder and an entry in the list of its family. */
export const FORMATS: readonly Format[] = [...CLASSIFICATION_FORMATS, ...MARKET_FORMATS, ...OASIS_FORMATS];
