import { expect } from 'chai';
import fc from 'fast-check';
import { ServiceHosts } from '../../../adapters/teams/service-hosts.ts';

describe('the allow-list of service addresses', () => {
  const hosts = new ServiceHosts([], false);

  for (const serviceUrl of [
    'https://smba.trafficmanager.net/ca/',
    'https://smba.trafficmanager.net/emea/66666666-7777-8888-9999-000000000000/',
    'https://SMBA.trafficmanager.net/amer/',
    'https://webchat.botframework.com/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://smba.infra.gov.teams.microsoft.us/gcch',
    'https://pvc.botframework.azure.us/',
  ]) {
    it(`has ${serviceUrl}`, () => expect(hosts.allows(serviceUrl)).to.equal(true));
  }

  for (const serviceUrl of [
    'https://botframework.com.evil.example/',
    'https://evilbotframework.com/',
    'https://.botframework.com/',
    'https://teams.microsoft.com.evil.example/',
    'https://trafficmanager.net/',
    'https://evil.trafficmanager.net/',
    'https://smba.trafficmanager.net./ca/',
    'https://smba.trafficmanager.net/ca/?to=https://evil.example',
    'https://smba.trafficmanager.net/ca/#x',
    'https://evil.example\\@smba.trafficmanager.net/',
    'https://evil.example/\t.botframework.com/',
    'https://smba.trafficmanager.net/%2e%2e/@evil.example',
    'http://127.0.0.1:3978/',
    'https://127.0.0.1/',
    'https://[::1]/',
  ]) {
    it(`has not ${JSON.stringify(serviceUrl)}`, () => expect(hosts.allows(serviceUrl)).to.equal(false));
  }

  // Protects against a host that only looks like one of the list: what stands around a name never makes it that name.
  it('has no host that merely holds the name of one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{1,12}$/), fc.stringMatching(/^[a-z]{2,8}$/), (label, end) => {
        for (const host of ['smba.trafficmanager.net', 'botframework.com', 'teams.microsoft.com']) {
          expect(hosts.allows(`https://${host}.${label}.${end}/`)).to.equal(false);
          expect(hosts.allows(`https://${label}-${host}/`)).to.equal(false);
          expect(hosts.allows(`https://${label}.${end}/${host}/`)).to.equal(false);
          expect(hosts.allows(`https://${host}@${label}.${end}/`)).to.equal(false);
        }
      }),
    );
  });

  it('takes hosts of the operator, one by one or all below a name', () => {
    const more = new ServiceHosts(['relay.example.org', '.Partner.example'], false);
    expect(more.allows('https://relay.example.org/x')).to.equal(true);
    expect(more.allows('https://a.partner.example/')).to.equal(true);
    for (const host of ['example.org', 'sub.relay.example.org', 'partner.example', 'apartner.example'])
      expect(more.allows(`https://${host}/`), host).to.equal(false);
  });

  it('has programs of this machine where it is told so, and no others over http', () => {
    const local = new ServiceHosts([], true);
    for (const address of ['http://localhost:56150/', 'http://127.0.0.1:1/_connector', 'http://[::1]:80/'])
      expect(local.allows(address), address).to.equal(true);
    for (const address of ['http://127.0.0.1.evil.example/', 'http://user@127.0.0.1/', 'http://10.0.0.1/'])
      expect(local.allows(address), address).to.equal(false);
  });
});
