import { expect } from 'chai';
import { readLiking } from '../../../dialogs/understanding/liking-en.ts';

/** Replies to a statement of the interests exercise, by what they mean. */
const READ: readonly (readonly [ReturnType<typeof readLiking>, readonly string[]])[] = [
  [1, ['1', ' 1 ', '1.', 'one', 'number one', '1/5', '1 out of 5', 'dislike a lot', 'strongly dislike', 'hate that']],
  [1, ['I hate it', 'no way', 'No way!', 'absolutely not', 'definitely not', 'never', 'not at all', 'NOT AT ALL']],
  [1, ["I really don't like it", "I don't like it at all", 'awful', 'that sounds terrible', 'I really hate this']],
  [1, ['👎👎', '😡', "I'd hate it", 'I would hate doing that', 'really boring', 'so boring', 'hell no']],
  [2, ['2', '#2', 'two', 'two please', 'dislike', 'I dislike it', 'no', 'nope', 'Nah', 'no thanks', 'not really']],
  [
    2,
    ['Not really.', 'not for me', "it's not for me", 'not my thing', 'not my cup of tea', "I'd rather not", 'boring'],
  ],
  [2, ["don't like it", 'do not like', 'I don’t really like it', "I wouldn't like that", "don't love it", 'not fun']],
  [
    2,
    ['not very interesting', 'not great', 'no, not really', 'kind of hate it', 'a bit boring', 'not interested', '👎'],
  ],
  [2, ['probably not', 'not ok', "I don't enjoy it", 'not good', 'no, I do not like it', '👎🏽']],
  ['skip', ['6', '[6]', '#6', 'six', 'number 6']],
  [3, ['[3]']],
  [3, ['3', '3!', 'three', 'a 3', 'neutral', 'ok', 'OK', "it's ok", "It's okay I guess", 'meh', 'sort of', 'kind of']],
  [3, ['kinda', "I don't mind", "don't mind it", 'fine', 'its fine', 'so-so', 'either way', 'whatever', 'maybe']],
  [
    3,
    ["don't hate it", "I don't hate that", 'not awful', 'in between', 'it depends', 'sometimes', 'neither', '😐', '3️⃣'],
  ],
  [3, ['in the middle', 'yes and no', 'take it or leave it', 'alright', "I wouldn't hate it", 'really ok']],
  [
    4,
    [
      '4',
      'four',
      '4 please',
      "I'd say 4",
      'I would say four',
      '4/5',
      'like',
      'I like it',
      'I like that',
      'yes',
      'yes!',
    ],
  ],
  [
    4,
    ['Yeah', 'yep', 'sure', 'of course', 'not bad', 'not bad at all', 'fun', 'sounds fun', 'sounds good', '👍', '👍🏿'],
  ],
  [
    4,
    ["I'd enjoy that", 'I would like to do that', 'pretty good', 'kind of like it', 'quite nice', 'interesting', '🙂'],
  ],
  [4, ['not boring', "I don't dislike it", 'yes please', 'yes, I like it', 'that would be nice', 'thumbs up']],
  [5, ['5', '5!!', 'five', '(5)', '5 stars', 'five out of five', 'love it', 'Love it!', 'I love that', 'like a lot']],
  [5, ['I like it a lot', 'strongly like', 'I really like it', "I'd love to", 'I would love doing this', 'absolutely']],
  [
    5,
    ['definitely', 'very much', 'I enjoy it very much', 'great', 'awesome!', 'that sounds amazing', '❤️', '👍👍', '😍'],
  ],
  [
    5,
    ['oh yes', 'for sure', 'count me in', 'right up my alley', 'I would really enjoy that', 'so much fun', 'hell yes'],
  ],
  ['skip', ["don't know", "I don't know", 'dont know', 'no idea', 'not sure', "I'm not sure", 'idk', 'pass', 'skip']],
  ['skip', ['Skip this one', 'n/a', 'N/A', 'no opinion', "can't say", 'hard to say', 'prefer not to say', 'next']],
  // Questions, talk, and numbers that are not on the scale or not alone.
  [null, ['', '   ', '?', '!!!', 'what does that mean?', 'do I like it?', 'what do welders earn?', 'yes?', '3?']],
  [null, ['0', '10', '55', '2.5', '-1', '3 or 4', '1 2', '3-4', '12345', '2, 3', '4 kids', 'I have 3 kids']],
  [null, ['I worked 5 years as a welder', 'there are 2 of us', 'tell me about nurses', 'plumber', 'asdfgh', 'qwe rty']],
  [null, ['good but boring', 'I love my dog', 'I like pizza', 'what is the wage of a good welder', 'help', 'cancel']],
  [null, ['I like to work with my hands when the weather is good and nobody shouts at me', 'go back', 'start over']],
  [null, ['no wage', 'one more question', 'the second one', 'how many more', 'five minutes left', 'like a boss']],
];

describe('likings in words', () => {
  // Protects the exercise from putting words into a person's mouth, and from asking again what was answered.
  for (const [liking, replies] of READ)
    for (const reply of replies)
      it(`"${reply}" is ${liking ?? 'no answer'}`, () => {
        expect(readLiking(reply)).to.equal(liking);
      });

  // Protects the turn from long input.
  it('takes no long text for an answer', () => {
    expect(readLiking('like '.repeat(5000))).to.equal(null);
    expect(readLiking('5 '.repeat(300))).to.equal(null);
  });
});
