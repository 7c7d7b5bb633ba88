import type { Actor, Transaction } from "@/lib/db";
import { dayOf } from "@/lib/london";
import { areaCodes, type AreaCodes } from "@/lib/registers/area-codes";
import { beginOwing } from "@/lib/registers/import/begin-owing";
import { askAboutBulk, openBefore } from "@/lib/registers/import/bulk";
import { rememberOpen, tellOfClosings } from "@/lib/registers/import/tell-of-closings";
import { runImport, type ImportAsked } from "@/lib/registers/import/run-import";
import type { Tally } from "@/lib/registers/import/tally";
import { jsonLines, layoutOf, rowsOf } from "@/lib/sheets/source-file";
import { unreadableFile } from "@/lib/sheets/unreadable";
import {
  closeIncoming,
  openIncoming,
  stageDuals,
  stageLocations,
  stageOthers,
  stageProviders,
  stageRatings,
} from "@/lib/registers/incoming/incoming";
import { place } from "@/lib/registers/incoming/place";
import {
  keepClosed,
  keepRating,
  keepWhatHasNoColumn,
  keepWhatIsBlank,
  type ListedInFile,
} from "@/lib/registers/incoming/keep-blanks";
import { closeMissing, emptyOthers, keepSurerPlace, writeLocations } from "@/lib/registers/incoming/write-locations";
import { writeProviders } from "@/lib/registers/incoming/write-providers";
import { writeRatings } from "@/lib/registers/incoming/write-ratings";
import { apiLocation, apiProvider } from "./api-records";
import { directory } from "./directory";
import { locationFields, providerFields } from "./fields";
import type { GivenDual, GivenLocation, GivenProvider } from "./given";
import { incomingLocation, incomingProvider, incomingRatings } from "./incoming";
import { fillFromKnown } from "./known-facts";
import { keepWhatApiLacks, keepWhatDirectoryLacks } from "./lacking";
import { typesOfLocation } from "./types-of-location";

/**
 * Imports CQC's register of locations and providers: the "care directory with filters" (.ods, .xlsx, .csv) or records
 * of its API (.jsonl). CQC's own facts are brought up to date; the tracker's own facts are in other tables and are not
 * touched.
 */
export const importCqc = (actor: Actor, asked: ImportAsked) =>
  runImport(actor, "cqc", asked, async (tx, { file, full = false, now, progress }, tally) => {
    const layout = await layoutOf(file);
    const api = layout === "jsonl";
    await rememberOpen(tx, "cqc");
    await openIncoming(tx);
    const held: ListedInFile = { services: new Set(), activities: new Set(), userBands: new Set() };
    const reading = new Reading(tx, file.name, api, dayOf(now), await areaCodes(tx), tally);
    const batches = api
      ? apiBatches(reading)
      : directory(rowsOf(file, layout, tally.notUtf8), { file: file.name, exact: layout.endsWith("csv"), held }, tally);
    for await (const batch of batches) {
      await reading.take(batch);
      progress?.(tally.rows);
    }
    await closeIncoming(tx);
    await (api ? keepWhatApiLacks(tx) : keepWhatDirectoryLacks(tx));
    await keepWhatIsBlank(tx, tally);
    await keepRating(tx, tally);
    if (!api) await keepWhatHasNoColumn(tx, held);
    if (!api) await keepClosed(tx, tally);
    await place(tx, tally);
    await keepSurerPlace(tx);
    const { changed } = await writeProviders(tx, tally);
    if (reading.onlyProviders) tally.changed += changed;
    if (reading.onlyProviders) tally.unchanged += reading.onlyProviders - changed;
    await writeLocations(tx, tally);
    await writeRatings(tx, tally);
    await emptyOthers(tx, "cqc", tally);
    if (!api || full) await closeMissing(tx, { register: "cqc", type: null }, dayOf(now), full, tally);
    await tellOfClosings(tx, now, tally);
    await beginOwing(tx, now, tally);
    askAboutBulk(await openBefore(tx, "cqc", tally), "place", asked, tally);

    async function* apiBatches(read: Reading): AsyncIterable<Batch> {
      for await (const lines of jsonLines(file, tally.notUtf8)) {
        const batch: Batch = { locations: [], duals: [] };
        const providers: GivenProvider[] = [];
        for (const line of lines) {
          if ("locationId" in line.record) batch.locations.push(apiLocation(line, file.name));
          else if ("providerId" in line.record) providers.push(apiProvider(line, file.name));
          else
            throw unreadableFile(
              { file: file.name, line: line.line, column: "locationId" },
              "this record has no id of a location or provider.",
            );
        }
        await read.takeProviders(providers);
        yield batch;
      }
    }
  });

interface Batch {
  locations: GivenLocation[];
  duals: GivenDual[];
}

/** What has been read so far: just enough to notice an id that appears twice. */
class Reading {
  private readonly lines = new Map<string, number>();
  private readonly providers = new Set<string>();
  private described = 0;

  constructor(
    private readonly tx: Transaction,
    private readonly file: string,
    private readonly api: boolean,
    private readonly today: string,
    private readonly areas: AreaCodes,
    private readonly tally: Tally,
  ) {}

  /** How many providers a file described that lists only providers; 0 for a file with locations. */
  get onlyProviders(): number {
    return this.providers.size === 0 ? this.described : 0;
  }

  async take({ locations, duals }: Batch): Promise<void> {
    const kept: { given: GivenLocation; types: ReturnType<typeof typesOfLocation> }[] = [];
    const others: { register_id: string; line: number }[] = [];
    await fillFromKnown(this.tx, locations, this.tally);
    for (const given of locations) {
      const { registerId, careHome, beds, sector } = given.location;
      this.once(registerId ?? "", given.line, locationFields.registerId);
      this.tally.rows++;
      const types = typesOfLocation({ careHome: careHome ?? false, beds: beds ?? 0, services: given.services, sector });
      if (types.length > 0) kept.push({ given, types });
      else {
        others.push({ register_id: registerId ?? "", line: given.line });
        this.tally.skip(
          "not a type of provider we use",
          () => `line ${given.line}: ${given.location.name ?? ""} (${given.services.join(", ") || "no services"})`,
        );
      }
    }
    const providers = kept.flatMap(({ given }) => {
      const id = given.provider.registerId ?? "";
      if (this.providers.has(id)) return [];
      this.providers.add(id);
      return [incomingProvider(given)];
    });
    await stageProviders(this.tx, providers);
    await stageLocations(
      this.tx,
      kept.map(({ given, types }) => incomingLocation(given, types, this.today, this.areas, this.tally)),
    );
    await stageRatings(
      this.tx,
      kept.flatMap(({ given }) => incomingRatings(given)),
    );
    await stageOthers(this.tx, others);
    await stageDuals(
      this.tx,
      duals.map(({ registerId, linkedId, primaryId }) => ({
        register_id: registerId,
        linked_id: linkedId,
        primary_id: primaryId,
      })),
    );
  }

  /** We keep the records of providers that run a location that we keep. */
  async takeProviders(given: GivenProvider[]): Promise<void> {
    const ids = given.map(({ provider }) => provider.registerId ?? "");
    const known = await this.tx.provider.findMany({
      where: { register: "cqc", registerId: { in: ids } },
      select: { registerId: true },
    });
    const ours = new Set(known.map(({ registerId }) => registerId));
    for (const [index, { line, provider }] of given.entries()) {
      this.once(ids[index] ?? "", line, providerFields.registerId);
      this.tally.rows++;
      if (!ours.has(ids[index] ?? ""))
        this.tally.skip("provider with no locations here", () => `line ${line}: ${provider.name ?? ""}`);
    }
    this.described += ours.size;
    await stageProviders(
      this.tx,
      given.filter(({ provider }) => ours.has(provider.registerId ?? "")).map(incomingProvider),
    );
  }

  private once(id: string, line: number, field: { column: string; api: string }): void {
    const before = this.lines.get(id);
    if (before !== undefined)
      throw unreadableFile(
        { file: this.file, line, column: this.api ? field.api : field.column },
        `${id} appears twice in the file: in line ${before} and here.`,
      );
    this.lines.set(id, line);
  }
}
