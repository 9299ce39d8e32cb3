// Other programs' lists of servers: /api/transfer. Types only.

import type { ServerFields } from './types';

export type ExportForm = 'claude_desktop' | 'claude_code' | 'cursor' | 'vs_code';

/** What would become of one server of another program. */
export interface ImportItem {
  /** What it would be called here. */
  name: string;
  written_name: string;
  url: string;
  description: string;
  enabled: boolean;
  kind: 'new' | 'present' | 'impossible';
  /** Why it is not new, or is called otherwise. */
  why: string;
  /** What was made of it, and what is left to do, a sentence each. */
  notes: string[];
  /** Variables that have to be set where Nova runs. */
  variables: string[];
  /** The project it belongs to. */
  place: string;
  line: number;
  fields: ServerFields;
}

export interface ImportPlan {
  /** Whose list it is: "Claude Desktop"; empty where the text does not tell. */
  title: string;
  servers: ImportItem[];
}

export interface ForeignExport {
  form: ExportForm;
  title: string;
  text: string;
  notes: string[];
  /** Where that program looks for it. */
  destination: string;
  file_name: string;
  names: string[];
}
