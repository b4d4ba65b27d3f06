import { describe, expect, it } from 'vitest';
import { createCircuit } from './circuit.ts';

describe('the circuit', () => {
  it('opens after so many failures in a row, and lets one try after the pause', () => {
    let now = 0;
    const circuit = createCircuit(3, 1_000, () => now);
    circuit.failed(null);
    circuit.failed(null);
    circuit.succeeded();
    circuit.failed(null);
    circuit.failed(null);
    expect(circuit.isOpen()).toBe(false);
    circuit.failed(null);
    expect(circuit.isOpen()).toBe(true);
    now = 1_000;
    expect(circuit.isOpen()).toBe(false);
    circuit.failed(null);
    expect(circuit.isOpen()).toBe(true);
    now = 2_000;
    circuit.succeeded();
    circuit.failed(null);
    expect(circuit.isOpen()).toBe(false);
  });

  it('opens at once for as long as the server asks', () => {
    let now = 0;
    const circuit = createCircuit(3, 1_000, () => now);
    circuit.failed(30_000);
    now = 29_999;
    expect(circuit.isOpen()).toBe(true);
    now = 30_000;
    expect(circuit.isOpen()).toBe(false);
  });
});
