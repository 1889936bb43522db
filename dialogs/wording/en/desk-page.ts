/** A pasted paragraph need not be read again. */
function short(query: string): string {
  return query.length > 60 ? `${query.slice(0, 60)} ...` : query;
}

/** What the desk's page says around the answers; an agent reads it, a caller never hears it. Keys are named by the page itself. */
export const deskPage = {
  title: 'Career Advisor desk',
  name: 'Desk',
  noScript: 'The desk needs JavaScript, which is switched off in this browser.',

  notBuilt: {
    heading: 'The desk is not built yet',
    text: 'Run this command in the folder of the project, then load the page again:',
    command: 'npm run build',
  },

  search: {
    label: 'Job title, code or section',
    placeholder: 'Half a job title, a code, or a section',
    results: 'What it may be',
    count: (count: number): string =>
      count === 0 ? 'Nothing found.' : count === 1 ? 'One occupation.' : `${count} occupations.`,
    none: (query: string): string =>
      `Nothing is called "${short(query)}". Try other words for the work, ask the caller what they do, or press Enter to ask the bot.`,
    ask: 'Ask the caller',
    didYouMean: (words: string): string => `Understood as "${words}".`,
    opens: (what: string): string => `Opens with: ${what}.`,
    matched: (title: string, why: string): string => (why === '' ? title : `${title}: ${why}`),
    section: (name: string): string => `Go to ${name}`,
    sectionHint: 'Section of the open sheet',
    cut: (most: number): string => `That was too long to search: only the first ${most} characters are used.`,
    searching: 'Searching ...',
  },

  calls: {
    label: 'Calls',
    unnamed: 'New call',
    open: 'Another call',
    close: (name: string): string => `Close ${name}`,
    inFront: (name: string): string => `Call in front: ${name}`,
    full: (most: number): string => `${most} calls are open`,
    keepAll: 'Keep them all',
    whichToClose: 'Close one that is done. Its note can be copied first.',
  },

  recent: {
    heading: 'Looked up before',
    none: 'What you open stands here.',
  },

  start: {
    heading: 'Who is on the line?',
    lead: 'Type what the caller says. The sentence to read out comes with its source, and the call note writes itself.',
  },

  region: {
    label: 'Region',
    count: (count: number): string => (count === 1 ? 'One place.' : `${count} places.`),
    none: 'No such place is known here. Try the nearest city, or the province.',
  },

  sheet: {
    sections: 'Sections of the sheet',
    glance: 'At a glance',
    loading: 'Fetching the sheet ...',
    inGroup: (group: string): string => `in ${group}`,
    compare: 'Compare',
    compared: 'In the comparison',
    warning: 'Mind',
    /** What stands behind the warning's label has no label of its own. */
    warned: (text: string): string => text.replace(/^Note: /, ''),
    nothing: 'Nothing stored',
    unknown: 'There is no such occupation any more. Search again.',
    refused: 'The server did not take that.',
  },

  aloud: {
    say: 'Say this',
    slowly: 'Slowly',
    mustNot: 'Do not say',
    copy: 'Copy',
    copied: 'Copied.',
    copyFailed: 'The browser did not let it be copied. Select it and copy it by hand.',
    told: 'In the note',
    tell: 'Put into the note',
    putIn: (section: string): string => `${section} is in the note.`,
    takenOut: (section: string): string => `${section} is out of the note.`,
    inParts: 'In parts.',
    atOnce: 'In whole sentences.',
  },

  facts: {
    written: 'As written',
    sources: 'Sources',
    period: (period: string): string => `Period: ${period}`,
    noPeriod: 'No period given',
    freshness: { good: 'up to date', stale: 'older than it should be', over: 'its period is over' },
    give: 'Link given',
    corner: 'What',
  },

  compare: {
    heading: 'Compared',
    most: (most: number): string => `At most ${most} can be compared. Take one out first.`,
    remove: (title: string): string => `Take out ${title}`,
    add: 'Add a job title or code',
    empty: 'From two on they are compared here.',
    loading: 'Comparing ...',
    added: (title: string): string => `${title} is in the comparison.`,
    removed: (title: string): string => `${title} is out of the comparison.`,
  },

  fit: {
    heading: 'Occupations that fit',
    label: "The caller's interest codes, the strongest first",
    hint: 'Letters or names: M, i, d. Capitals are strong interests. No codes yet? The bot reads out a short exercise.',
    find: 'Find',
    codes: (codes: string): string => `For the codes ${codes}`,
    none: 'Nothing fits these codes.',
    more: 'More',
    exercise: 'Begin the exercise with the bot',
    /** What the bot is told. */
    exerciseMessage: 'start the exercise',
    loading: 'Looking ...',
  },

  note: {
    heading: 'Call note',
    label: 'Text of the call note',
    kept: 'Kept in this browser alone',
    copy: 'Copy note',
    clear: 'Clear',
    copied: 'The note is copied.',
    cleared: 'The note is cleared.',
    notKept: 'This browser does not let the page keep anything: copy the note before you leave.',
    full: 'The browser has no room left: close calls that are done, and copy this note before you leave.',
    begun: (when: string): string => `Call of ${when}`,
    lookedUp: (query: string, code: string, title: string): string =>
      query === '' ? `Looked up: ${code} ${title}` : `Asked: "${query}" - ${code} ${title}`,
    notFound: (query: string): string => `Asked: "${query}" - no occupation found by these words; put to the bot`,
    told: (section: string, title: string, region: string, text: string): string =>
      `${section}, ${title} (asked for ${region}): ${text}`,
    source: (source: string): string => `[${source}]`,
    compared: (titles: string, region: string, text: string): string => `Compared in ${region}: ${titles}. ${text}`,
    given: (what: string): string => `Given: ${what}`,
    contact: (name: string, phone: string, hours: string): string => `${name}, ${phone} (${hours})`,
    fit: (codes: string, lines: string, caveats: string): string =>
      `Occupations that fit ${codes}: ${lines} ${caveats}`.trimEnd(),
    added: (line: string): string => `In the note: ${line}`,
    next: 'Next step:',
    phone: 'Number given',
  },

  ask: {
    clear: {
      heading: 'Clear this note?',
      text: 'It has not been copied since it last changed. What is cleared cannot be brought back.',
      copyFirst: 'Copy it, then clear',
      confirm: 'Clear it',
    },
    close: {
      heading: 'Close this call?',
      text: 'Its note has not been copied since it last changed. It is erased with the call.',
      copyFirst: 'Copy it, then close',
      confirm: 'Close and erase',
    },
    keep: 'Keep it',
  },

  bot: {
    heading: 'The bot',
    open: 'Bot',
    close: 'Close the bot',
    label: 'Message to the bot',
    placeholder: 'Ask as the caller would',
    send: 'Send',
    you: 'You',
    says: 'Bot',
    aloud: 'To be read out',
    starting: 'The bot is being called ...',
    lost: 'The bot cannot be reached. It comes back by itself.',
    unsent: 'Not sent. It is sent when the bot is back.',
    follow: 'The sheet follows the talk',
    openSheet: (code: string): string => `Open sheet ${code}`,
    log: 'Conversation with the bot',
    suggestions: 'Suggested answers',
  },

  status: {
    down: 'The server cannot be reached. Your notes are kept here; the rest comes back by itself.',
    slow: 'The server is slow. Still waiting ...',
    back: 'Connected again.',
    signedOut: 'Your sign-in has ended. Your notes are kept here.',
    signIn: 'Sign in again',
    signOut: 'Sign out',
    signedInAs: (name: string): string => `Signed in as ${name}`,
  },

  editor: {
    open: 'For editors',
    heading: 'For editors',
    gaps: 'What could not be answered',
    noGaps: 'Nothing has been left unanswered.',
    sealed: (count: number): string =>
      count === 1
        ? 'One more text was asked once and stays unreadable.'
        : `${count} more texts were asked once and stay unreadable.`,
    kinds: { title: 'Title', message: 'Message', section: 'Section' },
    freshness: 'How fresh the data is',
    columns: {
      kind: 'Kind',
      count: 'Times',
      last: 'Last',
      periods: 'Periods',
      facts: 'Facts',
      state: 'State',
    },
  },

  keys: {
    open: 'Keys',
    heading: 'Keys',
    lead: 'They work whenever no text field has the focus.',
    single: 'Keys without Ctrl or Alt',
    close: 'Close',
    does: {
      search: 'Search; from a text field too with the second',
      section: 'Section of that number; occupation of that number among those that fit',
      glance: 'All sections at a glance',
      region: 'Region',
      slowly: 'In parts, for a caller who writes along',
      copy: 'Copy the sentence to say',
      tell: 'Put the section into the note, or take it out',
      link: 'Note that the link was given',
      phone: 'Note that the number was given',
      add: 'Add to the comparison, or take out',
      compare: 'Show the comparison, and add to it by title',
      fit: 'Occupations that fit interest codes',
      bot: 'The bot',
      edit: 'Write into the note',
      copyNote: 'Copy the note',
      clearNote: 'Clear the note',
      newCall: 'Another call',
      nextCall: 'Next call',
      closeCall: 'Close the call',
      help: 'These keys',
      leave: 'Leave a field, close what is open',
    },
  },
} as const;
