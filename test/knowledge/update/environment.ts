const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];

/** Lets the tests of a `describe` reach their own servers, whatever proxy the machine uses; gives its settings back after each. */
export function withoutProxy(): void {
  const kept = new Map<string, string>();
  beforeEach(() => {
    for (const name of PROXIES) {
      const value = process.env[name];
      if (value !== undefined) kept.set(name, value);
      delete process.env[name];
    }
  });
  afterEach(() => {
    for (const name of PROXIES) delete process.env[name];
    for (const [name, value] of kept) process.env[name] = value;
    kept.clear();
  });
}
