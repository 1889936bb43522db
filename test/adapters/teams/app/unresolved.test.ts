import { expect } from 'chai';
import fc from 'fast-check';
import { localizationOf } from '../../../../adapters/teams/app/localization.ts';
import { manifestOf } from '../../../../adapters/teams/app/manifest.ts';
import { checkAppSettings, readAppSettings } from '../../../../adapters/teams/app/settings.ts';
import { placeholderIn, refuseUnresolved } from '../../../../adapters/teams/app/unresolved.ts';
import { teamsApp as french } from '../../../../dialogs/wording/fr/teams-app.ts';
import { en } from '../../../../dialogs/wording/index.ts';
import { AdvisorError } from '../../../../knowledge/errors.ts';
import { VARIABLES } from './helpers.ts';

const PLACEHOLDERS = [
  '{{APP_ID}}',
  '{{',
  `$\{HOST}`,
  'TODO',
  'example.',
  'Example.org',
  '00000000-0000-0000-0000-000000000000',
];

/** Paths to all texts of a document. */
function textsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, [...path, key]));
}

/** The document with one of its texts changed. */
function changed(value: unknown, [key, ...rest]: readonly string[], change: (text: string) => string): unknown {
  if (key === undefined) return change(String(value));
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === key ? changed(each, rest, change) : each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === key ? changed(each, rest, change) : each]),
  );
}

/** `bots.0.botId` as `bots[0].botId`. */
const written = (path: readonly string[]): string =>
  path.reduce((told, key) => (/^\d+$/.test(key) ? `${told}[${key}]` : told === '' ? key : `${told}.${key}`), '');

const { examples } = en.conversation;
const settings = readAppSettings(VARIABLES);
const DOCUMENTS = [
  { file: 'manifest.json', content: manifestOf({ settings, version: '0.1.0', wording: en.teamsApp, examples }) },
  { file: 'fr.json', content: localizationOf(french, examples) },
] as const;

describe('placeholders in the Teams app', () => {
  for (const { file, content } of DOCUMENTS) {
    it(`are not in ${file} as it is`, () => {
      expect(textsIn(content).length).to.be.greaterThan(20);
      refuseUnresolved(file, content);
    });

    // Protects people from an app that shows a template's words or leads to somebody else's example page.
    it(`get through in no text of ${file}, and the place is named`, () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...textsIn(content)),
          fc.constantFrom(...PLACEHOLDERS),
          fc.nat(),
          (path, placeholder, position) => {
            const dirty = changed(content, path, (text) => {
              const at = position % (text.length + 1);
              return text.slice(0, at) + placeholder + text.slice(at);
            });
            expect(() => refuseUnresolved(file, dirty))
              .to.throw(AdvisorError, `${file}: ${written(path)} holds`)
              .with.property('code', 'TEAMS_APP_UNRESOLVED');
          },
        ),
        { numRuns: 400 },
      );
    });

    it(`count emptiness as one in ${file}`, () => {
      for (const path of textsIn(content))
        for (const empty of ['', ' \n'])
          expect(() =>
            refuseUnresolved(
              file,
              changed(content, path, () => empty),
            ),
          ).to.throw(AdvisorError, `${written(path)} holds nothing`);
    });
  }

  it('are refused in every variable already', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(VARIABLES)),
        fc.constantFrom(...PLACEHOLDERS),
        fc.boolean(),
        (name, placeholder, before) => {
          const value = Object.entries(VARIABLES).find(([each]) => each === name)?.[1] ?? '';
          const checked = checkAppSettings({
            ...VARIABLES,
            [name]: before ? placeholder + value : value + placeholder,
          });
          expect('faults' in checked && checked.faults.map(({ variable }) => variable)).to.include(name);
        },
      ),
    );
  });

  it('are not found in ordinary words', () => {
    for (const text of [
      'for example, a plumber',
      'a to-do list',
      '$5 {a}',
      '10000000-0000-0000-0000-000000000000',
      'Méthodologie',
    ])
      expect(placeholderIn(text), text).to.equal(null);
  });
});
