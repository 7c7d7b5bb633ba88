import { createCanvas, loadImage } from "@napi-rs/canvas";
import { drawPng } from "@/app/(dashboard)/areas/[kind]/[code]/measure/chart.png/draw-png";

const svg = (marks: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50" width="200" height="50"><style>text { fill: #212b32; font: 14px Arial, Helvetica, sans-serif; } .bold { font-weight: 600; }</style><rect width="200" height="50" fill="#fff"/>${marks}</svg>`;

/** How many points of a picture are not white, and its size. */
async function inked(png: Uint8Array) {
  const image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  const on = canvas.getContext("2d");
  on.drawImage(image, 0, 0);
  const { data } = on.getImageData(0, 0, image.width, image.height);
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] !== 255 || data[at + 1] !== 255) ink++;
  return { width: image.width, height: image.height, ink };
}

test("a chart's PNG is twice the size of its drawing and shows its marks and its words", async () => {
  const empty = await inked(await drawPng(svg("")));
  expect(empty).toEqual({ width: 400, height: 100, ink: 0 });
  const bar = await inked(await drawPng(svg(`<rect x="10" y="10" width="20" height="20" fill="#12436d"/>`)));
  expect(bar.ink).toBe(40 * 40);
  const words = await inked(await drawPng(svg(`<text x="5" y="20">Oldham 86.0%</text>`)));
  expect(words.ink).toBeGreaterThan(300);
  const bold = await inked(await drawPng(svg(`<text class="bold" x="5" y="20">Oldham 86.0%</text>`)));
  expect(bold.ink).toBeGreaterThan(words.ink);
});
