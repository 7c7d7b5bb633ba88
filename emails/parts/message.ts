import type { Secrets } from "@/lib/email/secrets-of";
import type { Props, TemplateName } from "@/lib/outbox/templates";
import type { Letterhead } from "./frame";

/** What a template is drawn from: its facts, what is worked out when sending, and the service's own details. */
export type MessageProps<T extends TemplateName> = Props<T> & Secrets<T> & { letterhead: Letterhead };

/** A template: a component with an example of what it is drawn from, for previews and tests. */
export interface Template<T extends TemplateName> {
  (props: MessageProps<T>): React.JSX.Element;
  example: Props<T> & Secrets<T>;
}
