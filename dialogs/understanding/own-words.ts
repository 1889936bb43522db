import { regionNameIn } from './places-en.ts';
import type { PlanRequest, Request } from './requests.ts';
import { asTyped, type Respelt } from './spelling-en.ts';
import type { Question, Understanding } from './understanding.ts';

/**
 * What was read from a respelt message, with all that it quotes put back into the person's own words: a job title goes to its own speller
 * as it was typed. A place that was misspelt is noted, so that the answer can say how it was read.
 */
export function inOwnWords(understood: Understanding, read: Respelt): Understanding {
  switch (understood.kind) {
    case 'request':
      return { ...understood, request: requestInOwnWords(understood.request, read) };
    case 'questions':
      return { ...understood, questions: understood.questions.map((question) => questionInOwnWords(question, read)) };
    case 'out-of-scope':
      return {
        ...understood,
        about: understood.about === null ? null : asTyped(understood.about, read.slips),
        questions: understood.questions.map((question) => questionInOwnWords(question, read)),
      };
    default:
      return understood;
  }
}

function questionInOwnWords(question: Question, read: Respelt): Question {
  const { region, unknownPlace } = question.details;
  const named = region && regionNameIn(read.text, region);
  const typed = named && asTyped(named, read.slips);
  return {
    ...question,
    mentions: question.mentions.map((mention) => asTyped(mention, read.slips)),
    details: {
      ...question.details,
      ...(typed !== undefined && typed !== named && { regionTyped: typed }),
      ...(unknownPlace !== undefined && { unknownPlace: asTyped(unknownPlace, read.slips) }),
    },
  };
}

function requestInOwnWords<T extends Request | PlanRequest>(request: T, read: Respelt): T {
  const quote = (words: string): string => asTyped(words, read.slips);
  if (request.kind === 'save') return { ...request, mention: request.mention && quote(request.mention) };
  if (request.kind === 'suggest')
    return {
      ...request,
      wishes: request.wishes.map((wish) => ({ ...wish, words: quote(wish.words) })),
      unknown: request.unknown.map(quote),
    };
  return request;
}
