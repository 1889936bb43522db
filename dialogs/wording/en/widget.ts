/** A person or centre to call: values of the store, as they are printed. */
interface Hours {
  readonly hours: string;
  readonly opens: string;
  readonly closes: string;
}

/** What the chat widget and its pages say around the conversation. Plain strings: the browser shows them without the bot. */
export const widget = {
  name: 'Career Advisor',
  automated: 'Automated',

  launcher: {
    label: 'Ask the career advisor',
    panel: 'Career advisor chat',
    close: 'Close the chat',
    opening: 'Opening the chat ...',
    unread: (count: number): string => (count === 1 ? '1 new message' : `${count} new messages`),
    refused: 'The chat cannot be shown in this page.',
    openAlone: 'Open it in a tab of its own',
    refusedForEmbedder: (server: string, origin: string): string =>
      `The chat could not be loaded. Check that (1) the server runs at ${server}, (2) the src of the script is the server's PUBLIC_URL, (3) TRUSTED_ORIGINS holds ${origin}, (4) this page's Content-Security-Policy allows frame-src ${server}.`,
    attributeUnknown: (name: string): string =>
      `The career advisor's script tag has ${name}, which it does not know; it is not used.`,
    attributeIgnored: (name: string, value: string): string =>
      `The career advisor's script tag has ${name}="${value}", which it does not know; the default is used.`,
  },

  notice: {
    heading: 'Before you begin',
    points: (days: number): readonly string[] => [
      'An automated system answers here, not a person. Its figures come with their sources, but it can misunderstand you, so check what matters to you.',
      'Please leave out personal details such as your name or address. E-mail addresses, phone numbers, identity numbers, postal codes and dates of birth are taken out where they are noticed; other details may not be.',
      `What you write and the answers are kept for ${days === 1 ? 'a day' : `${days} days`} after your last message, so that you can go on later. Then they are erased.`,
      'To erase everything at once, write "forget me" or press Erase.',
    ],
    kept: {
      browser: 'This browser remembers which conversation is yours. No cookie is used.',
      tab: 'This browser forgets which conversation is yours when you close the tab. No cookie is used.',
    },
    begin: 'Begin the chat',
  },

  chat: {
    heading: 'Conversation with the career advisor',
    person: 'Talk to a person',
    /** On small screens; the whole is said to those who do not see it. */
    personShort: 'A person',
    erase: 'Erase',
    close: 'Close the chat',
    starting: 'Starting ...',
    lost: 'The connection is lost. Your message is sent as soon as it is back.',
    unreachable: 'The advisor cannot be reached right now. Trying again ...',
    back: 'Connected again.',
    tooLong: (most: number): string =>
      `A message has at most ${most.toLocaleString('en-CA')} characters. What goes beyond is left out.`,
    noScript: 'The chat needs JavaScript, which is switched off in this browser.',
  },

  /** In the place of Web Chat's own words, by its names for them. */
  webChat: {
    TEXT_INPUT_PLACEHOLDER: 'Type a job title or a question',
    ACTIVITY_BOT_SAID_ALT: 'Career advisor said:',
    ACTIVITY_BOT_ATTACHED_ALT: 'Career advisor attached:',
    ACTIVITY_INTERACTIVE_FOOTNOTE_ALT: 'Press Enter to go into it.',
    ACTIVITY_INTERACTIVE_REASON_INTERACTIVE_CONTENT_ALT: 'There is more to open.',
    ACTIVITY_INTERACTIVE_REASON_LINK_ALT: 'There are links in it.',
    TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT: 'There is more to open in the message.',
    TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT: 'There are links in the message.',
    TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT: 'Suggestions stand above the message box.',
    TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT: 'Press $1 for suggestions.',
    SUGGESTED_ACTIONS_LABEL_ALT: 'Suggestions',
    KEYBOARD_HELP_CLOSE_BUTTON_ALT: 'Close the keyboard help',
  },

  person: {
    heading: 'Talk to a person',
    hours: ({ hours, opens, closes }: Hours): string => `${hours}, ${opens} to ${closes}`,
    unknown: 'The number is being loaded. Please close this page and try again in a moment.',
    close: 'Back to the chat',
  },

  erase: {
    heading: 'Erase this conversation?',
    text: 'Everything you wrote, the answers, your interests and your list are erased at once and cannot be brought back. Then a new conversation begins.',
    confirm: 'Erase and start over',
    cancel: 'Keep it',
    done: 'Everything is erased. This is a new conversation.',
    elsewhere: 'Everything is erased: that was asked for in another tab or window.',
    failed: 'It could not be erased. Please try again in a moment.',
    /** What is sent to the bot. */
    message: 'forget me',
    /** Words by which a visitor may ask the same in a message. */
    asked: ['forget', 'erase', 'delete'],
  },

  index: {
    title: 'Career Advisor: occupations in Canada, with sources',
    heading: 'What does the job pay? What does it take?',
    lead: 'Ask about any occupation in Canada in your own words. You get pay, schooling, duties and outlook from public data, and every figure comes with its source.',
    tryHeading: 'Try a question',
    embedHeading: 'Put it on your website',
    embedLead: 'One line of HTML, before the end of the body:',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Select the line and copy it',
    trust: 'The operator of this server names your site once, in TRUSTED_ORIGINS. Other sites cannot show the chat.',
    policy: 'If your site has a Content-Security-Policy, this is all that it has to allow:',
    attributesHeading: 'Attributes of the tag',
    attribute: 'Attribute',
    meaning: 'Meaning',
    attributes: [
      [
        'data-color',
        'Colour of button and header, such as #aabbcc. The text on it becomes black or white, whichever is easier to read.',
      ],
      ['data-position', '"right" (the default) or "left": corner of the page.'],
      ['data-label', 'Words on the button.'],
      ['data-remember', '"browser" (the default), or "tab" for computers that people share.'],
      ['data-open', 'Opens the chat with the page.'],
    ],
    script: 'From a script: careerAdvisor.open("a question") and careerAdvisor.close().',
    reload:
      'A visitor who loads a page again, or goes to another of your site, finds the panel closed; the conversation is there when it is opened.',
    privacyHeading: 'Privacy',
    privacy: (days: number): string =>
      `No cookie, no tracking, no request to anyone else. Conversations are kept for ${days === 1 ? 'a day' : `${days} days`} after the last message; "forget me" erases them at once. E-mail addresses, phone numbers, identity numbers, postal codes and dates of birth are taken out where they are noticed; other personal details may not be, so please leave them out.`,
    apiHeading: 'For programs',
    api: 'The same facts as JSON:',
    description: 'description of the interface',
    sources: 'sources of the facts',
    exampleLookup: 'an example',
    noScript: 'The chat needs JavaScript.',
  },

  notBuilt: {
    heading: 'The chat is not built yet',
    text: 'Run this command in the folder of the project, then load the page again:',
    command: 'npm run build',
  },
} as const;
