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
  ADDRESS_UNKNOWN: 'There is nothing at this address: /api/openapi.json tells those that there are.',
  METHOD_UNSUPPORTED: 'This address does not take this method: the Allow header tells those that it takes.',
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
