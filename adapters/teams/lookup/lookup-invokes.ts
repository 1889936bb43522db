import type { Activity } from 'botbuilder';
import type { Knowledge } from '../../../dialogs/advisor.ts';
import { TypeAheads } from '../../../dialogs/type-ahead/type-ahead.ts';
import { AdvisorError, ERRORS } from '../../../knowledge/errors.ts';
import type { InvokeAnswer, Invokes } from '../invokes.ts';
import { CompareCommand } from './compare/compare-command.ts';
import { linkPreview } from './link-preview.ts';
import { OccupationCards } from './occupation-cards.ts';
import { occupationSearch } from './occupation-search.ts';
import type { LookupDependencies } from './ports.ts';
import { messageOf, resultOf, searchResultOf, taskMessageOf } from './results.ts';
import { SearchCommand } from './search-command.ts';
import { within } from './within.ts';

const TIME_LIMIT_MS = 4_000;

interface Command {
  /** Null for what is somebody else's. Throws INVOKE_INVALID for a value that has not the command's shape. */
  answer(activity: Activity, knowledge: Knowledge): Promise<object | null>;
  /** What is answered in time where there is nothing else to say. */
  instead(words: string): object;
}

/**
 * Search, comparison and link previews in Teams. Whatever happens, a person gets an answer within the time limit: a message where the
 * knowledge is being loaded, where it takes too long and where something fails; 400 INVOKE_INVALID only for values that no Teams sends.
 */
export function createLookupInvokes(dependencies: LookupDependencies): Invokes {
  const { wording, log, knowledge, timeLimitMs = TIME_LIMIT_MS } = dependencies;
  const words = wording.teamsLookup;
  const commands = commandsOf(dependencies);
  return {
    answer: async (activity) => {
      const command = commands.get(activity.name ?? '');
      if (!command) return null;
      try {
        const now = knowledge();
        if (!now) return answered(command.instead(words.loading));
        const late = command.instead(words.tooSlow);
        const told = await within(timeLimitMs, command.answer(activity, now), late);
        return told && answered(told);
      } catch (error) {
        if (error instanceof AdvisorError && error.code === 'INVOKE_INVALID') return refused(error.code);
        log.error({ err: error }, 'a search or a comparison in Teams failed');
        return answered(command.instead(words.failed));
      }
    },
  };
}

function commandsOf(dependencies: LookupDependencies): ReadonlyMap<string, Command> {
  const { wording, publicUrl, searches = new TypeAheads(wording) } = dependencies;
  const cards = new OccupationCards(dependencies);
  const search = new SearchCommand(dependencies, searches, cards);
  const compare = new CompareCommand(dependencies, searches);
  const link: readonly [string, Command][] =
    publicUrl === null
      ? []
      : ['composeExtension/queryLink', 'composeExtension/anonymousQueryLink'].map((name) => [
          name,
          {
            answer: (activity, knowledge) => linkPreview(activity, knowledge, publicUrl, cards, wording),
            // A link stays a link: no message may take its place.
            instead: () => resultOf([], false),
          },
        ]);
  return new Map<string, Command>([
    [
      'composeExtension/query',
      { answer: (activity, knowledge) => search.query(activity, knowledge), instead: messageOf },
    ],
    [
      'composeExtension/selectItem',
      { answer: (activity, knowledge) => search.select(activity, knowledge), instead: messageOf },
    ],
    [
      'composeExtension/fetchTask',
      { answer: (activity, knowledge) => compare.form(activity, knowledge), instead: taskMessageOf },
    ],
    [
      'composeExtension/submitAction',
      { answer: (activity, knowledge) => compare.submit(activity, knowledge), instead: taskMessageOf },
    ],
    [
      'application/search',
      {
        answer: (activity, knowledge) => occupationSearch(activity, knowledge, searches, dependencies),
        instead: () => searchResultOf([]),
      },
    ],
    ...link,
  ]);
}

function answered(body: object): InvokeAnswer {
  return { status: 200, body };
}

function refused(code: 'INVOKE_INVALID'): InvokeAnswer {
  return { status: 400, body: { error: { code, message: ERRORS[code] } } };
}
