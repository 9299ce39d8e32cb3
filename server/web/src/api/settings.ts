// GET and PATCH /api/settings. Types only.

import type { FileStatus } from './types';

export type SettingValue = boolean | number | string | readonly string[] | null;

export interface Setting {
  /** "server.port" */
  name: string;
  group: string;
  title: string;
  description: string;
  kind: 'switch' | 'number' | 'choice' | 'text' | 'list' | 'file';
  /** "a whole number from 0 to 65535" */
  expects: string;
  least: number;
  most: number;
  choices: string[];
  /** There may be a password in it; the server shows it as `***` and takes that back as the password it has. */
  secret: boolean;
  /** It says what Nova runs on its machine, and is not changed from here. */
  local: boolean;
  default: SettingValue;
  in_file: SettingValue;
  in_force: SettingValue;
  /** "NOVA_SERVER_PORT" or "--port", which rule it; empty otherwise. */
  overridden_by: string;
}

export interface SettingsView {
  file: FileStatus;
  /** Why what the file says is not in force; empty where it is. */
  problem: string;
  /** Where the web side listens. */
  address: string;
  settings: Setting[];
}
