// The two files that people write, and what the server says of their texts. Types only.

import type { Finding } from './types';

/** The catalog's file, and the prompt's. */
export type TextName = 'config' | 'prompt';

export interface StoredText {
  /** Of the version; "current" for the text of now. Absent where the prompt is asked for as such. */
  id?: string;
  revision: string;
  bytes: number;
  lines: number;
  content: string;
}

export interface TextSaved {
  revision: string;
  /** False where the file held that text already. */
  changed: boolean;
  /** Of the text that was replaced; empty where there was none. */
  backup_id: string;
}

/** An earlier text. `cause` says what replaced it. */
export interface Version {
  id: string;
  time: string;
  cause: string;
  revision: string;
  bytes: number;
  added: number;
  removed: number;
}

/** A unified diff, without its file names. */
export interface Difference {
  from: string;
  to: string;
  added: number;
  removed: number;
  diff: string;
}

export interface Validation {
  valid: boolean;
  errors: Finding[];
  warnings: Finding[];
}
