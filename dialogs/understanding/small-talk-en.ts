/** Messages that are no question about an occupation. All tried on the whole folded message. */

export type SmallTalk =
  | 'hello'
  | 'thanks'
  | 'goodbye'
  | 'yes'
  | 'no'
  | 'ok'
  | 'how-are-you'
  | 'who-are-you'
  | 'none-of-these'
  | 'distress'
  | 'complaint'
  | 'job-lost'
  | 'remind';

const TALK: readonly [SmallTalk, RegExp][] = [
  [
    'distress',
    /\b(kill (myself|my self)|suicid(e|al)|end (my|it) (life|all)|want to die|hurt myself|harm myself|self harm|(feel|feeling|am|i m) (so )?(depressed|hopeless|worthless)( and (depressed|hopeless|worthless))?)\b/,
  ],
  [
    'complaint',
    /^(you (suck|are|re) ?(stupid|useless|dumb|bad|wrong|no help|terrible|an idiot)?|this (sucks|is (stupid|useless|dumb|wrong|no help|terrible))|(stupid|dumb|useless) (bot|thing)?|not (useful|helpful)( at all)?|that (did not|didn t) help|that s (wrong|not right|useless))$/,
  ],
  [
    'complaint',
    /^((you|u|ur|this|it)( (are|re|r|is|s))? )?((an?|the|so|such|just|really|damn|total|complete|absolute|stupid|dumb|useless|worthless) )*(idiot|moron|piece of (junk|shit|crap|garbage|trash)|bullshit|shit|stupid|dumb|useless|worthless)( (bot|robot|thing|machine|program|computer|chatbot|piece of (junk|shit|crap|garbage|trash)))*$|^(fuck|screw)( (you|u|off|this|it|that))*( (bot|robot|thing|machine))?$|^(shut up|go to hell|get lost|wtf)$/,
  ],
  [
    'none-of-these',
    /^(none|none of (these|those|them|the above|it)|neither( of (these|those|them))?|not (any of )?(these|those|them)|something else|other|another one|no none( of (these|those|them))?|not (in|on) the list)( please)?$/,
  ],
  [
    'hello',
    /^(hi|hello|hey|hiya|howdy|good (morning|afternoon|evening|day)|greetings|bonjour|salut|allo|yo)( there| again| bot| everyone)?$/,
  ],
  [
    'thanks',
    /^((ok|okay|great|perfect|good|awesome|wonderful|cool|lol|haha|alright|no) )?(thanks|thank you|thx|ty|merci|cheers|much appreciated|appreciated|thank u)( (so|very) much| a lot| a bunch| that helped| that helps| again| for (your|the) help| that s (all|great|helpful)| bye)?$/,
  ],
  [
    'thanks',
    /^(that s|that is|this is|you are|you re|very|so)( very| really| so)? (helpful|great|useful|perfect|awesome|kind)( thanks| thank you)?$/,
  ],
  [
    'goodbye',
    /^(bye|bye bye|goodbye|good bye|see you|see ya|later|good night|au revoir|take care|have a (good|nice) (day|one|evening)|that s all( for (now|today))?|i m done|we re done|nothing else)( thanks| thank you)?$/,
  ],
  [
    'yes',
    /^(yes|yeah|yep|yup|sure|y|yes please|of course|correct|right|that s right|it was|yes it was|definitely|absolutely|oui|very|very much)( it was| thanks| thank you)?$/,
  ],
  [
    'no',
    /^(no|nope|nah|n|not really|no thanks|no thank you|it was not|it wasn t|no it was not|no it wasn t|not at all|non)$/,
  ],
  [
    'ok',
    /^(ok|okay|k|alright|all right|fine|got it|i see|cool|great|good|nice|perfect|interesting|wow|hmm+|huh|lol|haha|aha|oh|ah)$/,
  ],
  [
    'how-are-you',
    /^(how are you( doing)?( today)?|how s it going|how do you do|what s up|sup|are you (ok|there|awake)|ca va)$/,
  ],
  [
    'who-are-you',
    /^(who|what) are you$|^(are|r) (you|u) (a |an )?(real |actual )?(bot|robot|human|person|ai|machine|computer|real|program|chatbot|automated)( or .*)?$|^(who (made|built|created|runs) you)$|^what s your name$|^am i talking to a (bot|robot|human|person|real person|machine)$/,
  ],
  [
    'remind',
    /^((please|can you|could you|will you) )?(remind me|send me a reminder|set a reminder|notify me)( (later|again|soon|tomorrow|tonight|next (week|month)|on \w+day|in (a|an|one|two|three|\d+) (hours?|days?|weeks?|months?)))*( (of|about) (my|the|this) (short ?list|list|saved (jobs|occupations|ones)))?( (later|again|soon|tomorrow|tonight|next (week|month)|on \w+day|in (a|an|one|two|three|\d+) (hours?|days?|weeks?|months?)))*( please)?$|^(where (is|s|do i find|can i find)|how (do|can) i (find|see|get back to|come back to)) my (short ?list|list)( again| later)?$/,
  ],
];

const JOB_LOST =
  /\b(laid off|let go|made redundant|lost (my|his|her|their|a|the) (job|work|position)|(got|was|been|were|am|getting) (just )?(fired|sacked|downsized)|out of (work|a job)|unemployed|jobless)\b/;

export const TALK_PATTERNS: readonly RegExp[] = [...TALK.map(([, pattern]) => pattern), JOB_LOST];

/** Whether a message tells of lost work. It may ask something too, which then comes first. */
export function isJobLost(folded: string): boolean {
  return JOB_LOST.test(folded);
}

export function smallTalkIn(folded: string): SmallTalk | null {
  return TALK.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** A greeting, a courtesy or a change of mind before the real question, to be set aside: "actually I meant a welder". */
export const COURTESY =
  /^(hi|hello|hey|good (morning|afternoon|evening|day)|bonjour|please|thanks|thank you|ok|okay|so|well|great|um|uh|excuse me|sorry|actually|no wait|(no )?i (meant|mean)|(my |the |a )?(caller|client|student|customer) (asks?|wants to know|is asking)|quick question)( there)?\b\s*/;

export type OutOfScope = 'immigration' | 'legal' | 'hiring' | 'advice' | 'personal';

/** What the bot must not answer. Tried on the message without the job titles in it ("immigration officer" is a job). */
const OUT_OF_SCOPE: readonly [OutOfScope, RegExp][] = [
  [
    'immigration',
    /\b(visas?|work permits?|study permits?|immigrat(e|ing)|emigrate|express entry|permanent residen(t|ce|cy)|pr (status|card|application)|lmia|refugee (status|claim)|citizenship|get into canada|move to canada|come to canada|deport(ed|ation)|crs (score|points)|get pr|pr with)\b/,
  ],
  [
    'legal',
    /\b(legal advice|can i sue|sue (my|them|him|her)|suing|lawsuit|my rights|wrongful(ly)? (dismiss|terminat)\w*|unfair dismissal|severance|owed (overtime|wages|pay)|entitled to|is it legal (to|for)|allowed to fire|discriminated against|(not|isn t|refuses to) pay(ing)? me|foreign (degrees?|credentials?|qualifications?)|credentials? recognized)\b/,
  ],
  [
    'hiring',
    /\b((will|would|can|could|might) (i|they|you|he|she) (ever )?(get|be|land) (hired|the job|this job|a job there|an offer)|(will|would|can|could) you (hire|employ) me|hire me|guarantee(d)? (me|a job|a position|work|that i)|get me (a|the) job|my chances of (being hired|getting (hired|the job|in))|promise me)\b/,
  ],
  [
    'personal',
    /\b((do|did) (men|women|females?|males?) (earn|make|get)|(men|women|females?|males?) (earn|make|get paid|paid) (less|more)|too (old|young) (to|for)|can (girls|women|woman|boys|men|a woman|a man) (do|be|become)|at my age|because i (am|m) an? (man|woman|immigrant|muslim|christian|jew|foreigner)|(because of|with) my (gender|age|race|religion|skin|nationality|accent)|(male|female) (or|vs) (male|female))\b/,
  ],
  [
    'advice',
    /(?<!\b(?:what|where|which|how|courses|school|subjects?|programs?) )\bshould i (become|quit|switch|leave|accept|choose|stay)\b|\bwhat should (i|we) (be|become|do with my life|choose)$|\b(is it worth (it|becoming|doing)|right for me|would you recommend|do you recommend|which (is|one is|job is) (better|best) for me|best (job|career|occupation) for me|do you think i (should|can|could|would|will)|am i (good|smart) enough|what (career|job) (suits|is best for) me)\b/,
  ],
];

export function outOfScopeIn(folded: string): OutOfScope | null {
  return OUT_OF_SCOPE.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

export const FRENCH_WORDS: readonly string[] =
  'combien|quel|quelle|quels|quelles|est ce que|qu est ce|salaire|gagne|gagnent|comment|devenir|travail|emploi|metier|je|suis|veux|voudrais|pour|une|les|des|du|dans|etudes|formation|faut|il|elle|avec|c est|sont|aide'.split(
    '|',
  );
const FRENCH = new RegExp(`\\b(${FRENCH_WORDS.join('|')})\\b`, 'g');

/** True where most letters are of another script, or the small words are French: the bot answers in English only. */
export function isOtherLanguage(original: string, folded: string): boolean {
  const letters = original.match(/\p{L}/gu) ?? [];
  const latin = original.match(/\p{Script=Latin}/gu) ?? [];
  if (letters.length > 0 && latin.length * 2 < letters.length) return true;
  return new Set(folded.match(FRENCH) ?? []).size >= 2;
}
