import { AppManifestUtils, TeamsManifestConverter } from '@microsoft/app-manifest';
import { expect } from 'chai';
import { colorIcon, outlineIcon } from '../../../../adapters/teams/app/icons.ts';
import { packageApp } from '../../../../adapters/teams/app/package.ts';
import { readAppSettings } from '../../../../adapters/teams/app/settings.ts';
import { refuseInvalid } from '../../../../adapters/teams/app/validate.ts';
import { commandIn } from '../../../../dialogs/understanding/commands.ts';
import { FoldedText } from '../../../../dialogs/understanding/folded-text.ts';
import { teamsApp as french } from '../../../../dialogs/wording/fr/teams-app.ts';
import { en } from '../../../../dialogs/wording/index.ts';
import { AdvisorError } from '../../../../knowledge/errors.ts';
import { errorOf } from '../../../knowledge/helpers.ts';
import { type Files, jsonOf, packed, pictureOf, VARIABLES } from './helpers.ts';

const [CENTRE, CORNER] = [96 * 192 + 96, 0];

/** What stands at a path such as `bots[0].botId`. */
function at(document: unknown, path: string): unknown {
  return path.split(/[.[\]]+/).reduce((value: unknown, key) => {
    if (key === '' || typeof value !== 'object' || value === null) return value;
    return Object.entries(value).find(([name]) => name === key)?.[1];
  }, document);
}

describe('the Teams app package', () => {
  let files: Files;
  let manifest: unknown;
  let localization: Readonly<Record<string, string>>;
  before(async () => {
    files = await packed();
    manifest = jsonOf(files, 'manifest.json');
    localization = Object.fromEntries(
      Object.entries(jsonOf(files, 'fr.json') ?? {}).map(([path, text]) => [path, String(text)]),
    );
  });

  // Protects the upload: Teams refuses what its schema does not allow, and every file that is named has to be there.
  it('holds four files, and a manifest that the schema of Teams allows', async () => {
    expect(Object.keys(files).sort()).to.deep.equal(['color.png', 'fr.json', 'manifest.json', 'outline.png']);
    await refuseInvalid('manifest.json', 'manifest', manifest);
    const read = TeamsManifestConverter.jsonToManifest(JSON.stringify(manifest));
    expect(read.manifestVersion).to.equal('1.25');
    // By the address of the schema, as other tools check it: it is installed with the library.
    expect(await AppManifestUtils.validateAgainstSchema(read)).to.deep.equal([]);
    for (const path of ['icons.color', 'icons.outline', 'localizationInfo.additionalLanguages[0].file'])
      expect(files, path).to.have.property(String(at(manifest, path)));
  });

  it('has the bot in three scopes, without files, and what is asked from the message box', () => {
    expect(at(manifest, 'bots[0]')).to.deep.include({
      botId: VARIABLES.MicrosoftAppId,
      scopes: ['personal', 'team', 'groupChat'],
      supportsFiles: false,
      isNotificationOnly: false,
    });
    expect(at(manifest, 'composeExtensions[0].botId')).to.equal(VARIABLES.MicrosoftAppId);
    expect(at(manifest, 'composeExtensions[0].commands[0]')).to.deep.include({
      id: 'lookup',
      type: 'query',
      context: ['compose', 'commandBox'],
      initialRun: true,
    });
    expect(at(manifest, 'composeExtensions[0].commands[0].parameters[0].name')).to.equal('query');
    expect(at(manifest, 'composeExtensions[0].commands[1]')).to.deep.include({
      id: 'compare',
      type: 'action',
      context: ['compose'],
      fetchTask: true,
    });
  });

  // Protects people from an app that reaches further than the one address that it is served from.
  it('names the public host alone, and none on loopback or without an address', async () => {
    expect(at(manifest, 'validDomains')).to.deep.equal(['advisor.careers.test']);
    expect(at(manifest, 'composeExtensions[0].messageHandlers')).to.deep.equal([
      { type: 'link', value: { domains: ['advisor.careers.test'] } },
    ]);
    for (const PUBLIC_URL of ['', 'http://127.0.0.1:3978', 'http://localhost:3978', 'http://[::1]:3978']) {
      const local = jsonOf(await packed({ ...VARIABLES, PUBLIC_URL }), 'manifest.json');
      expect(at(local, 'validDomains'), PUBLIC_URL).to.deep.equal([]);
      expect(at(local, 'composeExtensions[0].messageHandlers'), PUBLIC_URL).to.equal(undefined);
    }
    const withPort = jsonOf(await packed({ ...VARIABLES, PUBLIC_URL: 'https://a.careers.test:8443' }), 'manifest.json');
    expect(at(withPort, 'validDomains')).to.deep.equal(['a.careers.test']);
  });

  // Protects updates: the same bot is the same app, and another bot another.
  it('has an id that comes from the bot, or the one that is set', async () => {
    const id = at(manifest, 'id');
    expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(
      at(
        jsonOf(await packed({ ...VARIABLES, MicrosoftAppId: VARIABLES.MicrosoftAppId.toUpperCase() }), 'manifest.json'),
        'id',
      ),
    ).to.equal(id);
    const other = { ...VARIABLES, MicrosoftAppId: '8c0f5b1e-3a52-4d0e-9b7e-2f6c1d8a9e44' };
    expect(at(jsonOf(await packed(other), 'manifest.json'), 'id')).to.not.equal(id);
    const TEAMS_APP_ID = '11111111-2222-4333-8444-555555555555';
    expect(at(jsonOf(await packed({ ...VARIABLES, TEAMS_APP_ID }), 'manifest.json'), 'id')).to.equal(TEAMS_APP_ID);
  });

  // Protects the French interface of Teams: a path that leads nowhere would leave English in it, or stop the upload.
  it('has French texts that the schema allows, each for a text of the manifest', async () => {
    await refuseInvalid('fr.json', 'localization', localization);
    const { $schema: _schema, ...texts } = localization;
    expect(Object.keys(texts)).to.include.members([
      'name.short',
      'description.full',
      'composeExtensions[0].commands[1].title',
    ]);
    for (const [path, text] of Object.entries(texts)) {
      expect(at(manifest, path), path).to.be.a('string').and.to.not.equal(text);
      expect(text, path).to.match(/\S/).and.to.not.match(/\d/);
    }
  });

  // Protects a click on a menu: what Teams sends then is the title, in either language.
  it('has titles that the bot understands as the command, or as a question', () => {
    for (const [name, english] of Object.entries(en.teamsApp.commands)) {
      expect(commandIn(new FoldedText(english.title).folded), english.title).to.equal(name);
      const translated = Object.entries(french.commands).find(([each]) => each === name)?.[1].title ?? '';
      expect(commandIn(new FoldedText(translated).folded), translated).to.equal(name);
    }
    const menu = at(manifest, 'bots[0].commandLists[0].commands');
    expect(JSON.stringify(menu)).to.include(en.conversation.examples[0]);
    expect(JSON.stringify(localization)).to.not.include(en.conversation.examples[0]);
  });

  // Protects the upload from a limit that only shows in another language.
  it('refuses texts that are longer than Teams allows', async () => {
    const long = { ...en.teamsApp, name: { ...en.teamsApp.name, short: 'Career '.repeat(5) } };
    const error = await errorOf(packageApp(readAppSettings(VARIABLES), '0.1.0', { ...en, teamsApp: long }));
    expect(error.code).to.equal('TEAMS_APP_INVALID');
    expect(error.message).to.include('manifest.json: /name/short').and.to.include('30');
    const refused = await errorOf(
      refuseInvalid('fr.json', 'localization', { ...localization, 'name.short': 'x'.repeat(31) }),
    );
    expect(refused.message).to.include('fr.json: /name.short');
    expect(
      (await errorOf(refuseInvalid('fr.json', 'localization', { ...localization, colour: 'x' }))).message,
    ).to.include('colour');
  });

  it('lets no placeholder of our own out', async () => {
    const error = await errorOf(packageApp(readAppSettings(VARIABLES), '{{version}}', en));
    expect(error).to.be.instanceOf(AdvisorError);
    expect([error.code, error.details]).to.deep.equal([
      'TEAMS_APP_UNRESOLVED',
      ['manifest.json: version holds braces of a template'],
    ]);
  });

  describe('icons', () => {
    it('colour: 192 by 192, filled to the edges, drawn in the middle', () => {
      const { width, height, pixels } = pictureOf(files['color.png'] ?? new Uint8Array());
      expect([width, height]).to.deep.equal([192, 192]);
      expect(pixels.every(([, , , alpha]) => alpha === 255)).to.equal(true);
      expect(pixels[CORNER]).to.deep.equal([0x0b, 0x5c, 0xad, 255]);
      expect(at(manifest, 'accentColor')).to.equal('#0b5cad');
      expect(pixels[CENTRE]).to.not.deep.equal(pixels[CORNER]);
    });

    it('outline: 32 by 32, white on nothing', () => {
      const { width, height, pixels } = pictureOf(files['outline.png'] ?? new Uint8Array());
      expect([width, height]).to.deep.equal([32, 32]);
      const seen = pixels.filter(([, , , alpha]) => alpha > 0);
      expect(seen.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).to.equal(true);
      expect(pixels.filter(([, , , alpha]) => alpha === 255).length).to.be.greaterThan(50);
      expect(pixels.length - seen.length).to.be.greaterThan(pixels.length / 2);
    });

    it('are the same every time', () => {
      expect(Buffer.compare(colorIcon(), files['color.png'] ?? new Uint8Array())).to.equal(0);
      expect(Buffer.compare(outlineIcon(), files['outline.png'] ?? new Uint8Array())).to.equal(0);
    });
  });
});
