import { escapeHtml } from "@/lib/html";

/** What someone typed into a form that we could not accept, without passwords and files. */
export const typedInto = (form: FormData): [string, string][] =>
  [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !/password|token/i.test(entry[0]),
  );

/** Shows what was typed, with a button to send it all again; if nothing was typed, a link to try the page again. */
export function sendAgainForm(path: string, typed: [string, string][]): string {
  if (typed.length === 0)
    return `<p><a class="nhsuk-button" role="button" href="${escapeHtml(path)}">Try again</a></p>`;
  const shown = typed
    .filter(([field, value]) => value && !field.startsWith("$") && !/key$|^form(?:Owner|Order)$/i.test(field))
    .map(
      ([field, value]) =>
        `<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">${escapeHtml(words(field))}</dt><dd class="nhsuk-summary-list__value">${escapeHtml(value)}</dd></div>`,
    );
  const hidden = typed.map(
    ([field, value]) => `<input type="hidden" name="${escapeHtml(field)}" value="${escapeHtml(value)}">`,
  );
  return `<h2>What you typed is still here</h2>
<dl class="nhsuk-summary-list">${shown.join("")}</dl>
<form method="post" action="${escapeHtml(path)}" enctype="multipart/form-data">${hidden.join("")}<button class="nhsuk-button" type="submit">Send it again</button></form>`;
}

/** A field's name in words: "Full name" for "fullName". */
const words = (field: string) =>
  field
    .replace(/[._]/g, " ")
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^./, (first) => first.toUpperCase());
