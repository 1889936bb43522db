import { tableFormat } from '../format.ts';
import { openSource, readGroup } from './noc-shared.ts';
import { SeenRows } from './seen-rows.ts';

/** Key words found in the requirement texts: red seal, licence or registration, apprenticeship. */
export const requirementFlags = tableFormat({
  id: 'requirement-flags',
  what: 'key words in the requirement texts of NOC 2021',
  columns: {
    code: { names: ['noc2021'] },
    redSeal: { names: ['red_seal_mentioned'] },
    licence: { names: ['licence_or_registration_mentioned'] },
    apprenticeship: { names: ['apprenticeship_mentioned'] },
  },
  open(context) {
    const source = openSource(context, {
      id: 'requirement-flags',
      title: 'Key words in the requirement texts of NOC 2021',
      publisher: 'Career Advisor',
      url: 'https://noc.esdc.gc.ca/',
      note: 'Derived by looking for words in the official text; not an official list of regulated work.',
    });
    const seen = new SeenRows();
    return {
      dataset: { id: 'requirement-flags', sources: [source] },
      row(cells, out) {
        const code = readGroup(cells.code, context, out);
        if (code === undefined) return;
        const flags = [cells.licence, cells.redSeal, cells.apprenticeship];
        if (flags.every((flag) => flag === '')) return out.drop('nothing-published');
        const [licence, redSeal, apprenticeship] = flags.map(readFlag);
        if (licence === undefined || redSeal === undefined || apprenticeship === undefined) {
          return out.bad(`group ${code} has a flag that is neither 0 nor 1: ${flags.join(', ')}`);
        }
        if (!seen.isNew(code, flags.join(), out)) return;
        out.keep('education', { code, licence, red_seal: redSeal, apprenticeship, source: source.id });
      },
    };
  },
});

function readFlag(cell: string): 0 | 1 | undefined {
  return cell === '1' ? 1 : cell === '0' ? 0 : undefined;
}
