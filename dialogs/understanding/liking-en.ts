import { LIKINGS, type Liking } from '../interests/scoring-model.ts';
import { FoldedText } from './folded-text.ts';

const MOST_WORDS = 9;

/** Whole replies whose meaning is not the sum of their words. */
const PHRASES: readonly (readonly [Liking | 'skip', readonly string[]])[] = [
  [
    'skip',
    'dont know|i dont know|i dont really know|do not know|i do not know|no idea|i have no idea|not sure|im not sure|i am not sure|unsure|idk|dunno|i dunno|pass|i pass|ill pass|pass on this one|skip|skip it|skip this|skip this one|skip that|next|next one|next please|n a|na|not applicable|no opinion|cant say|i cant say|cannot say|hard to say|prefer not to say|rather not say|id rather not say|no answer|no comment|never tried it|never done it|never done that'.split(
      '|',
    ),
  ],
  [
    1,
    'no way|absolutely not|definitely not|certainly not|never|never ever|no never|not at all|no not at all|not in a million years|not a chance|no chance|hell no|god no|no no no|no no|ugh no|not on your life|no thanks never|over my dead body|anything but that|i would never|i would never do that|strong dislike|totally not|really not'.split(
      '|',
    ),
  ],
  [
    2,
    'no|nope|nah|no thanks|no thank you|not really|no not really|not much|not so much|not very much|not that much|not for me|its not for me|thats not for me|not my thing|not really my thing|its not my thing|not my cup of tea|not my style|not me|id rather not|i would rather not|rather not|i think not|i dont think so|dont think so|probably not|not particularly|not especially|not interested|im not interested|not keen|im not keen|not a fan|im not a fan|i could do without|ugh|yuck|thumbs down'.split(
      '|',
    ),
  ],
  [
    3,
    'so so|meh|i dont mind|dont mind|dont mind it|i dont mind it|i wouldnt mind|i wouldnt mind it|wouldnt mind|do not mind|i dont care|dont care|i do not care|dont care either way|either way|whatever|maybe|perhaps|it depends|depends|that depends|sometimes|now and then|in between|in the middle|middle|middling|neither|neither like nor dislike|neither one nor the other|no preference|yes and no|fifty fifty|50 50|indifferent|im indifferent|neutral|im neutral|average|kind of|kinda|sort of|sorta|a bit|a little|a little bit|somewhat|more or less|could be worse|i can take it or leave it|take it or leave it|no strong feelings|no feelings either way|i guess|i suppose|shrug|mixed'.split(
      '|',
    ),
  ],
  [
    4,
    'yes|yeah|yep|yup|yea|ya|aye|sure|sure thing|of course|yes i would|yes i do|i would|i do|i think so|i guess so|probably|probably yes|yes probably|mostly|mostly yes|usually|not bad|not bad at all|not too bad|not so bad|not half bad|my thing|my kind of thing|thats my thing|im interested|interested|id be interested|interesting|sounds interesting|im keen|keen|thumbs up|why not|id be up for that|id be up for it|id be happy to|happy to|yes please|ok yes|i could do that|i could get into that'.split(
      '|',
    ),
  ],
  [
    5,
    'absolutely|definitely|totally|certainly|for sure|hell yes|hell yeah|oh yes|oh yeah|yes yes|yes yes yes|yes absolutely|yes definitely|yes very much|yes a lot|very much|very much so|so much|a lot|lots|big time|you bet|count me in|sign me up|cant get enough|cant get enough of it|right up my alley|thats right up my alley|thats me|that is me|so me|strong like|all day long|any day|in a heartbeat|i am a big fan|im a big fan|big fan|huge fan|very interested|im very interested|very keen|two thumbs up'.split(
      '|',
    ),
  ],
];

/** Words that carry a liking, and how much. */
const LIKED: Readonly<Record<string, Liking>> = table({
  5: 'love loves loved adore great awesome amazing fantastic excellent wonderful brilliant perfect favourite favorite dream thrilling',
  4: 'like likes liked enjoy enjoyed enjoyable good nice fun interesting cool happy pleasant appealing',
  3: 'ok okay okey fine alright acceptable decent tolerable bearable average neutral',
  2: 'dislike disliked boring dull bad tedious tiring annoying unpleasant bored uninteresting',
  1: 'hate hated loathe detest awful terrible horrible dreadful despise worst gross disgusting nightmare torture unbearable',
});

const NEGATIONS = words('not no dont doesnt didnt wouldnt isnt wasnt cant cannot never hardly aint');
const STRONGER = words(
  'really very so absolutely totally definitely strongly truly completely super extremely certainly lots much especially',
);
const WEAKER = words(
  'kind sort kinda sorta bit little somewhat slightly fairly rather mildly mostly quite pretty partly',
);
/** Words that say nothing about the liking. `all` and `lot` are told by the words around them. */
const FILLERS = words(
  'i id im ive it its this that thats these those would do does did be am is was are to the a an of my me for at all lot in with doing thing things one work well oh um hmm honestly just think guess say actually please yes yeah yep nah sounds sound seems looks feel feels find makes make hey hm too some have been can could will',
);

const EMOJI: readonly (readonly [Liking, RegExp])[] = [
  [5, /❤|😍|🥰|🤩|💯|💖|👍\p{Emoji_Modifier}?👍/u],
  [1, /😡|🤮|😠|🤬|👎\p{Emoji_Modifier}?👎/u],
  [4, /👍|🙂|😀|😃|😄|😊|👌/u],
  [2, /👎|🙁|☹|😞|😒|😕/u],
  [3, /😐|😑|🤷/u],
];

const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five'];
/** The button behind the five answers, which channels without buttons show as the sixth. */
const SKIP_BUTTON = /^\s*(?:(?:number|option)\s+)?[#([]?\s*(?:6|six)\s*[)\].!]*\s*$/i;
const NUMBER =
  /^(?:(?:a|an|number|no|option|about|maybe|say|id say|i say|i would say|i d say|its|it s|answer|my answer is|i choose|i pick|make it|make that)\s)*([1-5]|one|two|three|four|five)(?:\s(?:please|out of (?:5|five)|of (?:5|five)|(?:stars?|points?)))*$/;

/**
 * How much a person likes a statement, from one reply to it: a number, a button's text, a word or a short sentence. `skip` when they cannot
 * say; null when it is no answer, such as a question, or a sentence in which a number or a liking merely occurs.
 */
export function readLiking(text: string): Liking | 'skip' | null {
  if (text.includes('?')) return null;
  const folded = new FoldedText(text.replace(/['’`]/g, '')).folded;
  if (folded === '') return fromEmoji(text);
  if (SKIP_BUTTON.test(text)) return 'skip';
  const number = numberIn(text, folded);
  if (number !== undefined) return number;
  const phrase = PHRASES.find(([, phrases]) => phrases.includes(folded));
  if (phrase) return phrase[0];
  // A thank-you or a yes and no before the answer: the answer is what follows.
  const rest = folded.replace(/^(?:well|hmm|hm|um|oh|honestly|no|nope|yes|yeah) /, '');
  const later = PHRASES.find(([, phrases]) => phrases.includes(rest));
  return later && later[0] !== 'skip' ? later[0] : fromWords(folded.split(' '));
}

function fromEmoji(text: string): Liking | null {
  return EMOJI.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** A number that is the whole reply; undefined when the reply is none, null for a number that is not on the scale. */
function numberIn(text: string, folded: string): Liking | null | undefined {
  if (/^[\s+]*-\s*\d/.test(text) || /^\W*[\d.,/\s-]+\W*$/.test(text)) {
    const plain = /^\s*[#([]?\s*([1-5])\s*(?:\/\s*5)?\s*[.)\]!]*\s*$/.exec(text)?.[1];
    if (plain !== undefined) return onScale(Number(plain));
    return text.includes('\u20e3') ? onScale(Number(folded)) : null;
  }
  const said = NUMBER.exec(folded)?.[1];
  if (said === undefined) return undefined;
  return onScale(NUMBER_WORDS.includes(said) ? NUMBER_WORDS.indexOf(said) + 1 : Number(said));
}

/** Closed vocabulary: one unknown word and the reply is not an answer. */
function fromWords(said: readonly string[]): Liking | null {
  if (said.length > MOST_WORDS) return null;
  let liking: Liking | undefined;
  let negated = false;
  let stronger = false;
  let weaker = false;
  for (const [at, word] of said.entries()) {
    const value = LIKED[word];
    // Two likings in one reply ("good but boring") leave the answer open, unless they agree.
    if (value !== undefined && liking !== undefined && value !== liking) return null;
    if (value !== undefined) liking = value;
    else if (NEGATIONS.has(word)) {
      // "No, I don't": the first is an answer of its own and no second negation.
      if (word !== 'no' || said.length === 2) negated = true;
    } else if (STRONGER.has(word) || (word === 'lot' && said[at - 1] === 'a')) stronger = true;
    else if (word === 'all' && said[at - 1] === 'at') stronger = true;
    else if (WEAKER.has(word)) weaker = true;
    else if (!FILLERS.has(word)) return null;
  }
  if (liking === undefined) return null;
  const before = said.findIndex((word) => NEGATIONS.has(word) && word !== 'no');
  const first = said.findIndex((word) => STRONGER.has(word));
  // "I really don't like it" is strong; "I don't really like it" is not.
  if (negated) return withoutIt(liking, (first !== -1 && first < before) || said.join(' ').endsWith('at all'));
  if (stronger) return liking >= 4 ? 5 : liking <= 2 ? 1 : 3;
  return weaker ? (onScale(Math.min(4, Math.max(2, liking))) ?? liking) : liking;
}

/** What is left of a liking once it is denied. */
function withoutIt(liking: Liking, strongly: boolean): Liking {
  if (liking >= 3) return strongly ? 1 : 2;
  return liking === 2 ? 4 : 3;
}

function onScale(value: number): Liking | null {
  return LIKINGS.find((each) => each === value) ?? null;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function table(lists: Readonly<Record<Liking, string>>): Record<string, Liking> {
  return Object.fromEntries(LIKINGS.flatMap((liking) => lists[liking].split(' ').map((word) => [word, liking])));
}
