import { Fragment, isValidElement, type ReactNode } from "react";

const escaped = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Attributes that React spells in its own way and SVG with capitals too. */
const asTheyAre = new Set(["viewBox", "preserveAspectRatio", "patternUnits", "patternTransform"]);
const nameOf = (prop: string) =>
  prop === "className"
    ? "class"
    : asTheyAre.has(prop)
      ? prop
      : prop.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * A drawing as the text of an SVG file: for downloads, where React's own renderer for pages cannot be used. Takes plain
 * elements and functions of their properties alone; a component with state is refused.
 */
export function svgText(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string" || typeof node === "number" || typeof node === "bigint") return escaped(String(node));
  if (Array.isArray(node)) return (node as ReactNode[]).map(svgText).join("");
  if (!isValidElement<Record<string, unknown> & { children?: ReactNode }>(node))
    throw new TypeError("Only elements and text can be drawn into a file.");
  const { type, props } = node;
  if (type === Fragment) return svgText(props.children);
  if (typeof type === "function") return svgText((type as (props: unknown) => ReactNode)(props));
  if (typeof type !== "string") throw new TypeError("Only plain elements can be drawn into a file.");
  const attributes = Object.entries(props)
    .filter(([name, value]) => name !== "children" && value !== undefined && value !== null && value !== false)
    .map(([name, value]) => ` ${nameOf(name)}="${escaped(String(value))}"`)
    .join("");
  return `<${type}${attributes}>${svgText(props.children)}</${type}>`;
}
