/** The catalogue of coded errors. A code never changes its meaning; a message says what is wrong and what to do. */
export const ERRORS = {
  PACK_INVALID: 'The pack has faults and no store was built: mend the rows named below and build again.',
  PACK_UNREADABLE: 'The pack folder cannot be read: check that knowledge/pack is there and complete.',
  STORE_MISSING: 'There is no knowledge store: run `npm run knowledge -- build`.',
  STORE_DAMAGED: 'The knowledge store is damaged: run `npm run knowledge -- build` to make it again from the pack.',
  STORE_WRITE_FAILED:
    'The knowledge store could not be written: check free space and rights of the data folder (DATA_DIR).',
  STORE_CLOSED: 'The knowledge store has been closed.',
  STATE_CONFLICT: 'The conversation was changed meanwhile: send the message again.',
  STATE_UNUSABLE:
    'What is kept of people and conversations cannot be read or written, for the reason below: where the file is damaged, move it away and start again.',
  STATE_WRITE_FAILED:
    'What is kept of conversations could not be written, and nothing of the last message was kept: check free space and rights of the data folder (DATA_DIR), then send it again.',
  TURN_GIVEN_UP: 'This message failed too often and is not tried again: say it in other words.',
  DATA_DIR_IN_USE:
    'Another server runs on the same data folder (DATA_DIR), and both would answer the same messages: stop it, or give this one a folder of its own.',
  SIGNING_KEY_UNUSABLE:
    'The signing key cannot be read or made, for the reason below: set SIGNING_KEY, or move the file away (everybody then begins a new conversation), or mend the rights of the data folder (DATA_DIR).',
  CONVERSATION_UNKNOWN: 'This conversation is not known, or kept no longer: begin a new one.',
  IMPORT_REFUSED:
    'Nothing was imported: mend or take away the files named below and import again. The knowledge in service is as it was.',
  IMPORT_EMPTY:
    'Nothing was imported: the folder holds no file of a format that is known (README, "Load the official data").',
  IMPORT_UNREADABLE: 'The folder to import cannot be read: check its name and rights.',
  IMPORT_WRITE_FAILED:
    'The import could not be kept: check free space and rights of the data folder (DATA_DIR). The knowledge in service is as it was.',
  IMPORT_OVERTAKEN: 'Another import finished while this one ran: nothing was changed by this one. Run it again.',
  IMPORTS_DAMAGED:
    'What was imported before is damaged: import the publishers’ files again, or remove the folder named below.',
  SOURCES_INVALID: 'The list of sources has faults: mend the lines named below.',
  DOWNLOAD_FAILED: 'A file could not be downloaded.',
  UNKNOWN_UNIT_GROUP: 'No NOC 2021 unit group has this code.',
  CHART_UNKNOWN:
    'There is nothing to draw: figures with these parameters are not, or no longer, in the knowledge store.',
  UNKNOWN_OCCUPATION: 'No occupation profile has this id.',
  CONFIG_INVALID: 'The configuration is not valid: correct the environment variables named below (see .env.example).',
  COMMAND_UNKNOWN: 'This command is not known.',
  ADDRESS_IN_USE: 'The address is in use: stop the other program or set another PORT.',
  ADDRESS_UNUSABLE: 'The server cannot listen at this address: check HOST and PORT.',
  KNOWLEDGE_LOADING: 'The knowledge is still being loaded: try again in a few seconds.',
  PARAMETER_INVALID: 'A parameter of the request is not valid.',
  REQUEST_INVALID: 'The request cannot be read: check its address, its headers and its body.',
  REQUEST_TOO_LARGE: 'The request is too large: a body has at most 100 kB, an address and headers together 16 kB.',
  REQUEST_TOO_SLOW: 'The request took too long to arrive: send it again.',
  MEDIA_TYPE_UNSUPPORTED: 'A request that has a body has to send it as JSON (Content-Type: application/json).',
  TOKEN_MISSING: 'A token is missing: send it as `Authorization: Bearer ...`.',
  TOKEN_REFUSED: 'The token has expired or is not valid here: ask for a new one.',
  SECRET_REFUSED:
    'This address is for programs that hold the secret: send it as `Authorization: Bearer ...`. It is wrong, or the server has none (DIRECTLINE_SECRET).',
  ORIGIN_REFUSED:
    'Pages of this origin may not use the chat like this: the operator names those that may in TRUSTED_ORIGINS, and a token is good for the one origin that it was made for.',
  CONVERSATION_FOREIGN: 'The token is for another conversation.',
  TICKET_REFUSED:
    'This stream address was used before or has expired: ask for the conversation again to get a new one.',
  WATERMARK_INVALID: 'The watermark is none of ours: leave it out, or send the last one that you were given.',
  ACTIVITY_REFUSED: 'The activity is not taken, for the reason below.',
  ACTIVITY_FIXED: 'What was said on this channel cannot be changed or taken back.',
  UPLOAD_REFUSED: 'Files are not taken here: send text.',
  TOO_MANY_REQUESTS: 'Too many requests: wait a little, then go on more slowly.',
  TOO_MANY_SOCKETS: 'Too many streams are open: close others, or try again later.',
  SOCKET_TOO_SLOW: 'Too much waits to be read from this stream: open it again with its last watermark.',
  TURN_FAILED: 'The message was received and could not be answered: send it again.',
  SERVER_STOPPING: 'The server is stopping: try again in a few seconds.',
  DESK_OFF: 'The desk is switched off on this server (DESK=off).',
  DESK_UNPROTECTED:
    'The desk is off: others than this machine can reach the server and nobody would have to sign in. Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET (see .env.example).',
  DESK_ELSEWHERE:
    'The desk is open to programs of this machine alone: come by its own address (http://127.0.0.1, not through a proxy), or set up sign-in (OIDC_ISSUER and its kin, see .env.example).',
  SIGN_IN_NEEDED: 'You are not signed in, or no longer: open /desk/sign-in, then do it again.',
  ROLE_MISSING: 'Your account does not have the role that this needs: ask whoever manages accounts for it.',
  SIGN_IN_FAILED: 'The sign-in did not succeed: begin it again at /desk/sign-in.',
  SIGN_IN_DECLINED: 'The sign-in was refused or cancelled where you sign in: begin it again at /desk/sign-in.',
  PROVIDER_UNUSABLE:
    'The sign-in service (OIDC_ISSUER) cannot be reached, or does not answer as it should: try again in a minute.',
  REQUEST_FOREIGN: 'This can be done from the pages of this server alone.',
  TEAMS_OFF:
    'Teams is not set up on this server: set MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppPassword (README, "Connect Teams").',
  TEAMS_CHANNEL_REFUSED: 'Nothing is taken here from this channel: the address is for Microsoft Teams.',
  TEAMS_SERVICE_REFUSED:
    'The serviceUrl of the activity is none that answers may be sent to. Where it is one of Microsoft Teams, the operator adds its host to TEAMS_SERVICE_HOSTS.',
  TEAMS_ELSEWHERE:
    'Without an app id this address is open to programs of this machine alone: come by its own address (http://127.0.0.1, not through a proxy or a page), or set up the app (MicrosoftAppId).',
  TEAMS_KEYS_UNUSABLE:
    'The keys of the Bot Framework could not be loaded, and no token can be checked: try again in a minute.',
  TEAMS_DELIVERY_FAILED:
    'The message was answered, and the answer could not be delivered: it is kept, and delivered when the message is sent again.',
  TEAMS_TOO_LARGE: 'The activity is too large: it has at most 256 kB.',
  ADDRESS_UNKNOWN: 'There is nothing at this address: /api/openapi.json tells those that there are.',
  UPGRADE_UNSUPPORTED:
    'This protocol is not spoken here: send the request again without the Upgrade header. A stream is opened as a WebSocket.',
  METHOD_UNSUPPORTED: 'This address does not take this method: the Allow header tells those that it takes.',
  TEAMS_APP_INCOMPLETE:
    'The Teams app was not made: set the environment variables named below and run it again (README, "Connect Teams").',
  TEAMS_APP_UNRESOLVED:
    'The Teams app was not made: words that somebody had to fill in are still there, at the places named below.',
  TEAMS_APP_INVALID: 'The Teams app was not made: Teams would refuse it for the reasons below.',
  TEAMS_APP_UNWRITABLE:
    'The Teams app could not be written: check free space and the rights of its folder, or name another file (--out FILE).',
  INVOKE_INVALID:
    'What Teams sent cannot be read: its value has not the shape that this command has. Nothing was done.',
  INTERNAL_FAULT: 'Something went wrong on our side: try again, and tell the operator of this server if it goes on.',
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** An error of ours: a code from the catalogue, its message and, where they help, details (one a line). */
export class AdvisorError extends Error {
  override readonly name = 'AdvisorError';
  readonly code: ErrorCode;
  readonly details: readonly string[];

  constructor(code: ErrorCode, details: readonly string[] = [], options?: { cause?: unknown }) {
    super([ERRORS[code], ...details].join('\n'), options);
    this.code = code;
    this.details = details;
  }
}
