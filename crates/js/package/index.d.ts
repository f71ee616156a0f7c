/** Anything that holds a file of this format: a plain object, or JSON text. */
export type FileLike = object | string;

export interface Overall {
  /** Chances from the zone below the lowest level to the highest. */
  levels: number[];
  /** The id of the most probable level; null when there is none to name. */
  level: string | null;
  sufficient: boolean;
  sentence: string;
}

export interface Profile {
  format: 'ladder-calibration/profile';
  version: 1;
  ladder: { id: string; revision: string };
  raters: Array<{ role: string; answered: number; not_observed: number; no_opportunity: number; overall: Overall }>;
  dimensions: Record<string, {
    raters: Array<{ answered: number; mean: number; sd: number; interval: [number, number]; levels: number[] }>;
    levels: number[];
    position: { mean: number; sd: number; interval: [number, number] };
  }>;
  overall: Overall;
  warnings: string[];
}

/** A number, or null with the reason why there is none. */
export interface Quantity {
  value: number | null;
  interval?: [number, number] | null;
  reason?: string;
}

export interface Comparison {
  format: 'ladder-calibration/comparison';
  version: 1;
  pairs: number;
  same: number;
  within_one: number;
  offset: { mean: number | null; interval: [number, number] | null; reason?: string };
  gaps: Record<string, { mean: number; sd: number; a_higher_half_level: number; b_higher_half_level: number }>;
  agreement: Record<string, Quantity>;
  deltas: Array<{ question: string; a: number; b: number }>;
}

export interface LadderCheck {
  ok: boolean;
  problems: Array<{ path: string; message: string }>;
}

/** Settles when the functions work: in Node at once, in the browser when the module is loaded. */
export const ready: Promise<void>;
/** The level profile of one or more raters of one person. Throws one sentence that names assessment, place and cause. */
export function profile(assessments: FileLike | FileLike[], ladder?: FileLike): Profile;
/** How far two raters of one person agree; differences are `a` minus `b`. */
export function compare(a: FileLike, b: FileLike, ladder?: FileLike): Comparison;
/** Whether a ladder can be used, and every fault of it with its place. */
export function checkLadder(ladder: FileLike): LadderCheck;
