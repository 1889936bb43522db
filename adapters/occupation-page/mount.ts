import { type Request, type RequestHandler, type Response, Router } from 'express';
import helmet from 'helmet';
import { z } from 'zod';
import { Advisor, type Knowledge } from '../../dialogs/advisor.ts';
import { loadSubject } from '../../dialogs/answers/topic-answers.ts';
import { TypeAheads } from '../../dialogs/type-ahead/type-ahead.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import { Recent } from '../../knowledge/recent.ts';
import type { Mount } from '../http/dependencies.ts';
import { limitPerAddress } from '../http/rate-limit.ts';
import { OWN_HOST_ALONE } from '../http/security.ts';
import type { Html } from '../widget/html.ts';
import { atItsAddress } from '../widget/mount.ts';
import { OCCUPATIONS_PATH, occupationPath } from './address.ts';
import { commonOccupations } from './common-occupations.ts';
import { tellFaultAsPage } from './faults.ts';
import { STYLE_HASH } from './layout.ts';
import { faultPage, searchPage, severalPage } from './list-pages.ts';
import { occupationPage } from './occupation-page.ts';
import type { OccupationPageDependencies } from './ports.ts';
import { resolveCode } from './resolve.ts';

const METHODS = 'GET, HEAD, OPTIONS';
/** Some 40 kB each. */
const MOST_KEPT = 100;
const LONGEST_QUERY = 200;
/** As many as fill a screen. */
const MOST_COMMON = 20;

/** What is given twice, or is no text, is taken as not given. */
const text = z.string().catch('');
const pageQuery = z.object({ region: text, occupation: text });
const searchQuery = z.object({ q: text });

/**
 * The page of every occupation, `/occupations/:code`, and the search that leads there, `/occupations?q=`. A code of an earlier edition is
 * sent on to today's where there is one, and answered with the choice where there are several. Everything that is told is what the bot
 * answers; `?region=ON` tells it for another place. Faults are pages too: 400, 404, 429, 503 while the knowledge is loaded.
 */
export function createOccupationPages(dependencies: OccupationPageDependencies): Mount {
  const { wording, homeRegion, today, publicUrl, requestsPerMinute } = dependencies;
  const { searches = new TypeAheads(wording) } = dependencies;
  const kept = new Recent<Html>(MOST_KEPT);
  const router = Router({ caseSensitive: true });

  const search = async (request: Request, response: Response, knowledge: Knowledge): Promise<void> => {
    const { q } = searchQuery.parse(request.query);
    const query = q.trim();
    if (query.length > LONGEST_QUERY) {
      const { badAddressTitle: title, tooLong } = wording.occupationPage;
      return send(response, faultPage({ title, text: tooLong, search: true }, wording), 400);
    }
    const found = query === '' ? null : await (await searches.of(knowledge)).find(query);
    const common = found ? [] : (await commonOccupations(knowledge.store)).slice(0, MOST_COMMON);
    const listed = common.map((group) => ({ ...group, occupation: '' }));
    send(response, searchPage({ query, found, common: listed }, publicUrl(), wording));
  };

  const occupation = async (request: Request, response: Response, knowledge: Knowledge): Promise<void> => {
    const asked = pageQuery.parse(request.query);
    const code = text.parse(request.params.code);
    const { store } = knowledge;
    const resolved = await resolveCode(store, code, asked.occupation);
    if (resolved.kind === 'none') throw new AdvisorError('UNKNOWN_UNIT_GROUP');
    const regionAsked = asked.region !== '';
    const region = store.regions.find(({ id }) => id === (regionAsked ? asked.region : homeRegion));
    const bare = resolved.kind === 'one' ? occupationPath(resolved.subject) : occupationPath({ code, occupation: '' });
    if (!region) {
      const { regionUnknownTitle: title, regionUnknown, withoutRegion: words } = wording.occupationPage;
      return send(response, faultPage({ title, text: regionUnknown, link: { href: bare, words } }, wording), 400);
    }
    const placed = regionAsked ? region.id : '';
    if (resolved.kind === 'several')
      return send(response, await severalPage(store, resolved.readings, placed, wording));
    const { subject } = resolved;
    if (subject.code !== code) return response.redirect(occupationPath(subject, placed));
    const context = new Advisor(knowledge, wording, { homeRegion, today }).context({ region }, null);
    const loaded = await loadSubject(context, subject);
    if (!loaded) throw new AdvisorError('UNKNOWN_UNIT_GROUP');
    const key = JSON.stringify([store.info.hash, today(), subject, placed]);
    const page =
      kept.get(key) ?? (await occupationPage(context, loaded, { publicUrl: publicUrl(), region, regionAsked }));
    kept.set(key, page);
    send(response, page);
  };

  router.use(headers);
  if (requestsPerMinute !== undefined) router.use(limitPerAddress(requestsPerMinute));
  router.use(atItsAddress(publicUrl));
  serve(router, '/', search, dependencies);
  serve(router, '/:code', occupation, dependencies);
  router.use(() => {
    throw new AdvisorError('ADDRESS_UNKNOWN');
  });
  router.use(tellFaultAsPage(dependencies));
  return { path: OCCUPATIONS_PATH, handler: router };
}

type Answer = (request: Request, response: Response, knowledge: Knowledge) => Promise<void>;

function serve(router: Router, path: string, answer: Answer, { knowledge }: OccupationPageDependencies): void {
  const handler: RequestHandler = async (request, response) => {
    const now = knowledge();
    if (!now) throw new AdvisorError('KNOWLEDGE_LOADING');
    await answer(request, response, now);
  };
  router
    .route(path)
    .get(handler)
    .options((_request, response) => void response.status(204).set('Allow', METHODS).end())
    .all((_request, response) => {
      response.set('Allow', METHODS);
      throw new AdvisorError('METHOD_UNSUPPORTED');
    });
}

function send(response: Response, page: Html, status = 200): void {
  response.status(status).set('Cache-Control', 'no-cache').type('html').send(page.text);
}

const NONE = ["'none'"];
const SELF = ["'self'"];

/** Everything from here, nothing from anywhere else; the one style that stands in the page is named by its hash. */
const headers: RequestHandler = helmet({
  strictTransportSecurity: OWN_HOST_ALONE,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: NONE,
      scriptSrc: SELF,
      styleSrc: [STYLE_HASH],
      imgSrc: SELF,
      frameSrc: SELF,
      baseUri: NONE,
      formAction: SELF,
      frameAncestors: NONE,
    },
  },
});
