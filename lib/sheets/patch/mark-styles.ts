const yellow = "FFFFEB9C";

/**
 * A workbook's styles, to which a marked version of any cell's style can be added: the same style with another fill.
 */
export function markStyles(xml: string): { styleFor: (style: number) => number; xml: () => string } | null {
  const fills = /<((?:\w+:)?)fills\b[^>]*?>([\s\S]*?)<\/\1fills>/.exec(xml);
  const formats = /<((?:\w+:)?)cellXfs\b[^>]*?>([\s\S]*?)<\/\1cellXfs>/.exec(xml);
  if (!fills || !formats) return null;
  const [wholeFills, prefix = "", fillList = ""] = fills;
  const [wholeFormats, , list = ""] = formats;
  const own = [...list.matchAll(/<(?:\w+:)?xf\b(?:[^>]*?\/>|[\s\S]*?<\/(?:\w+:)?xf>)/g)].map(([format]) => format);
  const fillId = [...fillList.matchAll(/<(?:\w+:)?fill\b/g)].length;
  const added: string[] = [];
  const known = new Map<number, number>();
  const styleFor = (style: number): number => {
    const made = known.get(style);
    if (made !== undefined) return made;
    const format = own[style] ?? own[0] ?? `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
    const bare = format.replace(/\s+(?:fillId|applyFill)="[^"]*"/g, "");
    added.push(bare.replace(/^<(?:\w+:)?xf\b/, (start) => `${start} fillId="${fillId}" applyFill="1"`));
    known.set(style, own.length + added.length - 1);
    return own.length + added.length - 1;
  };
  const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${yellow}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
  const counted = (whole: string, inner: string, more: string, count: number) =>
    whole.replace(/\bcount="\d+"/, `count="${count}"`).replace(inner, () => inner + more);
  return {
    styleFor,
    xml: () =>
      xml
        .replace(wholeFills, () => counted(wholeFills, fillList, fill, fillId + 1))
        .replace(wholeFormats, () => counted(wholeFormats, list, added.join(""), own.length + added.length)),
  };
}
