export { Ask, Discard } from "./ask";
export { KeepsUp } from "./keeps-up";
export { Stopped } from "./stopped";
export { UploadTag } from "./upload-tag";
export { UploadForm } from "./upload-form";
