import type { FileLike, Profile } from './index.js';

export interface LadderChange {
  /** How many questions have an answer. */
  answered: number;
}

export interface LadderError {
  reason: 'no-wasm' | 'policy' | 'feature' | 'network' | 'missing' | 'incomplete' | 'fault' | 'setting' | 'frame' | 'refused';
  message: string;
}

export class LadderCalibration extends HTMLElement {
  /** The ladder that was set; null for the one of `ladder-src` or the default. Takes an object or JSON text. */
  get ladder(): object | null;
  set ladder(value: FileLike | null);
  /** The open assessment with all its ratings; null without one. Setting one offers it to the reader, who opens it. */
  get assessment(): object | null;
  set assessment(value: FileLike | null);
  /** Offers the assessment in a file to the reader, who opens it. Several files, and anything but one assessment, are refused. */
  open(...files: File[]): Promise<void>;
  /** Offers the file of the open assessment for saving; false without one. */
  save(): Promise<boolean>;
  /** The profile of the open assessment; null without one. */
  profile(): Promise<Profile | null>;
}

declare global {
  interface HTMLElementTagNameMap {
    'ladder-calibration': LadderCalibration;
  }
  interface HTMLElementEventMap {
    'ladder-ready': CustomEvent<object>;
    'ladder-change': CustomEvent<LadderChange>;
    'ladder-export': CustomEvent<object>;
    'ladder-error': CustomEvent<LadderError>;
  }
}
