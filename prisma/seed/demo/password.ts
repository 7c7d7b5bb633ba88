import { randomInt } from "node:crypto";

/** Words that are easy to read aloud, and in no name of the demo's people and places. */
export const passwordWords = `
  apricot badger biscuit blanket bucket button candle carpet cello chimney cinnamon compass cricket cushion dolphin donkey
  drummer feather ferry fiddle flannel gadget galaxy garlic ginger giraffe glacier guitar hammock hedgehog helmet igloo
  jigsaw kettle kipper ladder lemon library lobster magnet mango marble mitten monsoon mustard napkin nectar noodle nutmeg
  octopus onion origami oyster paddle panther paprika parcel parsnip peanut pebble penguin pepper pickle pilot pirate
  planet plaster pocket pumpkin puzzle pyramid rabbit raccoon radish rocket salmon sandwich satchel scooter sofa spanner
  sponge squirrel teapot telescope thunder tiger toaster tomato tortoise tractor trumpet turnip umbrella unicorn velvet
  violin volcano waffle walrus wombat yogurt zebra`
  .trim()
  .split(/\s+/);

/** Three words by chance: another password in each installation. */
export function demoPassword(): string {
  const left = [...passwordWords];
  return Array.from({ length: 3 }, () => left.splice(randomInt(left.length), 1)[0]).join("-");
}
