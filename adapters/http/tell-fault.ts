import type { ErrorRequestHandler } from 'express';
import type { HttpLog, HttpObserver } from './dependencies.ts';
import { faultOf } from './faults.ts';

/** Tells a client what went wrong as an error body, and the operator what is a fault of ours. */
export function tellFault(log: HttpLog, observe?: HttpObserver): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const told = faultOf(error);
    if (told.body.error.code === 'INTERNAL_FAULT') {
      log.error({ err: error }, 'a request failed');
      observe?.fault(error);
    }
    // Half an answer cannot be taken back: express then breaks the connection off.
    if (response.headersSent) return next(error);
    if (response.get('Cache-Control') === undefined) response.set('Cache-Control', 'no-store');
    response.status(told.status).json(told.body);
  };
}
