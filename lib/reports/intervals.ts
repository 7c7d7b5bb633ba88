/** How many standard deviations hold 95% and 99.8% of a normal distribution. */
export const z95 = 1.959963984540054;
export const z998 = 3.090232306167813;

/**
 * The interval that a share's true value lies in with 95% confidence. Source: Wilson EB (1927), Journal of the American
 * Statistical Association 22; the method of the Office for Health Improvement's public health indicators.
 */
export function wilson(above: number, below: number, z = z95): [lower: number, upper: number] | null {
  if (below <= 0 || above < 0 || above > below) return null;
  const share = above / below;
  const square = z * z;
  const middle = share + square / (2 * below);
  const half = z * Math.sqrt((share * (1 - share) + square / (4 * below)) / below);
  const whole = 1 + square / below;
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)];
}

/**
 * Between which shares an area of a size lies where it differs from the overall share by chance alone. Source:
 * Spiegelhalter DJ (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24: the normal
 * approximation for proportions.
 */
export function funnelLimits(overall: number, size: number, z: number): [lower: number, upper: number] {
  const half = z * Math.sqrt((overall * (1 - overall)) / size);
  return [Math.max(0, overall - half), Math.min(1, overall + half)];
}
