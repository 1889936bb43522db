/**
 * `natural` ships types for its root only, and its root must not be loaded (it opens databases and prints adverts):
 * the files that are used are typed here.
 */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  const jaroWinkler: (a: string, b: string, options?: { ignoreCase?: boolean }) => number;
  export default jaroWinkler;
}
declare module 'natural/lib/natural/phonetics/metaphone.js' {
  class Metaphone {
    process(word: string): string;
  }
  export default Metaphone;
}
