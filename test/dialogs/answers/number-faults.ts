import {
  type Answer,
  answerFacts,
  answerParameters,
  answerSpoken,
  answerText,
  sentencesOf,
} from '../../../dialogs/answers/answer.ts';

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;

function numbersIn(text: string): string[] {
  return text.match(NUMBER) ?? [];
}

/** Numbers of the rendered text that are neither in a fact of the answer nor in a typed parameter of its wording. */
function strayNumbers(answer: Answer): string[] {
  const known = new Set([...answerFacts(answer), ...answerParameters(answer)].flatMap((told) => numbersIn(told.text)));
  return [answerText(answer), answerSpoken(answer)].flatMap(numbersIn).filter((number) => !known.has(number));
}

/** Digits in the fixed words of a sentence: a number that nobody could trace. */
function untypedDigits(answer: Answer): string[] {
  return sentencesOf(answer).flatMap(
    (sentence) => sentence.segments.filter((segment) => typeof segment === 'string' && /\d/.test(segment)) as string[],
  );
}

/** What is wrong with an answer: numbers that nobody could trace, facts without a source, nothing said. */
export function faultsOf(answer: Answer): string[] {
  const { code } = answer.subject ?? { code: '' };
  return [
    ...strayNumbers(answer).map((number) => `${code} ${answer.topic}: ${number} is no fact and no parameter`),
    ...untypedDigits(answer).map((words) => `${code} ${answer.topic}: digits in fixed words "${words}"`),
    ...answerFacts(answer)
      .filter(
        (fact) => typeof fact.value === 'number' && Number.parseFloat(fact.text.replace(/[$,]/g, '')) !== fact.value,
      )
      .map((fact) => `${code} ${answer.topic}: ${fact.id} is ${fact.value} and told as ${fact.text}`),
    ...answerFacts(answer)
      .filter((fact) => fact.source === '')
      .map((fact) => `${code} ${answer.topic}: ${fact.id} has no source`),
    ...(answerFacts(answer).length > 0 && answer.citations.length === 0 && answer.topic !== 'data-sources'
      ? [`${code} ${answer.topic}: facts without a citation`]
      : []),
    ...(answerText(answer).trim() === '' || answerSpoken(answer).trim() === ''
      ? [`${code} ${answer.topic}: nothing said`]
      : []),
    ...(/undefined|null|NaN|\[object/.test(answerText(answer))
      ? [`${code} ${answer.topic}: ${answerText(answer)}`]
      : []),
  ];
}
