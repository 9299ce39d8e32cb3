import type { TextField } from '../model/server_form';
import type { ServerForm } from '../model/server_form_state';
import { Field } from './field';

interface ServerFormFieldProps {
  form: ServerForm;
  field: TextField;
  label: string;
  placeholder: string;
  inputMode?: 'url' | 'numeric' | undefined;
  takesFocus?: boolean;
}

/** One line of text in the form of a server, with what is wrong with it. */
export function ServerFormField({ form, field, label, placeholder, inputMode, takesFocus }: ServerFormFieldProps) {
  return (
    <Field label={label} problem={form.problems[field]}>
      {(control) => (
        <input
          {...control}
          name={field}
          value={form.draft.fields[field]}
          placeholder={placeholder}
          inputMode={inputMode}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={field === 'description'}
          autofocus={takesFocus}
          onInput={(event) => form.set({ [field]: event.currentTarget.value })}
          onBlur={() => form.leave(field)}
        />
      )}
    </Field>
  );
}
