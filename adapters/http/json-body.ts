import express, { type RequestHandler } from 'express';
import { AdvisorError } from '../../knowledge/errors.ts';

const BODY_LIMIT = '100kb';

/** The body, read as JSON where there is one; MEDIA_TYPE_UNSUPPORTED for anything else, which the parser would pass over. */
export const jsonBody: readonly RequestHandler[] = [
  (request, _response, next) => {
    const typed = request.headers['content-type'] !== undefined;
    if (typed && request.is('application/json') === false) throw new AdvisorError('MEDIA_TYPE_UNSUPPORTED');
    next();
  },
  express.json({ limit: BODY_LIMIT }),
];
