import assert from 'node:assert';
import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * Log probability of `k` of `n` when the share itself varies as Beta(mean · weight, (1 − mean) · weight).
 *
 * @param k - successes, 0 to n.
 * @param n - trials.
 * @param mean - mean of the Beta, strictly between 0 and 1.
 * @param weight - a + b of the Beta, > 0: how alike the shares are; infinite would be a plain binomial.
 */
export function betaBinomialLogPmf(k: number, n: number, mean: number, weight: number): number {
  return logChoose(n, k) + betaBinomialLogKernel(k, n, mean, weight);
}

/** As {@link betaBinomialLogPmf} without the binomial coefficient, which a fit need not compute again and again. */
export function betaBinomialLogKernel(k: number, n: number, mean: number, weight: number): number {
  const a = mean * weight;
  return logRising(a, k) + logRising(weight - a, n - k) - logRising(weight, n);
}

/** Up to here a product is quicker than two gamma functions, and cannot overflow. */
const PRODUCT_MAX = 16;

/** From here on four terms of Stirling's series are as exact as a double can be. */
const STIRLING_MIN = 12;

/**
 * ln(x (x+1) … (x+k−1)), that is ln Γ(x+k) − ln Γ(x).
 *
 * A fit calls this millions of times, which is why the general gamma function is not used.
 */
function logRising(x: number, k: number): number {
  const factors = k > PRODUCT_MAX ? Math.max(0, Math.ceil(STIRLING_MIN - x)) : k;
  let product = 1;
  for (let j = 0; j < factors; j += 1) product *= x + j;
  const below = Math.log(product);
  return factors === k ? below : below + stirling(x + k) - stirling(x + factors);
}

/** ln Γ(z) without its constant, for z >= {@link STIRLING_MIN}. */
function stirling(z: number): number {
  const inverse = 1 / (z * z);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / z;
  return (z - 0.5) * Math.log(z) - z + series;
}

/** @returns the natural logarithm of n over k. */
export function logChoose(n: number, k: number): number {
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}

/**
 * P(X ≥ k) for X Beta-Binomial: how surprising at least `k` of `n` is for an honest partner.
 *
 * @param k - 0 to n; 0 gives 1.
 * @returns a probability in [0, 1], exact to about 1e-12 relative for small tails.
 */
export function betaBinomialUpperTail(k: number, n: number, mean: number, weight: number): number {
  assert(
    k >= 0 && k <= n && mean > 0 && mean < 1 && weight > 0,
    'a Beta-Binomial needs 0 <= k <= n, 0 < mean < 1',
  );
  if (k === 0) return 1;
  if (k <= n * mean) return clamp(1 - sumDown(k - 1, n, mean, weight));
  return clamp(sumUp(k, n, mean, weight));
}

const NEGLIGIBLE = 1e-17;

function sumUp(from: number, n: number, mean: number, weight: number): number {
  const a = mean * weight;
  const b = weight - a;
  let term = Math.exp(betaBinomialLogPmf(from, n, mean, weight));
  let sum = term;
  for (let j = from; j < n; j += 1) {
    const ratio = ((n - j) * (j + a)) / ((j + 1) * (n - j - 1 + b));
    term *= ratio;
    sum += term;
    if (ratio < 1 && term < sum * NEGLIGIBLE) break;
  }
  return sum;
}

function sumDown(from: number, n: number, mean: number, weight: number): number {
  const a = mean * weight;
  const b = weight - a;
  let term = Math.exp(betaBinomialLogPmf(from, n, mean, weight));
  let sum = term;
  for (let j = from; j > 0; j -= 1) {
    const ratio = (j * (n - j + b)) / ((n - j + 1) * (j - 1 + a));
    term *= ratio;
    sum += term;
    if (ratio < 1 && term < sum * NEGLIGIBLE) break;
  }
  return sum;
}

function clamp(probability: number): number {
  return Math.min(1, Math.max(0, probability));
}
