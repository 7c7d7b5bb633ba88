import { chance } from "./directory";

const letters = "ABDEFGHJLNPQRSTUWXYZ";

/** Made-up lines in the published layout of Code-Point Open, each postcode once, all within England. */
export function* postcodeLines(count: number): Generator<string[]> {
  const random = chance(7);
  for (let n = 0; n < count; n++) {
    const unit = `${n % 10}${letters[Math.floor(n / 10) % 20]}${letters[Math.floor(n / 200) % 20]}`;
    const district = Math.floor(n / 4_000);
    const outward = `${letters[Math.floor(district / 1_980) % 20]}${letters[Math.floor(district / 99) % 20]}${(district % 99) + 1}`;
    const [easting, northing] = [350_000 + Math.floor(random() * 200_000), 150_000 + Math.floor(random() * 350_000)];
    yield [
      `${outward} ${unit}`,
      "10",
      String(easting),
      String(northing),
      "E92000001",
      "E19000001",
      "E18000002",
      "",
      "E08000004",
      "E05000734",
    ];
  }
}
