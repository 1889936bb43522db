import { type IncomingHttpHeaders, request } from 'node:http';

const MOST_HOPS = 20;
/** What a browser sends when a person opens an address. */
const NAVIGATION = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'sec-fetch-mode': 'navigate' };

export interface Page {
  readonly status: number;
  /** Where it was found in the end. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Path that is not gone to any more: the page is the redirect to it. */
  readonly stopBefore?: string;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/** A browser without a screen: keeps cookies by path and follows redirects. As in browsers, ports share their cookies. */
export class Browser {
  readonly cookies: Cookie[] = [];
  /** `Set-Cookie` as it was sent. */
  readonly setCookies: string[] = [];
  /** Where a public address is really served. */
  readonly #served: ReadonlyMap<string, string>;

  constructor(served: Readonly<Record<string, string>> = {}) {
    this.#served = new Map(Object.entries(served));
  }

  /** Opens an address as a person does, and follows where it leads. */
  async open(address: string, asking: Asking = {}): Promise<Page> {
    let site = 'none';
    let page = await this.ask(address, {
      ...asking,
      headers: { ...NAVIGATION, 'sec-fetch-site': site, ...asking.headers },
    });
    for (let hop = 0; hop < MOST_HOPS && page.headers.location !== undefined; hop += 1) {
      const next = new URL(page.headers.location, page.url);
      if (next.pathname === asking.stopBefore) return page;
      if (next.origin !== new URL(page.url).origin) site = 'cross-site';
      page = await this.ask(next.href, { headers: { ...NAVIGATION, 'sec-fetch-site': site } });
    }
    return page;
  }

  /** One request, as a script makes it unless its headers say otherwise. */
  ask(address: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Page> {
    const url = new URL(address);
    const { hostname, port } = new URL(this.#served.get(url.origin) ?? url.origin);
    const cookie = this.#cookiesFor(url.pathname);
    const sent = { host: url.host, accept: '*/*', ...(cookie !== '' && { cookie }), ...headers };
    return new Promise((resolve, reject) => {
      const path = url.pathname + url.search;
      const outgoing = request({ hostname, port, path, method, headers: sent, agent: false }, (response) => {
        this.#keep(response.headers['set-cookie'] ?? []);
        const chunks: Buffer[] = [];
        response.on('error', reject);
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, url: url.href, headers: response.headers, text });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  cookie(name: string): string | undefined {
    return this.cookies.find((cookie) => cookie.name === name)?.value;
  }

  /** Puts a cookie in by hand. */
  put(name: string, value: string, path = '/desk'): void {
    this.#drop(name, path);
    this.cookies.push({ name, value, path });
  }

  #cookiesFor(path: string): string {
    return this.cookies
      .filter((cookie) => cookie.path === '/' || path === cookie.path || path.startsWith(`${cookie.path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      this.setCookies.push(line);
      const [pair = '', ...flags] = line.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      const flag = (wanted: string): string | undefined =>
        flags.find((each) => each.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
      const path = flag('path') ?? '/';
      const expires = flag('expires');
      if (expires !== undefined && Date.parse(expires) <= Date.now()) this.#drop(name, path);
      else this.put(name, value, path);
    }
  }

  #drop(name: string, path: string): void {
    const at = this.cookies.findIndex((cookie) => cookie.name === name && cookie.path === path);
    if (at !== -1) this.cookies.splice(at, 1);
  }
}
