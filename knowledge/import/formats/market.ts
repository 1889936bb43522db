import type { Format } from '../format.ts';
import { albertaSurvey, albertaSurveyWide } from './alberta-survey.ts';
import { bcWages } from './bc-wages.ts';
import { cops } from './cops.ts';
import { jobBankOutlooks } from './job-bank-outlooks.ts';
import { jobBankWageHistory } from './job-bank-wage-history.ts';
import { jobBankWagesFile } from './job-bank-wages.ts';
import { jobBankWagesAnnual } from './job-bank-wages-annual.ts';

/** Files of figures: wages, projections, outlooks. */
export const MARKET_FORMATS: readonly Format[] = [
  jobBankWagesFile,
  jobBankWageHistory,
  jobBankWagesAnnual,
  bcWages,
  jobBankOutlooks,
  cops,
  albertaSurvey,
  albertaSurveyWide,
];
