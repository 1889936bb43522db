import { expect } from 'chai';
import { COMMANDS, commandIn } from '../../dialogs/understanding/commands.ts';
import { smallTalkIn } from '../../dialogs/understanding/small-talk-en.ts';
import { TOPICS } from '../../dialogs/understanding/topics.ts';
import { type Lexicon, understand } from '../../dialogs/understanding/understand.ts';
import { LOCALES } from '../../dialogs/wording/index.ts';
import { shippedLexicon } from './helpers.ts';

/** Fixed words of a catalogue: strings, and the string parts of sentences; what a function makes is tested in the answers. */
function fixedWords(value: unknown, path: string): { path: string; words: string }[] {
  if (typeof value === 'string') return [{ path, words: value }];
  if (typeof value !== 'object' || value === null) return [];
  if ('parameter' in value || 'fact' in value || 'url' in value) return [];
  return Object.entries(value).flatMap(([key, inner]) => fixedWords(inner, `${path}.${key}`));
}

describe('wording', () => {
  for (const [locale, wording] of Object.entries(LOCALES)) {
    // Protects the rule that a number is a fact or a typed parameter: no digit can hide in a sentence.
    it(`has no digit in the fixed words of ${locale}`, () => {
      const words = fixedWords(wording, locale);
      expect(words.length).to.be.greaterThan(50);
      // `$1` is a place that Web Chat fills.
      expect(words.filter((each) => /\d/.test(each.words.replaceAll(/\$\d/g, '')))).to.deep.equal([]);
    });

    // Protects people from being asked the same thing twice in the same words.
    it(`words repeated questions differently in ${locale}`, () => {
      const { conversation } = wording;
      for (const list of [
        conversation.askSubject,
        conversation.notUnderstood,
        conversation.notRecognizedHint,
        conversation.describeWork,
      ]) {
        const texts = list.map((sentence) => JSON.stringify(sentence));
        expect(new Set(texts).size).to.equal(texts.length);
      }
    });
  }

  describe('what it suggests', () => {
    let lexicon: Lexicon;
    before(async () => {
      lexicon = await shippedLexicon();
    });

    // Protects clicks: each suggested question is understood as the topic that it stands for.
    for (const topic of TOPICS) {
      it(`is understood: ${LOCALES.en.common.topicQuestion(topic)}`, () => {
        const understood = understand(LOCALES.en.common.topicQuestion(topic), lexicon);
        expect(understood.kind).to.equal('questions');
        if (understood.kind === 'questions')
          expect(understood.questions.flatMap((question) => question.topics)).to.deep.equal([topic]);
      });
    }
  });

  describe('commands', () => {
    // Protects the one table of commands from two commands that answer to the same words.
    it('do not clash with each other or with small talk', () => {
      const aliases = COMMANDS.flatMap((command) => command.aliases.map((alias) => ({ alias, name: command.name })));
      for (const { alias, name } of aliases) {
        expect(commandIn(alias), alias).to.equal(name);
        expect(smallTalkIn(alias), alias).to.equal(null);
      }
      expect(new Set(aliases.map(({ alias }) => alias)).size).to.equal(aliases.length);
    });

    it('are whole messages: a sentence that contains the word is none', () => {
      for (const text of [
        'a help desk technician',
        'back hoe operator',
        'how do I cancel class',
        'person who cuts hair',
        'stop sign painter',
      ]) {
        expect(commandIn(text), text).to.equal(null);
      }
    });
  });
});
