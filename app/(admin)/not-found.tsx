export { default } from "@/app/shell/nothing-there";
