import type { ErrorRequestHandler, Response } from 'express';
import type { Wording } from '../../dialogs/wording/index.ts';
import { faultOf } from '../http/faults.ts';
import { faultPage } from './list-pages.ts';
import type { OccupationPageDependencies } from './ports.ts';

const RETRY_SECONDS = 5;

/** Tells a reader what went wrong as a page with a way on, and the operator what is a fault of ours. */
export function tellFaultAsPage({
  wording,
  log,
  observe,
}: Pick<OccupationPageDependencies, 'wording' | 'log' | 'observe'>): ErrorRequestHandler {
  return (error: unknown, _request, response: Response, next) => {
    const { status, body } = faultOf(error);
    if (body.error.code === 'INTERNAL_FAULT') {
      log.error({ err: error }, 'a page of an occupation failed');
      observe?.fault(error);
    }
    if (response.headersSent) return next(error);
    if (status === 503) response.set('Retry-After', String(RETRY_SECONDS));
    response.status(status).set('Cache-Control', 'no-store').type('html').send(pageOf(status, wording).text);
  };
}

function pageOf(status: number, wording: Wording): ReturnType<typeof faultPage> {
  const words = wording.occupationPage;
  const begin = { href: '/', words: words.site };
  if (status === 404) return faultPage({ title: words.unknownTitle, text: words.unknown, search: true }, wording);
  if (status === 429) return faultPage({ title: words.tooManyTitle, text: words.tooMany }, wording);
  if (status === 503) return faultPage({ title: words.loadingTitle, text: words.loading }, wording);
  if (status < 500) return faultPage({ title: words.badAddressTitle, text: words.badAddress, search: true }, wording);
  return faultPage({ title: words.faultTitle, text: words.fault, link: begin }, wording);
}
