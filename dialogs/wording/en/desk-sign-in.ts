/** What the desk says to whoever is not in yet, or may not come in. */
export const deskSignIn = {
  desk: 'Contact-centre desk',
  signIn: 'Sign in',
  again: 'Try again',
  other: 'Sign in with another account',
  back: 'Back to the desk',

  refused: {
    DESK_OFF: {
      heading: 'The desk is off',
      text: ['The desk is switched off on this server. Whoever runs it has set DESK=off.'],
    },
    DESK_UNPROTECTED: {
      heading: 'The desk is off',
      text: [
        'Other computers can reach this server, and nothing is set up yet by which people sign in, so the desk stays closed.',
        'Whoever runs this server has to set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET. The file .env.example explains them.',
      ],
    },
    DESK_ELSEWHERE: {
      heading: 'Not open from here',
      text: [
        'Nobody has to sign in at this desk, so it is open on its own computer only, at an address that begins with http://localhost.',
        'To open it to others, whoever runs this server has to set up sign-in: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET. The file .env.example explains them.',
      ],
    },
    SIGN_IN_FAILED: {
      heading: 'The sign-in did not work',
      text: [
        'It may have taken too long, or it was begun in another browser. Nothing is lost: try once more.',
        'If it fails again, tell whoever runs this server at what time it failed.',
      ],
    },
    SIGN_IN_DECLINED: {
      heading: 'You are not signed in',
      text: ['The sign-in was cancelled, or your organization’s sign-in service refused it.'],
    },
    PROVIDER_UNUSABLE: {
      heading: 'The sign-in service does not answer',
      text: [
        'Your organization’s sign-in service cannot be reached right now. Please try again in a minute. Your call notes are still in this browser.',
        'If it goes on, tell whoever runs this server.',
      ],
    },
  },

  roleMissing: {
    heading: 'Your account may not open this',
    /** `role`: as the provider names it. */
    text: (person: string, role: string): readonly string[] => [
      `You signed in as ${person}. This account does not have the role “${role}”.`,
      'Ask whoever manages accounts in your organization to give it to you, then sign in again.',
    ],
  },

  signOut: {
    heading: 'Sign out?',
    text: 'Your call notes stay in this browser until you clear them.',
    confirm: 'Sign out',
  },
  signedOut: {
    heading: 'You are signed out',
    text: 'Call notes that you did not clear are still in this browser. On a shared computer, clear them first.',
  },
} as const;
