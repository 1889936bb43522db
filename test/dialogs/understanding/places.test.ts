import { expect } from 'chai';
import { type Lexicon, understand } from '../../../dialogs/understanding/understand.ts';
import { shippedKnowledge, shippedLexicon } from '../helpers.ts';

/** What is said, and the places that are meant (their ids). */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'welder wage in Red Deer': ['red-deer'],
  'what does a nurse earn in calgary?': ['calgary'],
  'nurse wage in the Calgary economic region': ['ER4830'],
  'nurse wage in the Calgary region': ['ER4830'],
  'plumbers in northern alberta': ['northern-alberta'],
  'plumber pay in the GTA': ['ER3530'],
  'plumber pay, Greater Toronto Area': ['ER3530'],
  'GTA?': ['ER3530'],
  provost: [],
  'wages in the Okanagan': ['ER5930'],
  'wages on Vancouver Island': ['ER5910'],
  'pay in Vancouver': ['vancouver'],
  'welder in Fort Mac': ['fort-mcmurray'],
  "nurse in St. John's": ['st-johns'],
  'nurse in St Johns': ['st-johns'],
  'nurse in Saint John': ['saint-john'],
  'pay in Fort St. John': ['fort-st-john'],
  'pay in St. Albert': ['st-albert'],
  'nurse wage in Québec City': ['quebec-city'],
  'nurse wage in trois rivieres': ['trois-rivieres'],
  'nurse wage in Rouyn-Noranda': ['rouyn-noranda'],
  'outlook in the Outaouais': ['ER2460'],
  'pay in Lethbridge-Medicine Hat': ['ER4810'],
  'wage in B.C.': ['BC'],
  'wage in Red Deer, Alberta': ['red-deer'],
  'wage in London, Ontario': ['london-on'],
  'wage in Toronto and Calgary': ['toronto', 'calgary'],
  'wage in Alberta and Ontario': ['AB', 'ON'],
  'wage in Calgary and Alberta': ['calgary'],
  'what do welders earn in Hope': ['hope'],
  'what about Trail?': ['trail'],
  'welder pay in High Level': ['high-level'],
  'welder pay in High Level, AB': ['high-level'],
  'pay near Jasper for a cook': ['jasper'],
  'Banff cook wage': ['banff'],
  'slave lake welder wage': ['slave-lake'],
  'welder pay in golden horseshoe': ['golden-horseshoe'],
  // Common words and people's names.
  'trail guide wage': [],
  'what does a trail builder earn': [],
  'wage of someone in trail maintenance': [],
  'what does a high level welder make': [],
  'I hope to earn more as a welder': [],
  'hope for welders?': [],
  'mission worker pay': [],
  'pay in mission work': [],
  'Ajax developer salary': [],
  'delta pilot salary': [],
  'terrace gardener wage': [],
  'Nelson the welder': [],
  'smithers salary': [],
  'whistler wage': [],
  'pay in Provost': ['provost'],
  'provost wage': [],
  'jasper carver wage': [],
  'cooks need brooks': [],
  'terrazzo worker wage on average': [],
};

/** "By region": which province, if one is named. */
const EVERY: Readonly<Record<string, string>> = {
  'welder wage by region': '',
  'welder wage by region in Alberta': 'AB',
  'which part of Alberta pays welders the most': 'AB',
  'which region of Alberta pays welders most': 'AB',
  'where in Ontario does a welder get paid well': 'none',
  'where in Ontario does it pay the most': 'ON',
  'welder wage in each province': '',
  'welder wage in each province but Alberta': '',
  'which part of Canada pays most': '',
};

/** Words said as a place that the store does not know. */
const UNKNOWN: Readonly<Record<string, string>> = {
  'plumber wage in Timbuktu': 'Timbuktu',
  'plumber wage in Seattle': 'Seattle',
  'what does a carpenter earn in Paris?': 'Paris',
  'how much do nurses make in New York City now': 'New York City',
  'RN pay in the Netherlands': 'Netherlands',
  'plumber salary in St. Moritz': 'St. Moritz',
  'what does it pay in Seattle?': 'Seattle',
  'plumber wage in Seattle and what schooling do I need': 'Seattle',
  // Without capitals, or with nothing else.
  'plumber wage in timbuktu': 'timbuktu',
  'plumber wage in seattle now': 'seattle',
  'what does a carpenter earn in boston?': 'boston',
  'wage of a plumber in seattle': 'seattle',
  'pay for welders near springfield': 'springfield',
  'outlook for welders in timbuktu': 'timbuktu',
  'nurse outlook in texas': 'texas',
  'outlook for nurses in Oregon': 'Oregon',
  'Plumber Wage In Seattle': 'Seattle',
  'PLUMBER WAGE IN SEATTLE': 'SEATTLE',
};

const NO_PLACES: readonly string[] = [
  'jobs in high demand',
  'plumber pay in the summer',
  'plumber pay in the Summer',
  'plumber wage in total',
  'plumber wage in general',
  'plumber wage in General',
  'are plumbers in demand',
  'what does a nurse earn in a hospital',
  'what does a nurse earn in Hospital',
  'plumber wage in my area',
  'pay in the trades',
  'pay in the Trades',
  'wages in health care',
  'wages in Health Care',
  'programmer pay in IT',
  'clerk wage in HR',
  'plumber pay in CAD',
  'plumber pay in Canadian dollars',
  'plumber wage in English',
  'plumber wage in French please',
  'nurse pay in March',
  'nurse pay in September now',
  'cook pay in the RCMP',
  'cook pay in the Army',
  'pay for a manager in Food Services',
  'Plumber Wage In General',
  'PLUMBER WAGE IN DEMAND',
  'What Does A Manager Earn In Food Services',
  'In Seattle plumber pay',
  'plumber wage in cash',
  'welder wage in oil and gas',
  'welder wage in Alberta',
  'welder wage in Red Deer',
  'welder wage in the Okanagan',
  'engineer pay in Mining',
  'what does a cook earn in Retail',
  'plumber wage in each province',
  'nurse pay in Public Health',
  'nurse pay in healthcare',
  'plumber pay in my city',
  'plumber pay in this town',
  'teacher pay in kindergarten',
  'wage of a cook in restaurants',
  'wage of a cook in a restaurant',
  'pay of a welder in manufacturing',
  'pay of a welder in shipbuilding',
  'pay of a nurse in oncology',
  'plumber pay in the beginning',
  'plumber pay in comparison',
  'plumber pay in dollars',
  'plumber pay in advance',
  'plumber pay in the long run',
  'welder pay in the oilfield',
  'welder pay in camps',
  'outlook for plumbers in future',
  'outlook for plumbers in winter',
  'outlook for plumbers in five years',
  'outlook for nurses in hospitals',
  'outlook for cooks in tourism',
];

describe('places in questions', () => {
  let lexicon: Lexicon;
  before(async () => {
    lexicon = await shippedLexicon();
  });

  for (const [text, places] of Object.entries(PLACES)) {
    it(`"${text}": ${places.join(', ') || 'none'}`, () => {
      const understood = understand(text, lexicon);
      const found =
        understood.kind === 'questions'
          ? understood.questions.flatMap(({ details }) => (details.region ? [details.region.id] : []))
          : [];
      expect(found).to.deep.equal(places);
    });
  }

  for (const [text, province] of Object.entries(EVERY)) {
    it(`"${text}": ${province || 'all provinces'}`, () => {
      const understood = understand(text, lexicon);
      const details = understood.kind === 'questions' ? understood.questions[0]?.details : undefined;
      if (province === 'none') expect(details?.everyRegion).to.equal(undefined);
      else {
        expect(details?.everyRegion).to.equal(true);
        expect(details?.region?.id ?? '').to.equal(province);
      }
    });
  }

  const unknownIn = (text: string): readonly string[] => {
    const understood = understand(text, lexicon);
    const questions = understood.kind === 'questions' ? understood.questions : [];
    return questions.flatMap(({ details }) => details.unknownPlace ?? []);
  };

  // Protects from an answer for another place than the one asked for, without a word of it.
  for (const [text, place] of Object.entries(UNKNOWN)) {
    it(`"${text}": a place called ${place}, which is not known`, () => {
      expect(unknownIn(text)).to.deep.equal([place]);
    });
  }

  for (const text of NO_PLACES) {
    it(`"${text}": no place that is not known`, () => {
      expect(unknownIn(text)).to.deep.equal([]);
    });
  }

  // Protects the job titles: "trail" in a title is no town, nor is a person's name.
  it('takes no word of any stored job title for a city, an economic region or an area', async () => {
    const { store } = await shippedKnowledge();
    const taken = [...new Set((await store.titles()).map(({ title }) => title))].flatMap((title) => {
      const understood = understand(`what does a ${title} earn`, lexicon);
      const places = understood.kind === 'questions' ? understood.questions.map(({ details }) => details.region) : [];
      return places.flatMap((place) =>
        place && !['country', 'province'].includes(place.kind) ? [`${title}: ${place.name}`] : [],
      );
    });
    expect(taken).to.deep.equal([]);
  });

  it('finds each place by its name after "in"', () => {
    const wrong = lexicon.regions.flatMap((region) => {
      const understood = understand(`welder wage in ${region.name}`, lexicon);
      const found = understood.kind === 'questions' ? understood.questions[0]?.details.region?.id : undefined;
      return found === region.id ? [] : [`${region.name}: ${found ?? 'none'}`];
    });
    expect(wrong).to.deep.equal([]);
  });
});
