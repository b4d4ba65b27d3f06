import { describe, expect, it } from 'vitest';
import { FRAUD_POLICY_DEFAULTS } from '../../src/domain/fraud/fraud-policy.ts';
import { FraudInput } from '../../src/domain/fraud/sketch.ts';
import { CSV_HEADERS, type CsvKind, codeLines, csvLines } from './csv-text.ts';
import { simulatePlainInput } from './plain-programme.ts';
import { isHonest } from './planted.ts';
import { simulateInput } from './programme-input.ts';
import { drawScenario } from './scenario.ts';
import { simulateProgramme } from './simulate-programme.ts';

const PARTNERS = 25;

describe('simulateInput', () => {
  it('gives the same programme for the same seed, and another for another', () => {
    const [first, again, other] = [7, 7, 8].map((seed) =>
      simulateInput(drawScenario(seed, PARTNERS, true), FRAUD_POLICY_DEFAULTS),
    );
    expect(again).toEqual(first);
    expect(other?.input.conversions).not.toEqual(first?.input.conversions);
  });

  it('gives sketches that scoring may read', () => {
    const { input } = simulateInput(drawScenario(7, PARTNERS, true), FRAUD_POLICY_DEFAULTS);
    expect(FraudInput.parse(input)).toEqual(input);
    expect(FraudInput.parse(simulatePlainInput(7, PARTNERS, true).input).partners).toHaveLength(PARTNERS);
  });

  it('plants nothing in an honest programme', () => {
    const programmes = [drawScenario(9, 200, false)].map((scenario) =>
      simulateInput(scenario, FRAUD_POLICY_DEFAULTS),
    );
    for (const { planted } of [...programmes, simulatePlainInput(9, 200, false)]) {
      expect([...planted.values()].every(isHonest)).toBe(true);
    }
  });
});

describe('csvLines', () => {
  it('writes as many fields as the header names', () => {
    const scenario = drawScenario(3, PARTNERS, true);
    const fields = (line: string) => line.split(',').length;
    for (const line of codeLines(scenario)) expect(fields(line)).toBe(fields(CSV_HEADERS.codes));
    for (const { rows } of simulateProgramme(scenario)) {
      for (const [kind, lines] of Object.entries(csvLines(rows))) {
        for (const line of lines)
          if (fields(line) !== fields(CSV_HEADERS[kind as CsvKind])) expect(line).toBe(kind);
      }
    }
  });
});
