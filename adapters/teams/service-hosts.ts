import { AdvisorError } from '../../knowledge/errors.ts';

/**
 * Hosts of the service that answers are sent to. One that begins with a dot stands for every host below it. `botframework.azure.us` and
 * `.teams.microsoft.us` are of the clouds for governments.
 */
const SERVICE_HOSTS: readonly string[] = [
  'smba.trafficmanager.net',
  '.botframework.com',
  '.teams.microsoft.com',
  'botframework.azure.us',
  '.botframework.azure.us',
  '.teams.microsoft.us',
];

/** Ends of a path: the address of a conversation is put behind it. */
const PATH = /^[\w\-./~]*$/;

/**
 * Where answers may be sent. Whoever could name another place would be sent the bot's own token with the answer: the address is
 * looked at before anything is sent to it.
 */
export class ServiceHosts {
  readonly #hosts: readonly string[];
  readonly #allowsLoopback: boolean;

  /** `more`: hosts beside those of Microsoft. `allowsLoopback`: for programs on this machine that stand in for Teams. */
  constructor(more: readonly string[], allowsLoopback: boolean) {
    this.#hosts = [...SERVICE_HOSTS, ...more.map((host) => host.toLowerCase())];
    this.#allowsLoopback = allowsLoopback;
  }

  /** Throws TEAMS_SERVICE_REFUSED. */
  check(serviceUrl: string | undefined): void {
    if (!this.allows(serviceUrl ?? '')) throw new AdvisorError('TEAMS_SERVICE_REFUSED');
  }

  allows(serviceUrl: string): boolean {
    // Parsers take backslashes, tabs and line ends for something else, each in its own way.
    if (!URL.canParse(serviceUrl) || /[\s\\]/.test(serviceUrl)) return false;
    const url = new URL(serviceUrl);
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
    if (!PATH.test(url.pathname)) return false;
    if (this.#allowsLoopback && isLoopbackHttp(url)) return true;
    return url.protocol === 'https:' && url.port === '' && this.#hosts.some((host) => isOf(url.hostname, host));
  }
}

function isOf(hostname: string, host: string): boolean {
  return host.startsWith('.') ? hostname.endsWith(host) && hostname.length > host.length : hostname === host;
}

function isLoopbackHttp({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
