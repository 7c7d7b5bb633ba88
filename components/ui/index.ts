export { AcceptWarnings } from "./accept-warnings";
export { ActionForm } from "./action-form";
export { CheckboxesField, CheckboxField, RadiosField, SelectField, type Choice } from "./choice-fields";
export {
  Details,
  DoDontList,
  EmptyState,
  FilterTags,
  InsetText,
  NotificationBanner,
  Panel,
  ProgressSteps,
  SummaryList,
  WarningCallout,
} from "./content";
export { DateField } from "./date-field";
export { ErrorSummary } from "./error-summary";
export { Fieldset, HiddenField } from "./fieldset";
export { Figure, FigureRow } from "./figure";
export { FieldProblems } from "./field-problems";
export { FileField } from "./file-field";
export { fieldId, unanswered, type FormAction, type FormAnswer } from "./form-answer";
export { ActionLink, BackLink, Breadcrumb, ButtonLink, ContentsList, Pagination, SkipLink } from "./navigation-links";
export { NumberField } from "./number-field";
export { Page } from "./page";
export { PasswordField } from "./password-field";
export { PhaseBanner } from "./phase-banner";
export { ServiceProvider, useServiceSettings } from "./service-context";
export { SessionWarning } from "./session-warning";
export type { ServiceSettings } from "./service-settings";
export { Shell } from "./shell";
export { SiteFooter, type FooterLink } from "./site-footer";
export { SiteHeader } from "./site-header";
export { SiteNavigation, type NavigationLink } from "./site-navigation";
export { buttonClass, type ButtonLook } from "./button-class";
export { ButtonGroup, SubmitButton } from "./submit-button";
export { Table, type Column, type Sort } from "./table";
export { StatusTag, Tag, type Brag, type TagColour, type TagShape } from "./tag";
export { TextareaField } from "./textarea-field";
export { TextField } from "./text-field";
export { Tile, Tiles } from "./tiles";
