export { BedGrid } from "./bed-grid";
export { QuestionField } from "./question-field";
export { QuestionSections } from "./question-sections";
