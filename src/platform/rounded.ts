/** A mean as pages show it: with one decimal, wherever it stands. Files keep more. */
export const roundedMean = (mean: number): number => Math.round(mean * 10) / 10
