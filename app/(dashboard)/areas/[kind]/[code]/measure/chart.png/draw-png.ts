import { join } from "node:path";
import { createCanvas, GlobalFonts, loadImage } from "@napi-rs/canvas";

/** Twice the size of the drawing: sharp on any screen, and on paper. */
const scale = 2;
const fonts = join(process.cwd(), "node_modules/@expo-google-fonts/arimo");
let hasFonts = false;

/** The typeface that charts name: our own, so that no machine draws them with another. */
function readFonts(): void {
  if (hasFonts) return;
  GlobalFonts.registerFromPath(join(fonts, "400Regular/Arimo_400Regular.ttf"), "Arial");
  GlobalFonts.registerFromPath(join(fonts, "700Bold/Arimo_700Bold.ttf"), "Arial");
  hasFonts = true;
}

/** A chart's SVG file as a PNG picture of twice its size. */
export async function drawPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  readFonts();
  const image = await loadImage(Buffer.from(svg));
  const [width, height] = [image.width * scale, image.height * scale];
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").drawImage(image, 0, 0, width, height);
  return new Uint8Array(await canvas.encode("png"));
}
