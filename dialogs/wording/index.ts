import { about } from './en/about.ts';
import { aloud } from './en/aloud.ts';
import { cards } from './en/cards.ts';
import { charts } from './en/charts.ts';
import { classification } from './en/classification.ts';
import { common } from './en/common.ts';
import { comparison } from './en/comparison.ts';
import { conversation } from './en/conversation.ts';
import { desk } from './en/desk.ts';
import { deskPage } from './en/desk-page.ts';
import { deskSignIn } from './en/desk-sign-in.ts';
import { interestStatements } from './en/interest-statements.ts';
import { interests } from './en/interests.ts';
import { market } from './en/market.ts';
import { matching } from './en/matching.ts';
import { occupationPage } from './en/occupation-page.ts';
import { official } from './en/official.ts';
import { plans } from './en/plans.ts';
import { schooling } from './en/schooling.ts';
import { teams } from './en/teams.ts';
import { teamsApp } from './en/teams-app.ts';
import { teamsLookup } from './en/teams-lookup.ts';
import { wage } from './en/wage.ts';
import { widget } from './en/widget.ts';
import { work } from './en/work.ts';

/** Every sentence that the bot can say, in one language. A new language is a folder with the same catalogues. */
export const en = {
  about,
  aloud,
  cards,
  charts,
  classification,
  common,
  comparison,
  conversation,
  desk,
  deskPage,
  deskSignIn,
  interestStatements,
  interests,
  market,
  matching,
  occupationPage,
  official,
  plans,
  schooling,
  teams,
  teamsApp,
  teamsLookup,
  wage,
  widget,
  work,
};

export type Wording = typeof en;

/** Locales that the bot speaks. A test walks all of them. */
export const LOCALES = { en } as const satisfies Record<string, Wording>;

/** The wording for a locale such as `en-CA`; English where the language is not spoken yet. */
export function wordingFor(locale: string | undefined): Wording {
  const language = (locale ?? 'en').slice(0, 2).toLowerCase();
  return language in LOCALES ? LOCALES[language as keyof typeof LOCALES] : en;
}
