import { expect } from 'chai';
import { respelt } from '../../../dialogs/understanding/spelling-en.ts';
import { type Lexicon, understand } from '../../../dialogs/understanding/understand.ts';
import type { Question } from '../../../dialogs/understanding/understanding.ts';
import { vocabularyOf } from '../../../dialogs/understanding/vocabulary-en.ts';
import { shippedKnowledge, shippedLexicon } from '../helpers.ts';
import {
  MISSPELT_COMMANDS,
  MISSPELT_ERASING,
  MISSPELT_PLACES,
  MISSPELT_TOPICS,
  NOT_MISSPELT,
} from './misspelt-tables.ts';

/** Misspelt French words of the shipped titles: the first is how English speakers misspell a city. */
const FRENCH_TITLE_WORDS = ['medecine', 'universite'];
const ERASES = ['forget-me', 'forget-codes', 'clear-list', 'unsave', 'exercise-afresh'];

describe('slips of spelling', () => {
  let lexicon: Lexicon;

  before(async () => {
    lexicon = await shippedLexicon();
  });

  function questionsIn(text: string): readonly Question[] {
    const understood = understand(text, lexicon);
    return understood.kind === 'questions' ? understood.questions : [];
  }

  // Protects people who type fast, or write English as a second language: their questions are those of others.
  for (const [text, topics] of Object.entries(MISSPELT_TOPICS)) {
    it(`"${text}" asks for ${topics}`, () => {
      expect(
        questionsIn(text)
          .flatMap((question) => question.topics)
          .join(';'),
      ).to.equal(topics);
    });
  }

  // Protects from an answer for the home region, or for no place, where another is meant.
  for (const [text, place] of Object.entries(MISSPELT_PLACES)) {
    it(`"${text}" names ${place}`, () => {
      const [question] = questionsIn(text);
      expect(question?.details.region?.id).to.equal(place);
      expect(text).to.include(question?.details.regionTyped ?? 'a misspelt name');
      expect(question?.mentions.join() ?? '').to.match(/^(|plumber|nurses?|welder)$/);
    });
  }

  // Protects the meaning of words that are right: nothing is corrected into a topic, a command or a place.
  for (const text of NOT_MISSPELT) {
    it(`"${text}" is read as it stands`, () => {
      expect(respelt(text, lexicon)).to.equal(null);
    });
  }

  for (const [text, command] of Object.entries(MISSPELT_COMMANDS)) {
    it(`"${text}" is the command ${command}`, () => {
      expect(understand(text, lexicon)).to.deep.equal({ kind: 'command', command });
    });
  }

  // Protects what is kept of a person: only plain words erase it.
  for (const text of MISSPELT_ERASING) {
    it(`"${text}" erases nothing`, () => {
      const understood = understand(text, lexicon);
      expect(understood.kind === 'request' && ERASES.includes(understood.request.kind)).to.equal(false);
    });
  }

  // Protects the titles' own speller, which must see what was typed.
  it('leaves a title in the words of the person', () => {
    expect(questionsIn('scool bus driver sallary').flatMap(({ mentions }) => mentions)).to.deep.equal([
      'scool bus driver',
    ]);
  });

  it('takes no word of any stored job title for another word', async () => {
    const { store } = await shippedKnowledge();
    const { isKnown, meantBy } = vocabularyOf(lexicon.regions);
    const words = (await store.titles()).flatMap(
      ({ title }) =>
        title
          .normalize('NFKD')
          .replace(/\p{M}/gu, '')
          .toLowerCase()
          .match(/[a-z]+/g) ?? [],
    );
    const taken = [...new Set(words)].filter((word) => !isKnown(word) && meantBy(word) !== null);
    expect(taken.filter((word) => !FRENCH_TITLE_WORDS.includes(word))).to.deep.equal([]);
  });

  it('never takes a word of four letters or fewer for another by itself', () => {
    const { meantBy } = vocabularyOf(lexicon.regions);
    const short = ['wges', 'jbos', 'skil', 'pya', 'cods', 'hepl', 'shol', 'degr', 'banf', 'regi'];
    expect(short.filter((word) => meantBy(word) !== null)).to.deep.equal([]);
  });

  it('takes two slips in words of nine letters or more alone', () => {
    const { meantBy } = vocabularyOf(lexicon.regions);
    expect(meantBy('qualifactions')).to.equal('qualifications');
    expect(meantBy('responsablities')).to.equal('responsibilities');
    expect(meantBy('scholng')).to.equal(null);
    expect(meantBy('outlk')).to.equal(null);
  });

  it('leaves addresses, codes and words with digits alone', () => {
    for (const text of ['outlok@example.org', 'www.sallary.example', 'outl0ok', 'sallary_1'])
      expect(respelt(text, lexicon)).to.equal(null);
  });
});
