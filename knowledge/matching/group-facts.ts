import { closeness, LED_BY } from './lines-of-command.ts';
import type { TitleIndex } from './title-index.ts';
import type { MatchIndexInput } from './types.ts';

/** Fixed facts of the groups, made once. */
export interface GroupFacts {
  readonly teer: Uint8Array;
  readonly field: Uint8Array;
  readonly manager: Uint8Array;
  readonly supervisor: Uint8Array;
  readonly logEmployment: Float32Array;
  readonly logTitles: Float32Array;
  readonly teerTotal: Float32Array;
  readonly fieldTotal: Float32Array;
  readonly total: number;
  /** The five groups of senior managers, and the groups "Other ...". */
  readonly senior: Uint8Array;
  readonly residual: Uint8Array;
  readonly affinity: Float32Array;
  /** Row leads column: 1 for the most closely matching leader of its rank, less for a looser one. */
  readonly leads: Float32Array;
  /** No supervisor group leads it: its supervisors belong to it. */
  readonly unled: Uint8Array;
}

function rankOf(code: string): string {
  if (code.startsWith('000')) return 'senior';
  return code[1] === '0' ? 'manager' : 'supervisor';
}

/** For each group, its leaders of each rank: only the closest ones count in full. */
function chainOfCommand(codes: readonly string[], leads: Float32Array, unled: Uint8Array): void {
  const size = codes.length;
  const leaders = codes.filter((code) => LED_BY.has(code));
  codes.forEach((code, column) => {
    const closest = new Map<string, number>();
    for (const leader of leaders) {
      const rank = rankOf(leader);
      closest.set(rank, Math.max(closest.get(rank) ?? 0, closeness(leader, code)));
    }
    unled[column] = (closest.get('supervisor') ?? 0) === 0 && code[1] !== '0' ? 1 : 0;
    for (const leader of leaders) {
      const near = closeness(leader, code);
      const best = closest.get(rankOf(leader)) ?? 0;
      if (near > 0) leads[codes.indexOf(leader) * size + column] = near === best ? 1 : 0.3;
    }
  });
}

export function groupFacts(index: TitleIndex, input: MatchIndexInput, affinity: Float32Array): GroupFacts {
  const { employment } = input;
  const names = new Map(input.groups.map((group) => [group.code, group.title]));
  const size = index.codes.length;
  const facts = {
    teer: new Uint8Array(size),
    field: new Uint8Array(size),
    manager: new Uint8Array(size),
    supervisor: new Uint8Array(size),
    logEmployment: new Float32Array(size),
    logTitles: new Float32Array(size),
    teerTotal: new Float32Array(10),
    fieldTotal: new Float32Array(10),
    total: 0,
    senior: new Uint8Array(size),
    residual: new Uint8Array(size),
    affinity,
    leads: new Float32Array(size * size),
    unled: new Uint8Array(size),
  };
  chainOfCommand(index.codes, facts.leads, facts.unled);
  const known = [...(employment?.values() ?? [])].map((count) => Math.log(1 + count));
  const mean = known.length > 0 ? known.reduce((sum, each) => sum + each, 0) / known.length : 0;
  index.codes.forEach((code, at) => {
    const count = index.groupTotal[at] ?? 0;
    const people = employment?.get(code);
    facts.teer[at] = Number(code[1] ?? 0);
    facts.field[at] = Number(code[0] ?? 0);
    facts.manager[at] = code[1] === '0' ? 1 : 0;
    facts.supervisor[at] = code[1] === '2' && code[2] === '0' ? 1 : 0;
    facts.senior[at] = code.startsWith('000') && code !== '00010' ? 1 : 0;
    facts.residual[at] = /^other\b/i.test(names.get(code) ?? '') ? 1 : 0;
    facts.logEmployment[at] = (people === undefined ? mean - 0.5 : Math.log(1 + people)) - mean;
    facts.logTitles[at] = Math.log(1 + count);
    facts.teerTotal[facts.teer[at] ?? 0] = (facts.teerTotal[facts.teer[at] ?? 0] ?? 0) + count;
    facts.fieldTotal[facts.field[at] ?? 0] = (facts.fieldTotal[facts.field[at] ?? 0] ?? 0) + count;
    facts.total += count;
  });
  return facts;
}
