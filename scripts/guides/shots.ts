import { guides } from "@/app/shell/guides";

/** The pictures that the guides show, for the script that takes them. */
process.stdout.write(JSON.stringify(guides.flatMap(({ steps }) => steps.flatMap(({ shot }) => shot ?? []))));
